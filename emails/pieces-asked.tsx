import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph, QuotedText } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly structure: string;
  readonly pieces: readonly string[];
  /** The first of them: where the link leads. */
  readonly block: string;
  /** Of the manager; empty when nothing was written. */
  readonly message: string;
}

/** To a trainer: a manager asks for chosen blocks of the administrative file (EI-64). */
export const piecesAsked = email<Props, NoSecrets>({
  subject: (_props, { shortName }) => `Demande de données et pièces complémentaires pour votre dossier intervenant du ${shortName}`,
  from: fromTrainers,
  Body: ({ firstName, structure, pieces, block, message, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary="Votre gestionnaire vous demande de compléter votre dossier administratif."
      why="Vous recevez ce message parce que vous êtes intervenant ou intervenante."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Pour compléter votre dossier administratif, <strong>{structure}</strong> vous demande :
      </Paragraph>
      {pieces.map((piece) => (
        <Paragraph key={piece}>– {piece}</Paragraph>
      ))}
      {message !== "" && <QuotedText>{message}</QuotedText>}
      <Paragraph>Le lien mène droit au formulaire : ce que vous avez déjà saisi y est gardé.</Paragraph>
      <MailLink href={`${institution.siteUrl}${paths.trainers.dossier({}, block)}`}>Compléter mon dossier</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      firstName: "Camille",
      structure: "Délégation Grand Est",
      pieces: ["Document d’identité", "Informations bancaires"],
      block: "identity",
      message: "Il nous les faut avant la paie de décembre.",
    },
    secrets: {},
  },
});
