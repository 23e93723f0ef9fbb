import { ActionButton } from "@/components/form/action-button";
import { StandingBadge } from "@/components/gestion/content-badges";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { RichText } from "@/components/ui/rich-text";
import { TextLink } from "@/components/ui/text-link";
import { documentFacts } from "@/lib/content/documents/documents.data";
import { type ManagedVersion, readManagedDocument } from "@/lib/content/documents/manage-documents";
import { documentOfSlug, earliestDay } from "@/lib/content/documents/rules";
import { can } from "@/lib/content/policy";
import { dateTime, longDay, parisDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { absent } from "@/lib/core/refusal";
import { page, text, titled } from "@/lib/entry/page";
import { PublishForm } from "../_components/publish-form";
import { discardDraftAction, startDraftAction } from "../actions";

export const metadata = titled("Un document");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  enregistre: "Le brouillon est enregistré.",
  publie: "La version est publiée.",
  supprime: "Le brouillon est supprimé.",
};

/** One document: its versions, the draft of the next one, and its publication (AD-07). */
export default page({ name: "manage.document", policy: "administrator", application: "gestion" }, async (ctx, { params, searchParams }) => {
  const slug = params["document"] ?? "";
  const key = documentOfSlug(slug);
  if (key === undefined) throw absent();
  const facts = documentFacts(key);
  const { versions, draft } = await readManagedDocument(ctx, key);
  const writable = can.writeDocument(ctx.actor, facts);
  const arrival = arrivals[text(searchParams["message"]) ?? ""];
  return (
    <>
      <Breadcrumb parents={[{ label: "Documents", href: paths.manage.documents }]} current={facts.label} />
      <PageHeader title={facts.label} lead={facts.purpose} />
      <div className="space-y-6">
        {arrival !== undefined && <Alert tone="success" title={arrival} role="status" />}
        {!writable.allowed && (
          <Alert tone="info" title="Ce document ne s’écrit pas ici.">
            <p>{writable.reason}</p>
          </Alert>
        )}
      </div>
      {draft !== null && <Draft slug={slug} draft={draft} earliest={earliestDay(versions, parisDay(ctx.now))} />}
      <Section title="Les versions" id="versions">
        <Versions slug={slug} versions={versions.filter(({ standing }) => standing !== "draft")} />
        {writable.allowed && draft === null && (
          <ActionButton action={startDraftAction} fields={{ document: key }} variant="primary" className="mt-6">
            Préparer une nouvelle version
          </ActionButton>
        )}
      </Section>
    </>
  );
});

function Versions({ slug, versions }: { readonly slug: string; readonly versions: readonly ManagedVersion[] }) {
  if (versions.length === 0) return <p className="text-ink-soft">Aucune version n’est publiée.</p>;
  return (
    <ul className="max-w-3xl divide-y divide-line rounded-lg border border-line bg-surface-raised">
      {versions.map(({ number, standing, inForceOn, publishedAt, changes }) => (
        <li key={number} className="space-y-1 px-4 py-3 sm:px-5">
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <TextLink href={paths.trainers.document(slug, { version: number })} prefetch={false}>
              Version {number}
            </TextLink>
            <StandingBadge standing={standing} />
          </p>
          <p>
            {inForceOn !== null && `En vigueur du ${longDay(inForceOn)}`}
            {publishedAt !== null && <span className="text-ink-soft">, publiée le {dateTime(publishedAt)}</span>}
          </p>
          {changes !== "" && <p className="whitespace-pre-line text-ink-soft">{changes}</p>}
        </li>
      ))}
    </ul>
  );
}

function Draft({ slug, draft, earliest }: { readonly slug: string; readonly draft: ManagedVersion; readonly earliest: string }) {
  return (
    <Section
      title={`Version ${draft.number}, en préparation`}
      id="brouillon"
      lead={`L’administration seule la voit. Modifiée le ${dateTime(draft.changedAt)}.`}
      actions={<LinkButton href={paths.manage.editDocument(slug)}>Reprendre le brouillon</LinkButton>}
    >
      {draft.changes !== "" && (
        <p className="mb-4 max-w-3xl">
          <strong>Ce qui change&nbsp;:</strong> <span className="whitespace-pre-line">{draft.changes}</span>
        </p>
      )}
      <details data-outlined className="max-w-3xl rounded-lg border border-line bg-surface-raised p-4 sm:p-5">
        <summary className="font-semibold hover:text-accent">Relire le texte</summary>
        <div className="mt-4 border-t border-line pt-4">
          <RichText text={draft.body} heading="h3" />
        </div>
      </details>
      <div className="mt-6 space-y-6">
        <PublishForm versionId={draft.id} editVersion={draft.editVersion} earliest={earliest} />
        <ActionButton
          action={discardDraftAction}
          fields={{ versionId: draft.id }}
          variant="danger"
          confirm={{
            title: "Supprimer ce brouillon ?",
            body: "Le texte préparé sera perdu. Les versions publiées ne changent pas.",
            confirmLabel: "Supprimer le brouillon",
          }}
        >
          Supprimer le brouillon
        </ActionButton>
      </div>
    </Section>
  );
}
