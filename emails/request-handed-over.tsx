import { email, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { fromTrainers } from "./parts/request-frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  /** Of the colleague it is given to. */
  readonly firstName: string;
  /** "Marc Lambert" */
  readonly from: string;
  /** "Camille Durand" */
  readonly candidate: string;
  readonly structure: string;
  /** Page of the request in the back office. */
  readonly url: string;
}

/** To a colleague: a request is theirs to study (AD-02, EI-43). */
export const requestHandedOver = email<Props, NoSecrets>({
  subject: ({ candidate }, { shortName }) => `Espace Intervenants ${shortName} - Une demande vous est confiée : ${candidate}`,
  from: fromTrainers,
  Body: ({ firstName, from, candidate, structure, url, institution }) => (
    <Frame
      institution={institution}
      summary={`${from} vous confie une demande d’inscription.`}
      why={`Vous recevez ce message parce que vous gérez ${structure}.`}
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        <strong>{from}</strong> vous confie l’étude de la demande d’inscription de <strong>{candidate}</strong>. Jusqu’à demain, vos
        collègues voient qu’elle est entre vos mains.
      </Paragraph>
      <MailLink href={url}>Étudier la demande</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      firstName: "Sofia",
      from: "Marc Lambert",
      candidate: "Camille Durand",
      structure: "Délégation Grand Est",
      url: "https://example.org/gestion/intervenants/demandes/1",
    },
    secrets: {},
  },
});
