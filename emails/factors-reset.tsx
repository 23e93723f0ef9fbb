import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly at: string;
}

/** After support removed the factors of somebody who had lost them all. */
export const factorsReset = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Vos seconds facteurs ont été retirés`,
  from: fromAccount,
  Body: ({ firstName, at, institution }) => (
    <Frame
      institution={institution}
      summary="L’assistance a retiré les seconds facteurs de votre compte."
      why="Vous recevez ce message parce qu’un réglage de sécurité de votre compte a changé."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Le {at}, notre assistance a retiré de votre compte l’application de codes, les clés d’accès et les codes de secours, et a fermé
        toutes vos sessions. Votre mot de passe n’a pas changé : nous ne le connaissons pas.
      </Paragraph>
      <Paragraph>
        Connectez-vous avec votre adresse et votre mot de passe, puis configurez un nouveau second facteur, page « Second facteur » de votre
        compte.
      </Paragraph>
      <Paragraph>Vous ne l’aviez pas demandé ? Appelez-nous sans attendre au {institution.supportPhone}.</Paragraph>
    </Frame>
  ),
  preview: { props: { firstName: "Camille", at: "21/11/2026 à 10:24" }, secrets: {} },
});
