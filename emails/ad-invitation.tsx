import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph, QuotedText } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly number: string;
  readonly title: string;
  readonly structure: string;
  /** Of the manager; perhaps empty. */
  readonly message: string;
  /** "31 janvier 2027" */
  readonly deadline: string | null;
}

/** To a trainer: a manager proposes an ad (EI-96). */
export const adInvitation = email<Props, NoSecrets>({
  subject: ({ title }, { shortName }) => `${trainersApplication} ${shortName} - Une annonce vous est proposée : ${title}`,
  from: fromTrainers,
  Body: ({ firstName, number, title, structure, message, deadline, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary={`${structure} a pensé à vous.`}
      why="Vous recevez ce message parce que votre profil est dans la CVthèque, et qu’une structure vous propose une annonce."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        {structure} a pensé à vous pour l’annonce n° {number}, « {title} ».
      </Paragraph>
      {message !== "" && (
        <>
          <Paragraph>Son message :</Paragraph>
          <QuotedText>{message}</QuotedText>
        </>
      )}
      {deadline !== null && <Paragraph>On peut y répondre jusqu’au {deadline} inclus. Répondre reste votre choix.</Paragraph>}
      <MailLink href={`${institution.siteUrl}${paths.trainers.ad(number)}`}>Lire l’annonce</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      firstName: "Camille",
      number: "0542611003",
      title: "Élaborer un budget communal",
      structure: "Délégation Grand Est",
      message: "Votre expérience des budgets communaux nous intéresse.",
      deadline: "31 janvier 2027",
    },
    secrets: {},
  },
});
