import { Text } from "react-email";
import { longDay, plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { datedLabels } from "@/lib/trainers/dossier/expiry/vocabulary";
import type { DossierBlock } from "@/lib/trainers/dossier/vocabulary";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import * as look from "./parts/look";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  /** Day of the mail. */
  readonly today: string;
  readonly structure: string;
  /** All of them; only the first are named. */
  readonly count: number;
  readonly trainers: readonly {
    readonly name: string;
    readonly pieces: readonly { readonly block: DossierBlock; readonly endsOn: string }[];
  }[];
}

/** To a structure, once a day at most: its trainers who were just told that a piece ends (EI-66). */
export const piecesEndingStructure = email<Props, NoSecrets>({
  subject: (_props, { shortName }) => `${trainersApplication} ${shortName} - Pièces de vos intervenants à mettre à jour`,
  from: fromTrainers,
  namesOthers: true,
  Body: ({ today, structure, count, trainers, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary="Des pièces de dossiers administratifs arrivent à leur fin de validité."
      why={`Vous recevez ce message parce que votre structure, ${structure}, est celle de rattachement de ces intervenants.`}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Des pièces du dossier administratif de {plural(count, "intervenant")} de votre structure sont à mettre à jour. Chaque personne vient
        d’en être avertie : vous n’avez rien à faire, sauf si elle intervient bientôt.
      </Paragraph>
      {trainers.map(({ name, pieces }) => (
        <Text key={`${name}${pieces[0]?.endsOn ?? ""}`} style={look.text}>
          <strong>{name}</strong>
          {pieces.map(({ block, endsOn }) => (
            <span key={block}>
              <br />
              {datedLabels[block]} : {endsOn < today ? "n’est plus à jour depuis la fin du" : "valable jusqu’au"} {longDay(endsOn)}
            </span>
          ))}
        </Text>
      ))}
      {count > trainers.length && <Paragraph>Et {plural(count - trainers.length, "autre")}.</Paragraph>}
      <MailLink href={`${institution.siteUrl}${paths.manage.dossiers()}`}>Voir les dossiers administratifs</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      today: "2027-01-11",
      structure: "Délégation Grand Est",
      count: 3,
      trainers: [
        { name: "Durand Camille", pieces: [{ block: "order", endsOn: "2027-03-11" }] },
        { name: "Petit Awa", pieces: [{ block: "honour", endsOn: "2027-01-10" }] },
      ],
    },
    secrets: {},
  },
});
