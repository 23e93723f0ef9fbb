import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  /** The former secondary address. */
  readonly address: string;
}

/** To the main address, when the secondary one no longer counts. */
export const secondaryRemoved = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Votre courriel secondaire a été retiré`,
  from: fromAccount,
  Body: ({ firstName, address, institution }) => (
    <Frame
      institution={institution}
      summary="Votre courriel secondaire a été retiré."
      why="Vous recevez ce message parce que les adresses de votre compte ont changé."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        L’adresse <strong>{address}</strong> n’est plus le courriel secondaire de votre compte. Les messages liés à votre compte arriveront
        désormais à votre adresse principale.
      </Paragraph>
      <Paragraph>
        <strong>Ce n’était pas vous ?</strong> Changez tout de suite votre mot de passe, et appelez l’assistance au{" "}
        {institution.supportPhone}.
      </Paragraph>
    </Frame>
  ),
  preview: { props: { firstName: "Camille", address: "camille.perso@example.org" }, secrets: {} },
});
