import { CircleCheck } from "lucide-react";
import { changeSearchOf, changesTable } from "@/components/gestion/changes-table";
import { ListExport } from "@/components/gestion/export-links";
import { StructureFilter } from "@/components/gestion/structure-filter";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { age, shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { listWritableStructures } from "@/lib/trainers/ads/manage-ads";
import { listChangesToStudy, type WaitingChange } from "@/lib/trainers/change-requests/list-changes";

export const metadata = titled("Demandes de modification");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  acceptee: "La modification est enregistrée, et la personne prévenue par courriel.",
  refusee: "La demande est refusée, et la personne prévenue par courriel.",
};

const columnsAt = (now: Date): readonly Column<WaitingChange>[] => [
  {
    id: "name",
    header: "Intervenant",
    rowHeader: true,
    cell: ({ id, name }) => (
      <TextLink href={paths.manage.change(id)} prefetch={false}>
        {name}
      </TextLink>
    ),
  },
  { id: "label", header: "Information", cell: ({ label }) => label },
  { id: "structure", header: "Structure", cell: ({ structure }) => structure },
  {
    id: "createdAt",
    header: "Demandé le",
    sortable: true,
    cell: ({ createdAt }) => `${shortDate(createdAt)}, il y a ${age((now.getTime() - createdAt.getTime()) / 1000)}`,
  },
];

/** Changes of locked fields that wait for a decision, the oldest first (EI-99). */
export default page({ name: "manage.changes", policy: "staff", application: "gestion" }, async (ctx, { searchParams }) => {
  const { state, search } = changeSearchOf(searchParams);
  const [{ changes, next }, structures] = await Promise.all([listChangesToStudy(ctx, search), listWritableStructures(ctx)]);
  const arrival = arrivals[text(searchParams["message"]) ?? ""];
  return (
    <>
      <PageHeader
        title="Demandes de modification"
        lead="Les intervenants qui ont déjà travaillé demandent ici la correction d’une information verrouillée."
      />
      {arrival !== undefined && (
        <div className="mb-6">
          <Alert tone="success" role="status" title={arrival} />
        </div>
      )}
      <DataTable
        spec={changesTable}
        state={state}
        path={paths.manage.changes()}
        caption="Demandes à étudier"
        noun={{ one: "demande", many: "demandes" }}
        // Known when they are all here.
        {...(next === null && state.after === null && { total: { count: changes.length } })}
        next={next}
        columns={columnsAt(ctx.now)}
        rows={changes}
        rowKey={({ id }) => id}
        searchLabel="Rechercher une personne"
        searchHint="Nom ou prénom"
        filters={structures.length > 1 && <StructureFilter structures={structures} chosen={search.structureId} />}
        actions={changes.length > 0 && <ListExport list="modifications" spec={changesTable} state={state} />}
        empty={
          <EmptyState title="Aucune demande n’attend" icon={<CircleCheck aria-hidden size={32} />}>
            <p>Dès qu’un intervenant de votre structure demande une modification, elle apparaît ici et un courriel vous l’annonce.</p>
          </EmptyState>
        }
      />
    </>
  );
});
