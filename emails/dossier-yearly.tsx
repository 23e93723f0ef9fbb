import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly complete: boolean;
}

/** To a trainer, once a year: read the whole administrative file again (EI-69). */
export const dossierYearly = email<Props, NoSecrets>({
  subject: (_props, { shortName }) => `${trainersApplication} ${shortName} - Relisez votre dossier administratif`,
  from: fromTrainers,
  Body: ({ firstName, complete, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary="Une fois par an, relisez votre dossier administratif."
      why="Vous recevez ce message parce que votre dossier administratif a été validé à cette date, une année précédente."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Votre dossier administratif doit être relu tous les ans. Vérifiez votre adresse, vos téléphones, votre statut, votre employeur et
        vos coordonnées bancaires, et corrigez ce qui a changé.
      </Paragraph>
      <Paragraph>
        {complete
          ? "Votre dossier est complet : si rien n’a changé, vous n’avez rien d’autre à faire."
          : "Votre dossier n’est pas complet : la page vous dit quelles pièces manquent ou ne sont plus à jour."}
      </Paragraph>
      <MailLink href={`${institution.siteUrl}${paths.trainers.dossier()}`}>Relire mon dossier</MailLink>
    </Frame>
  ),
  preview: { props: { firstName: "Camille", complete: true }, secrets: {} },
});
