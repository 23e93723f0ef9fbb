import { Link, Text } from "react-email";
import { longDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { interventionWarning } from "@/lib/trainers/dossier/expiry/rules";
import { datedLabels } from "@/lib/trainers/dossier/expiry/vocabulary";
import type { DossierBlock } from "@/lib/trainers/dossier/vocabulary";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import * as look from "./parts/look";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  /** Day of the mail. */
  readonly today: string;
  readonly civility: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly pieces: readonly {
    readonly block: DossierBlock;
    readonly files: readonly string[];
    /** Last whole day. */
    readonly endsOn: string;
    /** Planned interventions that it does not reach. */
    readonly sessions: readonly { readonly startsOn: string; readonly endsOn: string }[];
  }[];
}
const civilities: Readonly<Record<string, string>> = { mme: "Mme ", m: "M. " };

/** To a trainer, once a day at most: the pieces that end soon, or are over (EI-66). */
export const pieceEnding = email<Props, NoSecrets>({
  subject: (_props, { shortName }) => `Demande de mise à jour de pièces pour votre dossier intervenant du ${shortName}`,
  from: fromTrainers,
  Body: ({ today, civility, firstName, lastName, pieces, institution: { siteUrl }, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary="Des pièces de votre dossier administratif sont à mettre à jour."
      why="Vous recevez ce message parce que des pièces de votre dossier administratif ont une fin de validité."
    >
      <Paragraph>
        {civilities[civility] ?? ""}
        {firstName} {lastName},
      </Paragraph>
      <Paragraph>
        Nous vous informons que, dans votre dossier administratif, des pièces nécessitent une mise à jour de votre part. Nous vous prions de
        charger la ou les pièces ci-dessous avant la date indiquée. Veuillez ne pas tenir compte de ce message si vous venez de les mettre à
        jour.
      </Paragraph>
      {pieces.map(({ block, files, endsOn, sessions }) => (
        <Text key={block} style={look.text}>
          <Link href={`${siteUrl}${paths.trainers.dossier({}, block)}`} style={look.link}>
            {datedLabels[block]}
          </Link>
          {files.length > 0 && ` (${files.join(", ")})`}
          <br />
          <strong>
            {endsOn < today ? `N’est plus à jour : valable jusqu’au ${longDay(endsOn)}` : `Valable jusqu’au ${longDay(endsOn)} inclus`}
          </strong>
          {sessions.map((session) => (
            <span key={session.startsOn}>
              <br />
              {interventionWarning({ block, endsOn, session }, today)}.
            </span>
          ))}
        </Text>
      ))}
      <Paragraph>Sans nouvelle pièce transmise d’ici là, votre dossier devient incomplet le lendemain de cette date.</Paragraph>
      <MailLink href={`${siteUrl}${paths.trainers.dossier()}`}>Mes données et documents</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      today: "2027-01-11",
      civility: "mme",
      firstName: "Camille",
      lastName: "Durand",
      pieces: [
        { block: "honour", files: ["attestation.pdf"], endsOn: "2027-01-10", sessions: [] },
        {
          block: "order",
          files: ["arrete-2026.pdf"],
          endsOn: "2027-03-11",
          sessions: [{ startsOn: "2027-03-14", endsOn: "2027-03-15" }],
        },
      ],
    },
    secrets: {},
  },
});
