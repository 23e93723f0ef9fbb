import { email, fromAccount } from "./email";
import { Frame } from "./parts/frame";
import { LinkCode, MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly address: string;
  readonly until: string;
}
interface Secrets {
  readonly url: string;
  readonly code: string;
}

/** To the owner of an address that somebody (perhaps themselves) registered again: the screen says nothing of it (MC-04). */
export const registrationKnown = email<Props, Secrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Vous avez déjà un compte`,
  from: fromAccount,
  Body: ({ firstName, address, until, url, code, institution }) => (
    <Frame
      institution={institution}
      summary="Une inscription a été demandée avec votre adresse ; vous avez déjà un compte."
      why="Vous recevez ce message parce qu’une inscription a été demandée avec l’adresse de votre compte."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Une inscription vient d’être demandée avec l’adresse <strong>{address}</strong>, qui a déjà un compte. Vous n’avez pas besoin d’en
        créer un autre : connectez-vous avec cette adresse.
      </Paragraph>
      <Paragraph>Si vous avez oublié votre mot de passe, choisissez-en un nouveau (lien valable jusqu’au {until}) :</Paragraph>
      <MailLink href={url}>Choisir un nouveau mot de passe</MailLink>
      <LinkCode code={code} />
      <Paragraph>Ce n’était pas vous ? Vous n’avez rien à faire : votre compte n’a pas changé.</Paragraph>
    </Frame>
  ),
  preview: {
    props: { firstName: "Camille", address: "camille@example.org", until: "21/11/2026 à 11:24" },
    secrets: { url: "https://example.org/compte/lien/exemple", code: "12345678" },
  },
});
