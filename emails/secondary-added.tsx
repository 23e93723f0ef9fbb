import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  /** The new secondary address. */
  readonly address: string;
}

/** To the main address, when a secondary one begins to count: whoever reads it could set a new password (MC-21). */
export const secondaryAdded = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Un courriel secondaire a été ajouté`,
  from: fromAccount,
  Body: ({ firstName, address, institution }) => (
    <Frame
      institution={institution}
      summary="Un courriel secondaire a été ajouté à votre compte."
      why="Vous recevez ce message parce que les adresses de votre compte ont changé."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        L’adresse <strong>{address}</strong> est maintenant le courriel secondaire de votre compte. Elle recevra les messages liés à votre
        compte, et, comme l’adresse principale, les demandes de changement de mot de passe.
      </Paragraph>
      <Paragraph>
        <strong>Ce n’était pas vous ?</strong> Connectez-vous, retirez cette adresse dans « Mon compte », « Adresses électroniques », puis
        changez votre mot de passe. L’assistance peut vous aider au {institution.supportPhone}.
      </Paragraph>
    </Frame>
  ),
  preview: { props: { firstName: "Camille", address: "camille.perso@example.org" }, secrets: {} },
});
