import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  /** "samedi 21 novembre 2026 à 10:24", in Paris time. */
  readonly at: string;
  /** "Firefox sur Windows". */
  readonly device: string;
  /** The first reset of an account takes its passkeys away. */
  readonly droppedPasskeys: boolean;
}

/** To both addresses, so that a theft is seen (MC-21). */
export const passwordChanged = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Votre mot de passe a été changé`,
  from: fromAccount,
  Body: ({ firstName, at, device, droppedPasskeys, institution }) => (
    <Frame
      institution={institution}
      summary="Le mot de passe de votre compte vient d’être changé."
      why="Vous recevez ce message parce que le mot de passe de votre compte a changé."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Le mot de passe de votre compte a été changé le {at} (heure de Paris), depuis {device}. Les autres appareils ont été déconnectés.
      </Paragraph>
      {droppedPasskeys && (
        <Paragraph>
          Par précaution, vos clés d’accès ont été retirées. Vous pouvez les enregistrer à nouveau dans « Mon compte », « Second facteur ».
        </Paragraph>
      )}
      <Paragraph>C’était vous ? Vous n’avez rien à faire.</Paragraph>
      <Paragraph>
        <strong>Ce n’était pas vous ?</strong> Choisissez tout de suite un nouveau mot de passe : sur la page de connexion, appuyez sur
        « Mot de passe oublié ? », puis suivez le lien reçu par courriel. Appelez aussi l’assistance au {institution.supportPhone}.
      </Paragraph>
    </Frame>
  ),
  preview: {
    props: { firstName: "Camille", at: "samedi 21 novembre 2026 à 10:24", device: "Firefox sur Windows", droppedPasskeys: true },
    secrets: {},
  },
});
