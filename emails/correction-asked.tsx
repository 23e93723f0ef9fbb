import { email, type NoSecrets } from "./email";
import { fromTrainers, RequestFrame, type RequestProps, sampleRequest } from "./parts/request-frame";
import { Paragraph, QuotedText } from "./parts/text";

interface Props extends RequestProps {
  /** "21 janvier 2027": two months from when this is written; it may leave later, and the day with it. */
  readonly archivedFrom: string;
  readonly remarks: readonly { readonly title: string; readonly remark: string }[];
}

/** More is asked before a decision (EI-41). */
export const correctionAsked = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Espace Intervenants ${shortName} - Votre demande d’inscription est à compléter`,
  from: fromTrainers,
  Body: ({ archivedFrom, remarks, ...given }) => (
    <RequestFrame
      {...given}
      summary="Quelques précisions nous manquent pour étudier votre demande : vous avez deux mois pour les apporter."
      link="Compléter mon profil"
    >
      <Paragraph>
        <strong>{given.structure}</strong> étudie votre demande d’inscription et a besoin de quelques précisions :
      </Paragraph>
      {remarks.map(({ title, remark }) => (
        <div key={title}>
          <Paragraph>
            <strong>{title}</strong>
          </Paragraph>
          <QuotedText>{remark}</QuotedText>
        </div>
      ))}
      <Paragraph>
        Votre profil est de nouveau modifiable, et ces remarques s’affichent à côté des rubriques concernées. Quand vous aurez terminé,
        transmettez-le à nouveau par le même bouton. Sans réponse de votre part, la demande sera archivée au plus tôt le{" "}
        <strong>{archivedFrom}</strong>, et un rappel vous sera envoyé deux semaines avant.
      </Paragraph>
    </RequestFrame>
  ),
  preview: {
    props: {
      ...sampleRequest,
      archivedFrom: "21 janvier 2027",
      remarks: [
        { title: "Expériences professionnelles", remark: "Pouvez-vous préciser les dates de votre dernier poste ?" },
        { title: "Spécialités de formation", remark: "Dites-nous dans quelles sous-spécialités vous souhaitez intervenir." },
      ],
    },
    secrets: {},
  },
});
