import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph, QuotedText } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly piece: string;
  /** Where it stands in the form. */
  readonly block: string;
  /** New last whole day, "30 juin 2027". */
  readonly until: string;
  readonly reason: string;
}

/** To a trainer: the validity of a piece was extended by the national administrator (EI-106). */
export const piecesExtended = email<Props, NoSecrets>({
  subject: (_props, { shortName }) => `${trainersApplication} ${shortName} - Une pièce de votre dossier administratif est prolongée`,
  from: fromTrainers,
  Body: ({ firstName, piece, block, until, reason, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary={`Valable jusqu’au ${until} : vous n’avez rien à faire.`}
      why="Vous recevez ce message parce qu’une pièce de votre dossier administratif a une fin de validité."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Une pièce de votre dossier administratif est prolongée jusqu’au <strong>{until}</strong> inclus, sans rien à faire de votre part :{" "}
        {piece}. Motif :
      </Paragraph>
      <QuotedText>{reason}</QuotedText>
      <Paragraph>Nous vous préviendrons avant cette nouvelle fin.</Paragraph>
      <MailLink href={`${institution.siteUrl}${paths.trainers.dossier({}, block)}`}>Voir cette pièce</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      firstName: "Camille",
      piece: "Dernier arrêté de situation (secteur public)",
      block: "order",
      until: "30 juin 2027",
      reason: "Les arrêtés de 2027 ne seront pas publiés avant le mois de mai.",
    },
    secrets: {},
  },
});
