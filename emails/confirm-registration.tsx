import { email, fromAccount } from "./email";
import { Frame } from "./parts/frame";
import { MailCode, MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly address: string;
  /** "24 novembre 2026 à 10:24": until when it works, in Paris time. */
  readonly until: string;
  /** Where it was asked for: other subject and sender (MC-05, EI-21). */
  readonly application: string;
  readonly services: readonly string[];
}

interface Secrets {
  readonly url: string;
  readonly code: string;
}

export const confirmRegistration = email<Props, Secrets>({
  subject: ({ application }, { shortName }) =>
    application === "formadist"
      ? "Confirmation de l’inscription"
      : application === "intervenants"
        ? "Inscription sur l’Espace intervenants"
        : `Mon Compte ${shortName} - Confirmation de votre inscription`,
  from: fromAccount,
  Body: ({ firstName, address, until, application, services, url, code, institution }) => (
    <Frame
      institution={institution}
      summary="Confirmez votre adresse pour activer votre compte."
      why="Vous recevez ce message parce qu’une inscription a été demandée avec cette adresse."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Vous vous êtes inscrit ou inscrite sur {application === "intervenants" ? "l’Espace Intervenants, avec " : ""}Mon Compte{" "}
        {institution.shortName}. Votre identifiant : <strong>{address}</strong>
      </Paragraph>
      <Paragraph>Pour activer votre compte, ouvrez cette page et appuyez sur « Confirmer » :</Paragraph>
      <MailLink href={url}>Confirmer mon inscription</MailLink>
      <Paragraph>Sur un autre appareil, ou si le lien ne s’ouvre pas, saisissez ce code sur la page de confirmation :</Paragraph>
      <MailCode code={code} />
      <Paragraph>
        Ce lien et ce code sont valables jusqu’au {until}. Passé ce délai, la demande d’inscription sera annulée et ses données effacées ;
        vous pourrez vous inscrire à nouveau.
      </Paragraph>
      {application === "formadist" && (
        <Paragraph>
          Votre compte donne accès à : {services.join(", ")}. Nous contacter : {institution.supportAddress}
        </Paragraph>
      )}
      <Paragraph>Vous n’avez rien demandé ? Ignorez ce message : aucun compte ne sera créé.</Paragraph>
    </Frame>
  ),
  preview: {
    props: { firstName: "Camille", address: "camille@example.org", until: "24/11/2026 à 10:24", application: "compte", services: [] },
    secrets: { url: "https://example.org/compte/lien/exemple", code: "12345678" },
  },
});
