import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly applicant: string;
  readonly adId: string;
  readonly number: string;
  readonly title: string;
}

/** To the structure that published an ad: somebody applies (EI-14). What they say is read in the back office, not in a mailbox. */
export const applicationReceived = email<Props, NoSecrets>({
  subject: ({ number }, { shortName }) => `${trainersApplication} ${shortName} - Une candidature pour l’annonce n° ${number}`,
  from: fromTrainers,
  Body: ({ applicant, adId, number, title, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary={`${applicant} répond à votre annonce.`}
      why="Vous recevez ce message parce que votre structure a publié cette annonce."
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        <strong>{applicant}</strong> répond à votre annonce n° {number}, « {title} ».
      </Paragraph>
      <Paragraph>Son commentaire, son profil et ses coordonnées se lisent sur la page de l’annonce :</Paragraph>
      <MailLink href={`${institution.siteUrl}${paths.manage.adApplications(adId)}`}>Lire la candidature</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      applicant: "Camille Durand",
      adId: "018f0000-0000-7000-8000-000000000001",
      number: "0542611003",
      title: "Élaborer un budget communal",
    },
    secrets: {},
  },
});
