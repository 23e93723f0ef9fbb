import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  /** Both in part: "FR76 •••• •••• 189". */
  readonly former: string;
  readonly iban: string;
  /** "samedi 21 novembre 2026 à 10:24", in Paris time. */
  readonly at: string;
  readonly until: string;
}

/** To every address of a trainer whose IBAN changes, with the way to object before it counts (EI-106). */
export const ibanChanged = email<Props, NoSecrets>({
  subject: (_props, { shortName }) => `${trainersApplication} ${shortName} - Votre IBAN va changer : est-ce bien vous ?`,
  from: fromTrainers,
  Body: ({ firstName, former, iban, at, until, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary="Un nouvel IBAN a été transmis depuis votre espace. Si ce n’était pas vous, dites-le avant qu’il soit validé."
      why="Vous recevez ce message parce que les coordonnées bancaires de votre dossier administratif changent."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Le {at} (heure de Paris), un nouvel IBAN a été transmis dans votre dossier administratif. Ancien : <strong>{former}</strong>.
        Nouveau : <strong>{iban}</strong>.
      </Paragraph>
      <Paragraph>
        C’était vous ? Vous n’avez rien à faire. Deux personnes le vérifieront ; il ne peut pas être validé avant le {until} (heure de
        Paris).
      </Paragraph>
      <Paragraph>
        <strong>Ce n’était pas vous ?</strong> Appelez tout de suite l’assistance au {institution.supportPhone} : ce changement sera refusé.
        Puis changez votre mot de passe, et remettez votre IBAN dans votre dossier.
      </Paragraph>
      <MailLink href={`${institution.siteUrl}${paths.trainers.dossier({}, "bank")}`}>Voir mes informations bancaires</MailLink>
      <MailLink href={`${institution.siteUrl}${paths.legal.help}`}>Joindre l’assistance</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      firstName: "Camille",
      former: "FR76 •••• •••• 189",
      iban: "BE71 •••• •••• 769",
      at: "samedi 21 novembre 2026 à 10:24",
      until: "lundi 23 novembre 2026 à 10:24",
    },
    secrets: {},
  },
});
