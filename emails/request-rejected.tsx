import { email, type NoSecrets } from "./email";
import { fromTrainers, RequestFrame, type RequestProps, sampleRequest } from "./parts/request-frame";
import { Paragraph, QuotedText } from "./parts/text";

interface Props extends RequestProps {
  readonly reason: string;
  /** "21 novembre 2027" */
  readonly mayRequestFrom: string;
}

/** The request is not retained, and why (EI-40). */
export const requestRejected = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Espace Intervenants ${shortName} - Votre demande d’inscription n’est pas retenue`,
  from: fromTrainers,
  Body: ({ reason, mayRequestFrom, ...given }) => (
    <RequestFrame {...given} summary="Voici pourquoi, et quand vous pourrez présenter une nouvelle demande." link="Revoir mon profil">
      <Paragraph>
        Nous vous remercions de l’intérêt que vous portez à nos formations. Après étude, <strong>{given.structure}</strong> n’a pas retenu
        votre demande d’inscription, pour la raison suivante :
      </Paragraph>
      <QuotedText>{reason}</QuotedText>
      <Paragraph>
        Votre profil est conservé. Vous pourrez le compléter et présenter une nouvelle demande à partir du <strong>{mayRequestFrom}</strong>
        .
      </Paragraph>
    </RequestFrame>
  ),
  preview: {
    props: {
      ...sampleRequest,
      reason: "Votre parcours est solide, mais il ne correspond pas aux spécialités que nous recherchons cette année.",
      mayRequestFrom: "21 novembre 2027",
    },
    secrets: {},
  },
});
