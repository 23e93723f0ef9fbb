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

/** To the address that is to become the main one (MC-22). */
export const mainChangeToProve = email<Props, Secrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Confirmez votre nouvelle adresse`,
  from: fromAccount,
  Body: ({ firstName, address, until, url, code, institution }) => (
    <Frame
      institution={institution}
      summary="Confirmez votre nouvelle adresse principale."
      why="Vous recevez ce message parce que cette adresse a été indiquée comme nouvelle adresse d’un compte."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Vous avez demandé à utiliser <strong>{address}</strong> pour vous connecter à votre compte. Pour confirmer ce changement, ouvrez
        cette page et appuyez sur « Confirmer » :
      </Paragraph>
      <MailLink href={url}>Confirmer ma nouvelle adresse</MailLink>
      <LinkCode code={code} />
      <Paragraph>
        Ce lien fonctionne une seule fois, jusqu’au {until}. D’ici là, votre adresse actuelle reste la bonne pour vous connecter.
      </Paragraph>
      <Paragraph>Vous n’avez rien demandé ? Ignorez ce message : rien ne change.</Paragraph>
    </Frame>
  ),
  preview: {
    props: { firstName: "Camille", address: "camille.nouvelle@example.org", until: "24/11/2026 à 10:24" },
    secrets: { url: "https://example.org/compte/lien/exemple", code: "12345678" },
  },
});
