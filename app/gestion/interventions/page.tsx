import { DatePickerField } from "@/components/form/date-picker-field";
import { ListExport } from "@/components/gestion/export-links";
import { interventionSearchOf, interventionsTable } from "@/components/gestion/interventions-table";
import { StructureFilter } from "@/components/gestion/structure-filter";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { number, shortDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { listWritableStructures } from "@/lib/trainers/ads/manage-ads";
import { type InterventionLine, listInterventions } from "@/lib/trainers/interventions/list-interventions";

export const metadata = titled("Interventions");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  enregistree: "L’intervention est enregistrée.",
  corrigee: "L’intervention est corrigée.",
  supprimee: "L’intervention est supprimée.",
  import: "Le fichier est importé.",
  immatriculation: "L’immatriculation est enregistrée.",
};

const columns: readonly Column<InterventionLine>[] = [
  {
    id: "trainer",
    header: "Intervenant",
    rowHeader: true,
    cell: ({ profileId, firstName, lastName, immatriculation }) => (
      <>
        <TextLink href={paths.manage.trainer(profileId)} prefetch={false}>
          {lastName} {firstName}
        </TextLink>
        {immatriculation !== null && <span className="block text-sm whitespace-nowrap font-normal text-ink-soft">{immatriculation}</span>}
      </>
    ),
  },
  { id: "title", header: "Intervention", className: "min-w-56", cell: ({ title }) => title },
  {
    id: "startsOn",
    header: "Dates",
    sortable: true,
    className: "whitespace-nowrap",
    cell: ({ startsOn, endsOn }) => (
      <>
        {shortDay(startsOn)}
        {endsOn !== startsOn && <span className="block">au {shortDay(endsOn)}</span>}
      </>
    ),
  },
  { id: "hours", header: "Heures", align: "end", cell: ({ hours }) => (hours === null ? "" : number(hours)) },
  { id: "structure", header: "Structure", cell: ({ structure }) => structure },
  { id: "reference", header: "Référence", cell: ({ reference }) => reference },
  {
    id: "change",
    header: "Actions",
    actions: true,
    cell: ({ id, title }) => (
      <TextLink href={paths.manage.intervention(id)} prefetch={false}>
        Modifier<span className="sr-only"> {title}</span>
      </TextLink>
    ),
  },
];

/** What trainers did and will do for the structures that one manages (AD-08). */
export default page({ name: "manage.interventions", policy: "staff", application: "gestion" }, async (ctx, { searchParams }) => {
  const { state, search } = interventionSearchOf(searchParams);
  const [{ interventions, next }, structures] = await Promise.all([listInterventions(ctx, search), listWritableStructures(ctx)]);
  const arrival = arrivals[text(searchParams["message"]) ?? ""];
  return (
    <>
      <PageHeader
        title="Interventions"
        lead="Ce que les intervenants ont animé pour vos structures, et ce qui est prévu. Leur historique et leurs droits en découlent."
        actions={<LinkButton href={paths.manage.newIntervention}>Enregistrer une intervention</LinkButton>}
      />
      {arrival !== undefined && (
        <div className="mb-6">
          <Alert tone="success" role="status" title={arrival} />
        </div>
      )}
      <DataTable
        spec={interventionsTable}
        state={state}
        path={paths.manage.interventions()}
        caption="Liste des interventions"
        noun={{ one: "intervention", many: "interventions" }}
        columns={columns}
        rows={interventions}
        rowKey={({ id }) => id}
        next={next}
        searchLabel="Rechercher une intervention"
        searchHint="Un nom, une immatriculation, un intitulé ou une référence"
        filters={
          <>
            <StructureFilter structures={structures} chosen={search.structureId} />
            <DatePickerField name="du" label="À partir du" defaultValue={search.from ?? ""} />
            <DatePickerField name="au" label="Jusqu’au" defaultValue={search.until ?? ""} />
          </>
        }
        actions={
          <>
            {interventions.length > 0 && <ListExport list="interventions" spec={interventionsTable} state={state} />}
            <LinkButton href={paths.manage.importInterventions} variant="secondary" size="small" prefetch={false}>
              Importer (CSV)
            </LinkButton>
            <LinkButton href={paths.manage.registrationNumber()} variant="secondary" size="small" prefetch={false}>
              Immatriculer un intervenant
            </LinkButton>
          </>
        }
        empty={
          <EmptyState title="Aucune intervention n’est encore enregistrée">
            <p>Enregistrez-les une à une, ou importez-les du logiciel de votre établissement.</p>
          </EmptyState>
        }
      />
    </>
  );
});
