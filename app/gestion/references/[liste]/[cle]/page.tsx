import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { keyFieldOf } from "@/lib/references/manage/fields.data";
import { listRegionChoices, readReference } from "@/lib/references/manage/list-references";
import { shownValues } from "@/lib/references/manage/rules";
import { listSlugs, listWords } from "@/lib/references/manage/vocabulary";
import { shownSiret } from "@/lib/references/siret";
import { readList } from "../../_components/read-list";
import { ReferenceForm } from "../../_components/reference-form";
import { setReferenceActiveAction } from "../../actions";

export const metadata = titled("Une ligne d’un référentiel");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  ajout: "La ligne est ajoutée : elle est proposée dès maintenant.",
  enregistre: "La ligne est enregistrée.",
  retiree: "La ligne est retirée du choix. Ce qui la porte déjà la garde.",
  remise: "La ligne est de nouveau proposée.",
};

/** One line of a list: changed, taken out of what is proposed, put back (AD-09). */
export default page(
  { name: "manage.reference", policy: "administrator", application: "gestion" },
  async (ctx, { params, searchParams }) => {
    const list = readList(params["liste"]);
    const slug = listSlugs[list];
    const key = params["cle"] ?? "";
    const { row, seen } = await readReference(ctx, list, key);
    const arrival = arrivals[text(searchParams["message"]) ?? ""];
    return (
      <>
        <Breadcrumb
          parents={[
            { label: "Référentiels", href: paths.manage.references },
            { label: listWords[list].title, href: paths.manage.referenceList(slug) },
          ]}
          current={row.name}
        />
        <PageHeader
          title={row.name}
          eyebrow={<Badge tone={row.active ? "success" : "neutral"}>{row.active ? "En service" : "Retiré du choix"}</Badge>}
          lead={`${keyFieldOf(list).label} : ${list === "employers" ? shownSiret(key) : key}`}
        />
        {arrival !== undefined && (
          <div className="mb-6">
            <Alert tone="success" role="status" title={arrival} />
          </div>
        )}
        <ReferenceForm
          key={seen}
          list={list}
          values={shownValues(row)}
          seen={seen}
          regions={list === "structures" ? await listRegionChoices(ctx) : []}
          cancelHref={paths.manage.referenceList(slug)}
        />
        <Section
          title={row.active ? "Retirer du choix" : "Remettre en service"}
          lead={
            row.active
              ? "Cette ligne ne sera plus proposée nulle part. Rien n’est supprimé : ce qui la porte déjà la garde, et vous pourrez la remettre."
              : "Cette ligne sera de nouveau proposée partout où l’on choisit."
          }
        >
          <ActionButton action={setReferenceActiveAction} fields={{ list, key, active: row.active ? "non" : "oui" }} variant="secondary">
            {row.active ? "Retirer du choix" : "Remettre en service"}
          </ActionButton>
        </Section>
      </>
    );
  },
);
