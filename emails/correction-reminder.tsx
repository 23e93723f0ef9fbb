import { email, type NoSecrets } from "./email";
import { fromTrainers, RequestFrame, type RequestProps, sampleRequest } from "./parts/request-frame";
import { Paragraph } from "./parts/text";

interface Props extends RequestProps {
  /** "21 janvier 2027" */
  readonly archivedOn: string;
}

/** The demand for more is still without an answer: told two weeks before the request is archived (EI-41). */
export const correctionReminder = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Espace Intervenants ${shortName} - Votre demande d’inscription attend vos compléments`,
  from: fromTrainers,
  Body: ({ archivedOn, ...given }) => (
    <RequestFrame {...given} summary={`Sans réponse, votre demande sera archivée le ${archivedOn}.`} link="Compléter mon profil">
      <Paragraph>
        <strong>{given.structure}</strong> vous a demandé des précisions pour étudier votre demande d’inscription, et ne les a pas encore
        reçues.
      </Paragraph>
      <Paragraph>
        Pour qu’elle puisse poursuivre, complétez votre profil et transmettez-le à nouveau avant le <strong>{archivedOn}</strong>. Passé
        cette date, la demande sera archivée ; vous pourrez en demander la réactivation à l’assistance.
      </Paragraph>
    </RequestFrame>
  ),
  preview: { props: { ...sampleRequest, archivedOn: "21 janvier 2027" }, secrets: {} },
});
