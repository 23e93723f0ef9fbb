import { Check } from "lucide-react";
import { TermsArticle } from "@/app/compte/_components/terms-article";
import { CenteredPanel } from "@/components/shell/centered-panel";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import type { Gate } from "@/lib/accounts/applications/next-gate";
import { type ApplicationId, dataScopeLabels } from "@/lib/accounts/applications/vocabulary";
import { findTerms } from "@/lib/accounts/consents/terms/terms.data";
import { paths } from "@/lib/core/paths";
import { ConsentForm } from "./consent-form";
import { TermsForm } from "./terms-form";

interface GateProps<Kind extends Gate["kind"]> {
  readonly application: ApplicationId;
  readonly gate: Extract<Gate, { kind: Kind }>;
  readonly retour: string;
}

/** Names the application and the data it will read; the wording is information, as the law sees it between services of one body. */
export function ConsentPanel({ application, gate: { scopes, further }, retour }: GateProps<"consent">) {
  const { name } = applicationOf(application);
  return (
    <CenteredPanel
      width="wide"
      title={further ? `${name} a besoin d’informations supplémentaires` : `Autoriser ${name} à lire vos informations`}
      lead={
        further
          ? "Vous avez déjà donné votre accord pour d’autres informations ; il ne change pas."
          : `C’est la première fois que vous ouvrez ${name} avec votre compte.`
      }
    >
      <p>{name} lira dans votre compte :</p>
      <ul className="my-4 space-y-2">
        {scopes.map((scope) => (
          <li key={scope} className="flex items-center gap-3 font-semibold">
            <Check aria-hidden size={20} className="shrink-0 text-accent" />
            {dataScopeLabels[scope]}
          </li>
        ))}
      </ul>
      <dl className="mb-6 space-y-1 text-ink-soft">
        <Choice
          term="Toujours accepter"
          text="votre accord est gardé ; vous pourrez le retirer dans Mon Compte, rubrique « Autorisations »."
        />
        <Choice term="Accepter une fois" text="valable jusqu’à votre déconnexion ; la question sera posée à nouveau ensuite." />
        <Choice term="Refuser" text={`vous revenez à vos applications ; ${name} ne s’ouvre pas et rien ne lui est transmis.`} />
      </dl>
      <ConsentForm application={application} scopes={scopes} retour={retour} />
    </CenteredPanel>
  );
}

const Choice = ({ term, text }: { readonly term: string; readonly text: string }) => (
  <div>
    <dt className="inline font-semibold text-ink">{term}&nbsp;:</dt> <dd className="inline">{text}</dd>
  </div>
);

/** The whole text on the page, then the box and the button (MC-14). */
export function TermsPanel({ application, gate: { document, title, version, renewed }, retour }: GateProps<"terms">) {
  const text = findTerms(document, version);
  if (text === null) throw new Error(`the text of ${document} ${version} is missing`);
  const { name } = applicationOf(application);
  return (
    <CenteredPanel
      width="wide"
      title={title}
      lead={
        renewed
          ? `Une nouvelle version a été publiée depuis votre dernière acceptation. Lisez-la pour continuer vers ${name}.`
          : `À lire et à accepter avant d’entrer dans ${name}.`
      }
    >
      <TermsArticle text={text} version={version} />
      <div className="mt-8 border-t border-line pt-6">
        <TermsForm application={application} document={document} version={version} title={title} retour={retour} />
      </div>
    </CenteredPanel>
  );
}

/** Asked once: the password was chosen under simpler rules than those of the application (MC-03). */
export function PasswordPanel({ application, retour }: { readonly application: ApplicationId; readonly retour: string }) {
  const { name } = applicationOf(application);
  return (
    <CenteredPanel title="Choisissez un mot de passe plus solide" lead={`${name} demande un mot de passe plus solide que le vôtre.`}>
      <p className="mb-6">Vous n’aurez à le faire qu’une fois : le nouveau mot de passe servira pour toutes vos applications.</p>
      <div className="flex flex-wrap items-center gap-4">
        <LinkButton href={paths.account.strongerPassword({ retour })}>Changer mon mot de passe</LinkButton>
        <TextLink href={paths.applications}>Revenir à mes applications</TextLink>
      </div>
    </CenteredPanel>
  );
}
