import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph, QuotedText } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly piece: string;
  /** Where it stands in the form. */
  readonly block: string;
  readonly reason: string;
}

/** To a trainer: a piece of the administrative file was refused, and why (AD-04). */
export const pieceRefused = email<Props, NoSecrets>({
  subject: (_props, { shortName }) => `${trainersApplication} ${shortName} - Une pièce de votre dossier administratif est à refaire`,
  from: fromTrainers,
  Body: ({ firstName, piece, block, reason, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary="Une pièce n’a pas pu être validée : voici pourquoi."
      why="Vous recevez ce message parce que vous avez transmis des pièces pour votre dossier administratif."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Ce que vous avez transmis n’a pas pu être validé : <strong>{piece}</strong>. Motif :
      </Paragraph>
      <QuotedText>{reason}</QuotedText>
      <Paragraph>Le reste de votre dossier est gardé : corrigez ce bloc seulement, puis transmettez-le à nouveau.</Paragraph>
      <MailLink href={`${institution.siteUrl}${paths.trainers.dossier({}, block)}`}>Corriger ce bloc</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      firstName: "Camille",
      piece: "Document d’identité",
      block: "identity",
      reason: "Le verso est flou : le numéro ne se lit pas. Pouvez-vous le photographier à la lumière du jour ?",
    },
    secrets: {},
  },
});
