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

/** To the restored main address: the password no longer works, here is the way to a new one (MC-22). */
export const mainUndone = email<Props, Secrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Votre adresse est rétablie : choisissez un nouveau mot de passe`,
  from: fromAccount,
  Body: ({ firstName, address, until, url, code, institution }) => (
    <Frame
      institution={institution}
      summary="Votre adresse est rétablie. Choisissez un nouveau mot de passe."
      why="Vous recevez ce message parce que vous avez annulé un changement d’adresse."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Le changement d’adresse est annulé : <strong>{address}</strong> est de nouveau l’adresse principale de votre compte. Tous les
        appareils ont été déconnectés.
      </Paragraph>
      <Paragraph>
        Par sécurité, l’ancien mot de passe ne fonctionne plus. Si ce n’est pas déjà fait, choisissez-en un nouveau jusqu’au {until} :
      </Paragraph>
      <MailLink href={url}>Choisir un nouveau mot de passe</MailLink>
      <LinkCode code={code} />
      <Paragraph>
        Passé ce délai, utilisez « Mot de passe oublié ? » sur la page de connexion. Vérifiez ensuite votre courriel secondaire et les
        applications autorisées dans « Mon compte ».
      </Paragraph>
    </Frame>
  ),
  preview: {
    props: { firstName: "Camille", address: "camille@example.org", until: "21/11/2026 à 11:24" },
    secrets: { url: "https://example.org/compte/lien/exemple", code: "12345678" },
  },
});
