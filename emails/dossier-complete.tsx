import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  /** Blocks whose last sending was refused: what is in force counts meanwhile. */
  readonly refused?: readonly string[];
}

/** To a trainer: the administrative file is complete and validated, and what comes next (EI-69). */
export const dossierComplete = email<Props, NoSecrets>({
  subject: (_props, { shortName }) => `${trainersApplication} ${shortName} - Votre dossier administratif est complet`,
  from: fromTrainers,
  Body: ({ firstName, refused = [], institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary="Toutes les pièces demandées sont validées."
      why="Vous recevez ce message parce que vous avez transmis des pièces pour votre dossier administratif."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Votre dossier administratif est complet et validé. La suite : la structure où vous intervenez vous envoie une lettre de demande, qui
        précise le contenu, les dates et le paiement de votre intervention.
      </Paragraph>
      {refused.length > 0 && (
        <Paragraph>
          Il vous reste à refaire ce qui a été refusé&nbsp;: {refused.join(", ")}. En attendant, ce que vous aviez envoyé avant reste
          valable.
        </Paragraph>
      )}
      <Paragraph>Nous vous préviendrons avant qu’une pièce n’arrive à sa fin.</Paragraph>
      <MailLink href={`${institution.siteUrl}${paths.trainers.dossier()}`}>Voir mon dossier</MailLink>
    </Frame>
  ),
  preview: { props: { firstName: "Camille", refused: ["Diplôme"] }, secrets: {} },
});
