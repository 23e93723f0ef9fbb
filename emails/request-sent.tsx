import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly structure: string;
  /** Sent again, after more was asked. */
  readonly again: boolean;
}

/** Receipt of a request to join the CVthèque (EI-32). */
export const requestSent = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Espace Intervenants ${shortName} - Votre demande d’inscription a été transmise`,
  from: fromTrainers,
  Body: ({ firstName, structure, again, institution }) => (
    <Frame
      institution={institution}
      summary="Votre dossier a bien été transmis."
      why="Vous recevez ce message parce que vous avez transmis votre CV depuis l’Espace Intervenants."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        {again ? "Vos compléments ont bien été transmis" : "Votre dossier a bien été transmis"} à votre structure de rattachement :{" "}
        {structure}. Une fois votre demande étudiée, vous recevrez un courriel de suivi.
      </Paragraph>
      <Paragraph>D’ici là, votre CV se lit, mais ne se modifie pas.</Paragraph>
      <MailLink href={`${institution.siteUrl}${paths.trainers.cv()}`}>Voir où en est ma demande</MailLink>
    </Frame>
  ),
  preview: { props: { firstName: "Camille", structure: "Délégation Grand Est", again: false }, secrets: {} },
});
