import { email, fromTrainers, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import { LinkCode, MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly address: string;
  readonly until: string;
}
interface Secrets {
  readonly url: string;
  readonly code: string;
}

/** To a trainer whom the institution registered: the address is confirmed and a password chosen by this link (EI-70). */
export const trainerCreated = email<Props, Secrets>({
  subject: (_, { shortName }) => `${trainersApplication} ${shortName} - Vos identifiants de connexion`,
  from: fromTrainers,
  Body: ({ firstName, address, until, url, code, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary="Votre profil d’intervenant est créé : choisissez votre mot de passe."
      why={`Vous recevez ce message parce qu’un gestionnaire de ${institution.shortName} vous a enregistré parmi ses intervenants.`}
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        {institution.shortName} a créé votre profil d’intervenant. Votre identifiant est <strong>{address}</strong>. Pour confirmer cette
        adresse et choisir votre mot de passe, ouvrez cette page :
      </Paragraph>
      <MailLink href={url}>Choisir mon mot de passe</MailLink>
      <LinkCode code={code} />
      <Paragraph>Ce lien fonctionne une seule fois, jusqu’au {until}. Passé ce délai, choisissez « Mot de passe oublié ? ».</Paragraph>
      <Paragraph>Vous pourrez ensuite compléter votre profil, répondre aux annonces et, si vous le souhaitez, changer d’adresse.</Paragraph>
    </Frame>
  ),
  preview: {
    props: { firstName: "Camille", address: "camille@example.org", until: "28 novembre 2026 à 10:24" },
    secrets: { url: "https://example.org/compte/lien/exemple", code: "12345678" },
  },
});
