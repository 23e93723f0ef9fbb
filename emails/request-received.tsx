import { email, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { fromTrainers } from "./parts/request-frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  /** "Camille Durand" */
  readonly candidate: string;
  readonly structure: string;
  /** The request comes back with what was asked. */
  readonly again: boolean;
  /** Page of the request in the back office. */
  readonly url: string;
}

/** To the structure: a request waits for it (EI-32, EI-41). */
export const requestReceived = email<Props, NoSecrets>({
  subject: ({ candidate, again }, { shortName }) =>
    again
      ? `Espace Intervenants ${shortName} - ${candidate} a complété sa demande`
      : `Espace Intervenants ${shortName} - Nouvelle demande d’inscription : ${candidate}`,
  from: fromTrainers,
  Body: ({ candidate, structure, again, url, institution }) => (
    <Frame
      institution={institution}
      summary={again ? "Les compléments demandés sont arrivés." : "Une demande d’inscription attend votre étude."}
      why={`Ce message est adressé aux gestionnaires de ${structure}.`}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {again ? (
          <>
            <strong>{candidate}</strong> a complété son profil et vous transmet à nouveau sa demande d’inscription.
          </>
        ) : (
          <>
            <strong>{candidate}</strong> souhaite rejoindre nos intervenants et vous a choisi comme structure de rattachement.
          </>
        )}
      </Paragraph>
      <MailLink href={url}>Étudier la demande</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      candidate: "Camille Durand",
      structure: "Délégation Grand Est",
      again: false,
      url: "https://example.org/gestion/intervenants/demandes/1",
    },
    secrets: {},
  },
});
