import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  /** What the administration wrote. */
  readonly reason: string;
}

/** To the person who can no longer sign in (AD-10). */
export const accountBlocked = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Votre compte est bloqué`,
  from: fromAccount,
  Body: ({ firstName, reason, institution }) => (
    <Frame
      institution={institution}
      summary="Vous ne pouvez plus vous connecter pour l’instant."
      why="Vous recevez ce message parce que l’accès à votre compte a changé."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        L’administration de la plateforme a bloqué votre compte. Vous ne pouvez plus vous connecter, et vos sessions ouvertes sont
        terminées. Vos données sont conservées.
      </Paragraph>
      <Paragraph>
        Motif : <strong>{reason}</strong>
      </Paragraph>
      <Paragraph>
        Pour en savoir plus ou demander la réouverture de votre compte, contactez l’assistance, aux coordonnées ci-dessous.
      </Paragraph>
    </Frame>
  ),
  preview: { props: { firstName: "Camille", reason: "Connexions inhabituelles signalées par votre structure" }, secrets: {} },
});
