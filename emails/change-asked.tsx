import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly trainer: string;
  /** What the field is called; the values are read in the back office, not in a mailbox. */
  readonly field: string;
  readonly changeId: string;
}

/** To the home structure: a trainer asks for a change of a locked field (EI-99). */
export const changeAsked = email<Props, NoSecrets>({
  subject: ({ trainer }, { shortName }) => `${trainersApplication} ${shortName} - ${trainer} demande une modification`,
  from: fromTrainers,
  Body: ({ trainer, field, changeId, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary={`${trainer} demande la modification d’une information verrouillée.`}
      why="Vous recevez ce message parce que cette personne est rattachée à votre structure."
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        <strong>{trainer}</strong> demande la modification de cette information : {field}.
      </Paragraph>
      <Paragraph>La valeur demandée, l’explication et le justificatif se lisent à côté de la valeur actuelle :</Paragraph>
      <MailLink href={`${institution.siteUrl}${paths.manage.change(changeId)}`}>Étudier la demande</MailLink>
    </Frame>
  ),
  preview: {
    props: { trainer: "Camille Durand", field: "Nom d’usage", changeId: "018f0000-0000-7000-8000-000000000001" },
    secrets: {},
  },
});
