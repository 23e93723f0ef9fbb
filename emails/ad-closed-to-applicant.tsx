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

/** To somebody who applied: the ad is closed, and why (EI-14, EI-96). */
export const adClosedToApplicant = email<Props, NoSecrets>({
  subject: ({ number }, { shortName }) => `${trainersApplication} ${shortName} - L’annonce n° ${number} est clôturée`,
  from: fromTrainers,
  Body: ({ firstName, number, title, reason, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary="L’annonce à laquelle vous avez répondu est clôturée."
      why="Vous recevez ce message parce que vous avez répondu à cette annonce."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Vous avez répondu à l’annonce n° {number}, « {title} ». Elle est maintenant clôturée, et votre candidature n’est pas retenue.
      </Paragraph>
      <Paragraph>Motif :</Paragraph>
      <QuotedText>{reason}</QuotedText>
      <Paragraph>D’autres annonces sont ouvertes :</Paragraph>
      <MailLink href={`${institution.siteUrl}${paths.trainers.ads()}`}>Voir les annonces</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      firstName: "Camille",
      number: "0542611003",
      title: "Élaborer un budget communal",
      reason: "Un intervenant a été retenu.",
    },
    secrets: {},
  },
});
