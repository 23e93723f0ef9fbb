import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph, QuotedText } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly number: string;
  readonly title: string;
  readonly reason: string;
}

/** To somebody who applied: the structure does not retain it, and why (AD-05). */
export const applicationAnswered = email<Props, NoSecrets>({
  subject: ({ number }, { shortName }) => `${trainersApplication} ${shortName} - Votre réponse à l’annonce n° ${number}`,
  from: fromTrainers,
  Body: ({ firstName, number, title, reason, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary="La structure a répondu à votre candidature."
      why="Vous recevez ce message parce que vous avez répondu à cette annonce."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Vous avez répondu à l’annonce n° {number}, « {title} ». Votre candidature n’est pas retenue.
      </Paragraph>
      <Paragraph>Motif :</Paragraph>
      <QuotedText>{reason}</QuotedText>
      <Paragraph>Votre profil reste dans la CVthèque, et d’autres annonces sont ouvertes. Toutes vos réponses :</Paragraph>
      <MailLink href={`${institution.siteUrl}${paths.trainers.applications()}`}>Voir mes réponses aux annonces</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      firstName: "Camille",
      number: "0542611003",
      title: "Élaborer un budget communal",
      reason: "Nous cherchions une personne disponible en mars.",
    },
    secrets: {},
  },
});
