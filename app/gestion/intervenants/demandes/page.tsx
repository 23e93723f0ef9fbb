import { CircleCheck } from "lucide-react";
import { SelectField } from "@/components/form/select-field";
import { ListExport } from "@/components/gestion/export-links";
import { requestAges, requestSearchOf, requestsTable } from "@/components/gestion/requests-table";
import { StructureFilter } from "@/components/gestion/structure-filter";
import { DataTable } from "@/components/table/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listSpecialties } from "@/lib/references/list-specialties";
import { listWritableStructures } from "@/lib/trainers/ads/manage-ads";
import { listRequests, type RequestSearch } from "@/lib/trainers/review/list-requests";
import { requestStateLabels, requestStates } from "@/lib/trainers/review/vocabulary";
import { requestColumns } from "./_components/request-columns";

export const metadata = titled("Demandes d’inscription");

/** Requests to join the trainers, the oldest first, with who studies each (AD-02, EI-43). */
export default page({ name: "manage.requests", policy: "staff", application: "gestion" }, async (ctx, { searchParams }) => {
  const { state, search } = requestSearchOf(searchParams);
  const [found, specialties, structures] = await Promise.all([
    listRequests(ctx, search),
    listSpecialties(ctx),
    listWritableStructures(ctx),
  ]);
  return (
    <>
      <PageHeader
        title="Demandes d’inscription"
        lead="Les personnes qui souhaitent rejoindre nos intervenants. La plus ancienne demande est en tête."
        actions={
          <LinkButton href={paths.manage.phrasings()} variant="secondary">
            Formulations
          </LinkButton>
        }
      />
      <DataTable
        spec={requestsTable}
        state={state}
        path={paths.manage.requests()}
        caption="Demandes d’inscription"
        noun={{ one: "demande", many: "demandes" }}
        total={found.total}
        columns={requestColumns({ specialties: new Map(specialties.map(({ code, name }) => [code, name])), now: ctx.now })}
        rows={found.requests}
        rowKey={({ id }) => id}
        next={found.next}
        searchLabel="Rechercher une personne"
        searchHint="Nom ou prénom"
        actions={found.requests.length > 0 && <ListExport list="demandes" spec={requestsTable} state={state} />}
        filters={<Filters search={search} specialties={specialties} structures={structures} />}
        empty={
          <EmptyState title="Aucune demande n’attend d’étude" icon={<CircleCheck aria-hidden size={32} />}>
            <p>Dès qu’une personne transmet sa demande à votre structure, elle apparaît ici et un courriel vous l’annonce.</p>
          </EmptyState>
        }
      />
    </>
  );
});

interface FiltersProps {
  readonly search: RequestSearch;
  readonly specialties: readonly { readonly code: string; readonly name: string }[];
  readonly structures: readonly { readonly id: string; readonly name: string }[];
}

function Filters({ search, specialties, structures }: FiltersProps) {
  return (
    <>
      <SelectField
        className="w-full sm:w-52"
        name="etat"
        label="État"
        emptyLabel={requestStateLabels.submitted}
        defaultValue={search.state === "submitted" ? "" : search.state}
        options={requestStates.filter((value) => value !== "submitted").map((value) => ({ value, label: requestStateLabels[value] }))}
      />
      <SelectField
        className="w-full sm:w-52"
        name="age"
        label="Ancienneté"
        emptyLabel="Toutes"
        defaultValue={search.olderThan?.toString() ?? ""}
        options={requestAges.map((value) => ({ value, label: `Plus de ${value} jours` }))}
      />
      <StructureFilter structures={structures} chosen={search.structureId} />
      <SelectField
        className="w-full sm:w-64"
        name="specialite"
        label="Spécialité"
        emptyLabel="Toutes"
        defaultValue={search.specialty ?? ""}
        options={specialties.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  );
}
