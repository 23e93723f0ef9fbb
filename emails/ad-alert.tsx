import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly number: string;
  readonly title: string;
  readonly structure: string;
  /** "31 janvier 2027" */
  readonly deadline: string | null;
  /** Stops the alerts of this person, without signing in. */
  readonly stopToken: string;
}

/** To a trainer who asked for it: an ad that matches is published (EI-15). */
export const adAlert = email<Props, NoSecrets>({
  subject: ({ title }, { shortName }) => `${trainersApplication} ${shortName} - Nouvelle annonce : ${title}`,
  from: fromTrainers,
  Body: ({ firstName, number, title, structure, deadline, stopToken, institution: { siteUrl }, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary={`${structure} cherche une personne pour intervenir.`}
      why="Vous recevez ce message parce que vous avez demandé, dans votre CV, des alertes sur les annonces qui vous correspondent."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Une annonce qui correspond à vos choix est publiée : <strong>{title}</strong> (n° {number}, {structure}).
      </Paragraph>
      {deadline !== null && <Paragraph>On peut y répondre jusqu’au {deadline} inclus.</Paragraph>}
      <MailLink href={`${siteUrl}${paths.trainers.ad(number)}`}>Lire l’annonce</MailLink>
      <Paragraph>Vous ne voulez plus de ces alertes ? Un clic suffit, sans vous connecter :</Paragraph>
      <MailLink href={`${siteUrl}${paths.trainers.alerts(stopToken)}`}>Arrêter les alertes</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      firstName: "Camille",
      number: "0542611003",
      title: "Élaborer un budget communal",
      structure: "Délégation Grand Est",
      deadline: "31 janvier 2027",
      stopToken: "018f0000-0000-7000-8000-000000000002",
    },
    secrets: {},
  },
});
