import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { type ApiKeyLine, listApiKeys } from "@/lib/accounts/api-keys/list-api-keys";
import { dateTime, shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { trainerColumns } from "@/lib/trainers/creation/fields.data";
import { NewKeyForm } from "./_components/new-key-form";
import { revokeApiKeyAction } from "./actions";

export const metadata = titled("Clés des logiciels");

/** Keys by which the institution's own software creates trainers, and how it does (AD-16). */
export default page({ name: "manage.api_keys", policy: "administrator", application: "gestion" }, async (ctx, { searchParams }) => {
  const keys = await listApiKeys(ctx);
  return (
    <>
      <PageHeader
        title="Clés des logiciels"
        lead="Un logiciel de l’établissement qui présente une clé peut créer des intervenants. Donnez une clé à chaque logiciel, et révoquez-la dès qu’elle ne sert plus."
      />
      {text(searchParams["message"]) === "revoquee" && (
        <div className="mb-6">
          <Alert tone="success" role="status" title="La clé est révoquée : elle n’ouvre plus rien." />
        </div>
      )}
      <Section title="Clés" id="cles">
        {keys.length === 0 ? <EmptyState title="Aucune clé n’a encore été créée" /> : <Keys keys={keys} />}
      </Section>
      <Section title="Créer une clé" id="creer">
        <NewKeyForm />
      </Section>
      <Manual />
    </>
  );
});

function Keys({ keys }: { readonly keys: readonly ApiKeyLine[] }) {
  return (
    <ul className="max-w-3xl divide-y divide-line border-y border-line">
      {keys.map(({ id, name, createdAt, lastUsedAt, revokedAt, by }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
          <span className="min-w-0">
            <span className="font-semibold wrap-anywhere">{name}</span>
            <span className="block text-sm text-ink-soft">
              Créée le {shortDate(createdAt)}
              {by !== null && ` par ${by}`}. {lastUsedAt === null ? "Jamais utilisée." : `Dernière utilisation le ${dateTime(lastUsedAt)}.`}
            </span>
          </span>
          {revokedAt === null ? (
            <ActionButton
              action={revokeApiKeyAction}
              fields={{ keyId: id }}
              variant="danger"
              size="small"
              label={`Révoquer la clé : ${name}`}
              confirm={{
                title: "Révoquer cette clé ?",
                body: "Le logiciel qui s’en sert ne pourra plus rien créer. Une clé révoquée ne revient pas : vous en ferez une autre.",
                confirmLabel: "Révoquer la clé",
              }}
            >
              Révoquer
            </ActionButton>
          ) : (
            <Badge>Révoquée le {shortDate(revokedAt)}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}

const example = `{
  "civility": "mme",
  "lastName": "Durand",
  "birthName": "Martin",
  "firstName": "Camille",
  "bornOn": "1985-09-17",
  "address": "camille.durand@ville.fr",
  "phone": "06 12 34 56 78",
  "structure": "054",
  "immatriculation": "054-0012"
}`;

const meanings: Readonly<Record<(typeof trainerColumns)[number]["name"], string>> = {
  civility: "« mme » ou « m ». Obligatoire.",
  lastName: "Nom d’usage. Obligatoire.",
  birthName: "Nom de famille, s’il est différent.",
  firstName: "Prénom. Obligatoire.",
  bornOn: "Date de naissance, « 1985-09-17 ». Obligatoire.",
  address: "Courriel : l’identifiant de la personne. Obligatoire.",
  phone: "Téléphone, écrit à la française ou avec son indicatif.",
  structure: "Code à trois chiffres de la structure de rattachement. Obligatoire.",
  immatriculation: "Si la personne a déjà travaillé pour l’établissement.",
};

function Manual() {
  return (
    <Section
      title="Mode d’emploi"
      id="mode-d-emploi"
      lead="Une demande crée une personne : son compte, son profil validé, et le courriel qui l’invite à choisir son mot de passe."
    >
      <div className="measure space-y-4">
        <p>
          Envoyez <code>POST {paths.api.createTrainer}</code> avec les en-têtes{" "}
          <code className="wrap-anywhere">Authorization: Bearer esp_…</code> et <code>Content-Type: application/json</code>, et ce
          corps&nbsp;:
        </p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard */}
        <pre tabIndex={0} className="overflow-x-auto rounded-md border border-line bg-surface-sunken p-4 text-sm">
          <code>{example}</code>
        </pre>
        <DefinitionList items={trainerColumns.map(({ name }) => ({ term: name, value: meanings[name] }))} />
        <p>
          Réponse&nbsp;: <code>201</code> et <code>{'{ "profileId": "…" }'}</code>. Une demande refusée répond <code>422</code> avec{" "}
          <code>fieldErrors</code>, la raison de chaque champ&nbsp;: la même personne n’est jamais créée deux fois. Une clé inconnue répond{" "}
          <code>401</code>, et plus de 600 demandes par heure, <code>429</code> avec <code>Retry-After</code>.
        </p>
      </div>
    </Section>
  );
}
