import { email, type NoSecrets } from "./email";
import { fromTrainers, RequestFrame, type RequestProps, sampleRequest } from "./parts/request-frame";
import { Paragraph } from "./parts/text";

/** The profile is in the CVthèque (EI-42). */
export const requestValidated = email<RequestProps, NoSecrets>({
  subject: (_, { shortName }) => `Espace Intervenants ${shortName} - Votre demande d’inscription est validée`,
  from: fromTrainers,
  Body: (given) => (
    <RequestFrame
      {...given}
      summary="Bienvenue parmi nos intervenants : votre profil est visible de toutes nos structures."
      link="Ouvrir l’Espace Intervenants"
    >
      <Paragraph>
        Bonne nouvelle : <strong>{given.structure}</strong> a validé votre demande d’inscription. Bienvenue parmi nos intervenants !
      </Paragraph>
      <Paragraph>
        Votre profil est désormais dans notre CVthèque, et toutes nos structures peuvent vous contacter. Vous pouvez répondre aux annonces ;
        si vous aviez préparé des candidatures, elles viennent d’être envoyées.
      </Paragraph>
    </RequestFrame>
  ),
  preview: { props: sampleRequest, secrets: {} },
});
