import { plural } from "@/lib/core/format";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  /** "Marc Lambert" */
  readonly who: string;
  readonly looks: number;
  /** "21/11/2026 à 10:24" */
  readonly at: string;
  /** The page that lists what this person looked at. */
  readonly url: string;
}

/** To the national administrators: somebody reads unusually many pieces of trainers' files (EI-98). */
export const dossierLooksAlert = email<Props, NoSecrets>({
  subject: ({ who }, { shortName }) => `${trainersApplication} ${shortName} - Consultations inhabituelles de pièces : ${who}`,
  from: fromTrainers,
  Body: ({ firstName, who, looks, at, url, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary={`${who} a lu ${plural(looks, "pièce")} en une heure.`}
      why="Vous recevez ce message parce que vous administrez la plateforme."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        <strong>{who}</strong> a lu {plural(looks, "pièce")} de dossiers d’intervenants en une heure (le {at}). C’est plus que le seuil que
        vous avez fixé. Demandez-lui pourquoi ; si la réponse ne vient pas, bloquez son compte, puis regardez ce qui a été vu.
      </Paragraph>
      <MailLink href={url}>Voir ce qui a été consulté</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      firstName: "Nadia",
      who: "Marc Lambert",
      looks: 51,
      at: "21/11/2026 à 10:24",
      url: "https://example.org/gestion/dossiers/fuites",
    },
    secrets: {},
  },
});
