import { SelectField } from "@/components/form/select-field";
import { dossierSearchOf, dossiersTable } from "@/components/gestion/dossiers-table";
import { ListExport } from "@/components/gestion/export-links";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { hasRole } from "@/lib/core/ctx";
import { number, parisDay, shortDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listStructures } from "@/lib/references/list-structures";
import { readSettings } from "@/lib/settings/read-settings";
import { noEnd } from "@/lib/trainers/dossier/piece-states";
import { completenessFilters, completenessLabels } from "@/lib/trainers/dossier/study/fields.data";
import { type DossierLine, listDossiers } from "@/lib/trainers/dossier/study/list-dossiers";
import { monthsAfter } from "@/lib/trainers/dossier/validity-rules";
import { DossierTabs } from "../_components/dossier-tabs";
import { WhereFilter } from "../_components/where-filter";

export const metadata = titled("Dossiers administratifs");

/** All the dossiers by how whole they are: names, structures and dates; opening one asks why (AD-04, EI-60). */
export default page({ name: "manage.dossier_list", policy: "staff", application: "gestion" }, async (ctx, { searchParams }) => {
  const { state, search } = dossierSearchOf(searchParams);
  const [{ dossiers, next, total }, structures, settings] = await Promise.all([
    listDossiers(ctx, search),
    listStructures(ctx),
    readSettings(ctx),
  ]);
  const today = parisDay(ctx.now);
  const soon = monthsAfter(today, settings["dossier.firstNoticeMonths"]);
  return (
    <>
      <PageHeader
        title="Dossiers administratifs"
        lead="Les intervenants validés, selon que leur dossier est complet. Pour en lire un, vous dites d’abord pour quelle raison."
      />
      <DossierTabs current="dossiers" />
      <DataTable
        spec={dossiersTable}
        state={state}
        path={paths.manage.dossierList()}
        caption="Tous les dossiers"
        noun={{ one: "dossier", many: "dossiers" }}
        total={total}
        columns={columnsOf(today, soon)}
        rows={dossiers}
        rowKey={({ id }) => id}
        next={next}
        searchLabel="Rechercher une personne"
        searchHint="Nom ou prénom"
        actions={dossiers.length > 0 && <ListExport list="dossiers" spec={dossiersTable} state={state} />}
        filters={
          <>
            <WhereFilter structures={structures} where={search.where} everywhere={hasRole(ctx.actor, "administrator")} />
            <SelectField
              className="w-full sm:w-52"
              name="etat"
              label="État"
              emptyLabel="Tous"
              defaultValue={search.completeness ?? ""}
              options={completenessFilters.map((value) => ({ value, label: completenessLabels[value] }))}
            />
          </>
        }
        empty={
          <EmptyState title="Aucun intervenant n’est encore validé">
            <p>Un dossier s’ouvre quand le profil de la personne est validé.</p>
          </EmptyState>
        }
      />
    </>
  );
});

const none = <span className="text-ink-soft">Aucun</span>;

const columnsOf = (today: string, soon: string): readonly Column<DossierLine>[] => [
  {
    id: "name",
    header: "Intervenant ou intervenante",
    rowHeader: true,
    sortable: true,
    className: "min-w-48",
    cell: ({ id, dossierId, firstName, lastName }) => (
      <TextLink href={dossierId === null ? paths.manage.openDossier(id) : paths.manage.dossier(dossierId)} prefetch={false}>
        {lastName} {firstName}
      </TextLink>
    ),
  },
  { id: "structure", header: "Structure", cell: ({ structure }) => structure },
  { id: "state", header: "État", cell: ({ completeUntil }) => <Completeness until={completeUntil} today={today} soon={soon} /> },
  {
    id: "completeUntil",
    header: "Complet jusqu’au",
    sortable: true,
    className: "whitespace-nowrap",
    cell: ({ completeUntil }) =>
      completeUntil === null ? (
        <span className="text-ink-soft">Jamais complet</span>
      ) : completeUntil === noEnd ? (
        "Sans date de fin"
      ) : (
        shortDay(completeUntil)
      ),
  },
  { id: "waiting", header: "À vérifier", cell: ({ waiting }) => (waiting === 0 ? none : number(waiting)) },
  { id: "asked", header: "Demandés", cell: ({ asked }) => (asked === 0 ? none : number(asked)) },
];

function Completeness({ until, today, soon }: { readonly until: string | null; readonly today: string; readonly soon: string }) {
  if (until === null || until < today) return <Badge tone="danger">Incomplet</Badge>;
  return until <= soon ? <Badge tone="warning">Bientôt incomplet</Badge> : <Badge tone="success">Complet</Badge>;
}
