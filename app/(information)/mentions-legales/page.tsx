import { TextLink } from "@/components/ui/text-link";
import { applications } from "@/lib/accounts/applications/applications.data";
import { documentFacts } from "@/lib/content/documents/documents.data";
import { number } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { readSettings } from "@/lib/settings/read-settings";
import { Article, Bullets, Chapter } from "../_components/article";

export const metadata = titled("Mentions légales");

const trainersDays = applications.intervenants.linkLifetimeHours / 24;

/** Terms, personal data, cookies (EI-04); the delays are the settings in force. */
export default page({ name: "information.notices", policy: "visitor" }, async (ctx) => {
  const [{ name, shortName, postalAddress, supportPhone, dataProtectionAddress }, settings] = await Promise.all([
    readInstitution(ctx),
    readSettings(ctx),
  ]);
  return (
    <Article title="Mentions légales" lead="Conditions d’utilisation, données personnelles et cookies.">
      <Chapter title="Éditeur">
        <p>
          {name} ({shortName}), {postalAddress}. Téléphone : {supportPhone}.
        </p>
      </Chapter>
      <Chapter title="Conditions d’utilisation">
        <Bullets
          items={[
            "Un compte appartient à une seule personne, qui en garde le mot de passe pour elle.",
            "Les informations données doivent être exactes et tenues à jour.",
            "Chaque application a ses propres conditions, à accepter à la première entrée ; la version et la date de chaque accord sont conservées.",
            "Un compte utilisé pour nuire au service ou à d’autres personnes peut être bloqué ; le motif est donné.",
          ]}
        />
        <p>
          L’Espace Intervenants a ses{" "}
          <TextLink href={paths.trainers.document(documentFacts("intervenants_terms").slug)}>conditions générales d’utilisation</TextLink>{" "}
          et ses <TextLink href={paths.trainers.document(documentFacts("legal_notices").slug)}>mentions légales</TextLink>, que l’on peut
          lire sans compte.
        </p>
      </Chapter>
      <Chapter title="Données personnelles" id="donnees">
        <p>
          {name} est responsable du traitement. Il sert à gérer votre compte et votre accès aux applications, au titre de sa mission de
          service public.
        </p>
        <Bullets
          items={[
            "Ce qui est gardé : civilité, prénom, nom, adresses électroniques, et ce que vous ajoutez (téléphone, date de naissance, photo). Le mot de passe n’est jamais gardé : seule son empreinte l’est.",
            `Une inscription non confirmée est effacée après ${number(settings["registration.lifetimeHours"])} heures ; dans l’Espace Intervenants, après ${number(trainersDays)} jours.`,
            `Le journal des actions est gardé ${number(settings["retention.auditMonths"])} mois, les courriels envoyés ${number(settings["retention.mailMonths"])} mois.`,
            "Les fichiers sont chiffrés avant d’être enregistrés. Les consultations de données sensibles sont inscrites dans un journal que personne ne peut modifier.",
            "Vos données ne sont ni vendues, ni transmises à des fins commerciales, ni utilisées pour décider automatiquement à votre place.",
          ]}
        />
        <p>
          Vous pouvez consulter, corriger, télécharger et effacer vos données depuis{" "}
          <TextLink href={paths.account.home}>votre compte</TextLink>, ou en écrivant à{" "}
          <TextLink href={`mailto:${dataProtectionAddress}`}>{dataProtectionAddress}</TextLink>. Vous pouvez adresser une réclamation à la
          CNIL.
        </p>
      </Chapter>
      <Chapter title="Cookies" id="cookies">
        <p>
          Ce site n’enregistre que ce qui est nécessaire pour vous garder connecté.{" "}
          <TextLink href={paths.legal.cookies}>Voir le détail et faire un choix</TextLink>.
        </p>
      </Chapter>
      <Chapter title="Propriété intellectuelle">
        <p>
          Les textes de ce site peuvent être cités avec leur source. La police de caractères Atkinson Hyperlegible Next est distribuée par
          le Braille Institute sous licence libre (OFL).
        </p>
      </Chapter>
    </Article>
  );
});
