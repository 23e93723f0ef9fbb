import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly address: string;
}

/** To the owner of an address that another account asked for: the screen says nothing of it (MC-22). */
export const addressKnown = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Votre adresse a été demandée pour un autre compte`,
  from: fromAccount,
  Body: ({ firstName, address, institution }) => (
    <Frame
      institution={institution}
      summary="Votre adresse a été demandée pour un autre compte ; rien n’a changé."
      why="Vous recevez ce message parce que l’adresse de votre compte a été saisie dans un autre compte."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Quelqu’un, peut-être vous, a demandé à utiliser l’adresse <strong>{address}</strong> pour un autre compte. Elle appartient déjà au
        vôtre : rien n’a changé.
      </Paragraph>
      <Paragraph>Si vous avez deux comptes et voulez passer cette adresse de l’un à l’autre, retirez-la d’abord du premier.</Paragraph>
      <Paragraph>
        Ce n’était pas vous ? Vous n’avez rien à faire : personne ne peut prendre votre adresse sans lire vos courriels.
      </Paragraph>
    </Frame>
  ),
  preview: { props: { firstName: "Camille", address: "camille@example.org" }, secrets: {} },
});
