import { email, fromAccount } from "./email";
import { Frame } from "./parts/frame";
import { LinkCode, MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  /** The address this mail goes to. */
  readonly former: string;
  /** The new main address. */
  readonly address: string;
  readonly until: string;
}
interface Secrets {
  readonly url: string;
  readonly code: string;
}

/** To the former main address, with the way to undo the change (MC-22). */
export const mainChanged = email<Props, Secrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - L’adresse de votre compte a changé`,
  from: fromAccount,
  Body: ({ firstName, former, address, until, url, code, institution }) => (
    <Frame
      institution={institution}
      summary="L’adresse de votre compte a changé. Si ce n’était pas vous, vous pouvez l’annuler."
      why="Vous recevez ce message parce que cette adresse était l’adresse principale d’un compte."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        L’adresse principale de votre compte n’est plus <strong>{former}</strong> mais <strong>{address}</strong>. Connectez-vous désormais
        avec la nouvelle adresse.
      </Paragraph>
      <Paragraph>C’était vous ? Vous n’avez rien à faire.</Paragraph>
      <Paragraph>
        <strong>Ce n’était pas vous ?</strong> Annulez ce changement jusqu’au {until} : votre adresse sera rétablie, tous les appareils
        seront déconnectés et vous choisirez un nouveau mot de passe.
      </Paragraph>
      <MailLink href={url}>Annuler ce changement</MailLink>
      <LinkCode code={code} />
    </Frame>
  ),
  preview: {
    props: { firstName: "Camille", former: "camille@example.org", address: "camille.nouvelle@example.org", until: "24/11/2026 à 10:24" },
    secrets: { url: "https://example.org/compte/lien/exemple", code: "12345678" },
  },
});
