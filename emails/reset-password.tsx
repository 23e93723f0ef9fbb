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

export const resetPassword = email<Props, Secrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Choisir un nouveau mot de passe`,
  from: fromAccount,
  Body: ({ firstName, address, until, url, code, institution }) => (
    <Frame
      institution={institution}
      summary="Choisissez un nouveau mot de passe."
      why="Vous recevez ce message parce qu’un nouveau mot de passe a été demandé pour votre compte."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Un nouveau mot de passe a été demandé pour le compte <strong>{address}</strong>. Pour le choisir, ouvrez cette page :
      </Paragraph>
      <MailLink href={url}>Choisir un nouveau mot de passe</MailLink>
      <LinkCode code={code} />
      <Paragraph>Ce lien fonctionne une seule fois, jusqu’au {until}. Un lien demandé plus tôt ne fonctionne plus.</Paragraph>
      <Paragraph>Vous n’avez rien demandé ? Ignorez ce message : votre mot de passe ne change pas.</Paragraph>
    </Frame>
  ),
  preview: {
    props: { firstName: "Camille", address: "camille@example.org", until: "21/11/2026 à 11:24" },
    secrets: { url: "https://example.org/compte/lien/exemple", code: "12345678" },
  },
});
