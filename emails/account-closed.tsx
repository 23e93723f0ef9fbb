import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  /** "21/11/2026 à 10:24" */
  readonly at: string;
  /** "Firefox sur Windows" */
  readonly device: string;
  /** "21 novembre 2027": until then a hash of the addresses is kept, and no request is possible with them (EI-40). */
  readonly waitsUntil?: string | null;
}

/** The last mail of an account, to each address it had (MC-30). */
export const accountClosed = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Votre compte est fermé`,
  from: fromAccount,
  Body: ({ firstName, at, device, waitsUntil, institution }) => (
    <Frame
      institution={institution}
      summary="Votre compte est fermé et vos données personnelles sont effacées."
      why="Vous recevez ce message, le dernier, parce que le compte lié à cette adresse vient d’être fermé."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Votre compte a été fermé le {at}, à votre demande ({device}). Vos données personnelles ont été effacées : identité, adresses,
        téléphone, photo, mot de passe, seconds facteurs et autorisations.
      </Paragraph>
      <Paragraph>
        Un journal technique garde la trace des actions passées, sous un numéro qui ne donne plus votre nom, pendant la durée exigée pour la
        sécurité. Vous pouvez à tout moment créer un nouveau compte avec cette adresse.
      </Paragraph>
      {typeof waitsUntil === "string" && (
        <Paragraph>
          Une demande d’inscription comme intervenant a été étudiée avec vos adresses sans être retenue : leur empreinte, sans votre nom,
          est gardée jusqu’au {waitsUntil}, jour à partir duquel une nouvelle demande est possible avec elles, puis elle est effacée.
        </Paragraph>
      )}
      <Paragraph>
        Vous n’avez pas demandé cette fermeture ? Contactez l’assistance sans attendre : cette suppression ne peut pas être annulée, mais il
        faut en chercher la cause.
      </Paragraph>
    </Frame>
  ),
  preview: {
    props: { firstName: "Camille", at: "21/11/2026 à 10:24", device: "Firefox sur Windows", waitsUntil: "21 novembre 2027" },
    secrets: {},
  },
});
