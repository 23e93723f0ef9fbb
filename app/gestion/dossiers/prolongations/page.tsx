import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { dateTime, longDay, plural, shortDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { type ExtensionLine, listExtensions } from "@/lib/trainers/dossier/expiry/list-extensions";
import { type ExtensionPreview, previewExtension } from "@/lib/trainers/dossier/expiry/preview-extension";
import { datedLabels } from "@/lib/trainers/dossier/expiry/vocabulary";
import { type ExtensionInput, extensionInput } from "@/lib/trainers/dossier/expiry/schemas";
import { ChooseForm, GrantForm } from "./_components/extension-forms";

export const metadata = titled("Prolonger des pièces");

/** One later end for all pieces of a kind, by the national administrator (EI-106). */
export default page({ name: "manage.extensions", policy: "administrator", application: "gestion" }, async (ctx, { searchParams }) => {
  const { data: chosen = null } = extensionInput.safeParse({
    block: text(searchParams["piece"]),
    endsFrom: text(searchParams["du"]),
    endsTo: text(searchParams["au"]),
    newEndsOn: text(searchParams["fin"]),
  });
  const [extensions, preview] = await Promise.all([listExtensions(ctx), chosen === null ? null : previewExtension(ctx, chosen)]);
  const [last] = extensions;
  return (
    <>
      <Breadcrumb parents={[{ label: "Dossiers administratifs", href: paths.manage.dossiers() }]} current="Prolonger des pièces" />
      <PageHeader
        title="Prolonger des pièces"
        lead="Donne une fin plus lointaine à toutes les pièces d’une sorte, pour toutes les structures : une loi qui tarde, des arrêtés qui ne paraissent pas."
      />
      {text(searchParams["message"]) === "accordee" && last !== undefined && (
        <div className="mb-6">
          <Alert
            tone="success"
            role="status"
            title={`La prolongation est accordée : ${plural(last.count, "pièce")} jusqu’au ${longDay(last.newEndsOn)}.`}
          />
        </div>
      )}
      <Section title="Choisir les pièces" id="choisir">
        <ChooseForm key={JSON.stringify(chosen)} chosen={chosen} />
      </Section>
      {chosen !== null && preview !== null && <Preview chosen={chosen} preview={preview} />}
      <Section title="Prolongations accordées" id="accordees">
        {extensions.length === 0 ? (
          <EmptyState title="Aucune prolongation n’a encore été accordée" />
        ) : (
          <Extensions extensions={extensions} />
        )}
      </Section>
    </>
  );
});

function Preview({ chosen, preview: { pieces, ended, people } }: { readonly chosen: ExtensionInput; readonly preview: ExtensionPreview }) {
  if (pieces === 0)
    return (
      <div className="mt-8">
        <Alert tone="info" role="status" title="Aucune pièce en vigueur de cette sorte ne finit entre ces deux jours." />
      </div>
    );
  return (
    <Section title="Ce qui sera fait" id="apercu">
      <div className="mb-6 max-w-3xl">
        <Alert
          tone="warning"
          role="status"
          title={`${plural(pieces, "pièce sera prolongée", "pièces seront prolongées")} jusqu’au ${longDay(chosen.newEndsOn)}.`}
        >
          <p>
            {datedLabels[chosen.block]}&nbsp;: fin du {longDay(chosen.endsFrom)} au {longDay(chosen.endsTo)}.{" "}
            {ended > 0 && `${plural(ended, "n’est déjà plus à jour et le redeviendra", "ne sont déjà plus à jour et le redeviendront")}. `}
            {plural(people, "personne sera prévenue", "personnes seront prévenues")} par courriel. Une prolongation ne se retire pas.
          </p>
        </Alert>
      </div>
      <GrantForm chosen={chosen} label={`Prolonger ${plural(pieces, "pièce")}`} />
    </Section>
  );
}

const Extensions = ({ extensions }: { readonly extensions: readonly ExtensionLine[] }) => (
  <ul className="max-w-3xl divide-y divide-line border-y border-line">
    {extensions.map(({ id, block, endsFrom, endsTo, newEndsOn, reason, grantedAt, count, by }) => (
      <li key={id} className="py-3">
        <span className="font-semibold">
          {datedLabels[block]}&nbsp;: {plural(count, "pièce")} jusqu’au {shortDay(newEndsOn)}
        </span>
        <span className="block">
          Qui {count < 2 ? "finissait" : "finissaient"} du {shortDay(endsFrom)} au {shortDay(endsTo)}. {reason}
        </span>
        <span className="block text-sm text-ink-soft">
          Le {dateTime(grantedAt)}
          {by !== null && `, par ${by}`}
        </span>
      </li>
    ))}
  </ul>
);
