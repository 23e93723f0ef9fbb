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

/** To the address that is to become secondary: it counts only once proved (MC-21). */
export const secondaryToProve = email<Props, Secrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Confirmez votre courriel secondaire`,
  from: fromAccount,
  Body: ({ firstName, address, until, url, code, institution }) => (
    <Frame
      institution={institution}
      summary="Confirmez cette adresse pour en faire votre courriel secondaire."
      why="Vous recevez ce message parce que cette adresse a été indiquée comme courriel secondaire d’un compte."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        L’adresse <strong>{address}</strong> a été indiquée comme courriel secondaire de votre compte. Pour la confirmer, ouvrez cette page
        et appuyez sur « Confirmer » :
      </Paragraph>
      <MailLink href={url}>Confirmer cette adresse</MailLink>
      <LinkCode code={code} />
      <Paragraph>
        Ce lien fonctionne une seule fois, jusqu’au {until}. Ensuite, les messages liés à votre compte arriveront à cette adresse ; les
        demandes de changement de mot de passe arriveront aux deux.
      </Paragraph>
      <Paragraph>Vous n’avez rien demandé ? Ignorez ce message : rien ne change.</Paragraph>
    </Frame>
  ),
  preview: {
    props: { firstName: "Camille", address: "camille@example.org", until: "24/11/2026 à 10:24" },
    secrets: { url: "https://example.org/compte/lien/exemple", code: "12345678" },
  },
});
