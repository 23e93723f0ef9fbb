import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph, QuotedText } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly field: string;
  readonly structure: string;
  readonly accepted: boolean;
  /** Empty when it is accepted. */
  readonly reason: string;
}

/** To a trainer: what became of the change they asked for (EI-99). */
export const changeDecided = email<Props, NoSecrets>({
  subject: ({ accepted }, { shortName }) =>
    `${trainersApplication} ${shortName} - Votre demande de modification est ${accepted ? "acceptée" : "refusée"}`,
  from: fromTrainers,
  Body: ({ firstName, field, structure, accepted, reason, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary={accepted ? "La modification est enregistrée dans votre profil." : "Votre profil n’a pas changé."}
      why="Vous recevez ce message parce que vous avez demandé la modification d’une information de votre profil."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        {accepted ? (
          <>
            <strong>{structure}</strong> a accepté la modification que vous avez demandée : {field}. Elle est enregistrée dans votre profil.
          </>
        ) : (
          <>
            <strong>{structure}</strong> n’a pas accepté la modification que vous avez demandée : {field}. Motif :
          </>
        )}
      </Paragraph>
      {!accepted && <QuotedText>{reason}</QuotedText>}
      <MailLink href={`${institution.siteUrl}${paths.trainers.myInformation()}`}>Voir mes informations</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      firstName: "Camille",
      field: "Nom d’usage",
      structure: "Délégation Grand Est",
      accepted: false,
      reason: "Le justificatif joint n’est pas lisible. Pouvez-vous nous en envoyer un autre ?",
    },
    secrets: {},
  },
});
