import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly application: string;
  /** "12 mois" */
  readonly unusedFor: string;
  /** "21 décembre 2026" */
  readonly endsOn: string;
  readonly url: string;
}

/** A consent nobody uses any more is about to end: told beforehand (MC-13). */
export const consentEnding = email<Props, NoSecrets>({
  subject: ({ application }, { shortName }) => `Mon Compte ${shortName} - Votre autorisation pour ${application} prend bientôt fin`,
  from: fromAccount,
  Body: ({ firstName, application, unusedFor, endsOn, url, institution }) => (
    <Frame
      institution={institution}
      summary={`Sans utilisation d’ici au ${endsOn}, ${application} n’aura plus accès à vos données.`}
      why="Vous recevez ce message parce que vous avez autorisé cette application à lire des données de votre compte."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Vous avez autorisé <strong>{application}</strong> à lire des données de votre compte, mais vous ne l’avez pas ouverte depuis
        longtemps. Au bout de {unusedFor} sans utilisation, une autorisation prend fin.
      </Paragraph>
      <Paragraph>
        La vôtre prendra fin le <strong>{endsOn}</strong>. Pour la garder, ouvrez simplement l’application avant cette date. Sinon, vous
        n’avez rien à faire : elle vous redemandera votre accord la prochaine fois.
      </Paragraph>
      <Paragraph>Vos autorisations :</Paragraph>
      <MailLink href={url}>Voir mes autorisations</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      firstName: "Camille",
      application: "e-communautés",
      unusedFor: "12 mois",
      endsOn: "21 décembre 2026",
      url: "https://example.org/compte/autorisations",
    },
    secrets: {},
  },
});
