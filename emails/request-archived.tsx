import { email, type NoSecrets } from "./email";
import { fromTrainers, RequestFrame, type RequestProps, sampleRequest } from "./parts/request-frame";
import { Paragraph } from "./parts/text";

/** A request without an answer for two months is archived (EI-41). */
export const requestArchived = email<RequestProps, NoSecrets>({
  subject: (_, { shortName }) => `Espace Intervenants ${shortName} - Votre demande d’inscription est archivée`,
  from: fromTrainers,
  Body: (given) => (
    <RequestFrame
      {...given}
      summary="Elle peut être réactivée : il suffit de le demander à l’assistance."
      link="Ouvrir l’Espace Intervenants"
    >
      <Paragraph>
        <strong>{given.structure}</strong> n’a pas reçu les précisions demandées pour étudier votre demande d’inscription. Après deux mois
        sans réponse, la demande est archivée.
      </Paragraph>
      <Paragraph>
        Rien n’est perdu : si vous souhaitez toujours intervenir, demandez la réactivation de votre profil à l’assistance, aux coordonnées
        ci-dessous. Vous retrouverez ce que vous aviez saisi.
      </Paragraph>
    </RequestFrame>
  ),
  preview: { props: { ...sampleRequest, url: "https://example.org/intervenants" }, secrets: {} },
});
