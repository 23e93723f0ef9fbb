import { CircleCheck, ListChecks } from "lucide-react";
import { SelectField } from "@/components/form/select-field";
import { pieceSearchOf, piecesTable } from "@/components/gestion/dossiers-table";
import { ListExport } from "@/components/gestion/export-links";
import { DataTable } from "@/components/table/data-table";
import { SelectionBar } from "@/components/table/selection-bar";
import { changeTableState, tableEntries } from "@/components/table/table-state";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { hasRole } from "@/lib/core/ctx";
import { number } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { listStructures } from "@/lib/references/list-structures";
import { mostAtOnce, secondFilterLabels, secondFilters } from "@/lib/trainers/dossier/study/fields.data";
import { listWaiting } from "@/lib/trainers/dossier/study/list-waiting";
import { blockLabels, dossierBlocks } from "@/lib/trainers/dossier/vocabulary";
import { DecisionDone } from "./_components/decision-done";
import { DossierTabs } from "./_components/dossier-tabs";
import { pieceColumns } from "./_components/piece-columns";
import { WhereFilter } from "./_components/where-filter";

export const metadata = titled("Pièces à vérifier");

const selectionForm = "selection";
const noun = { one: "bloc", many: "blocs" };

/** Blocks of dossiers that wait for a decision, the oldest first (AD-04). */
export default page({ name: "manage.dossiers", policy: "staff", application: "gestion" }, async (ctx, { searchParams }) => {
  const { state, search } = pieceSearchOf(searchParams);
  const [{ pieces, next, total }, structures] = await Promise.all([listWaiting(ctx, search), listStructures(ctx)]);
  return (
    <>
      <PageHeader
        title="Dossiers administratifs"
        lead="Ce que les intervenants ont transmis et qui attend d’être vérifié. Le plus ancien est en tête."
      />
      <DossierTabs current="pieces" />
      <DecisionDone
        said={text(searchParams["message"])}
        versionId={text(searchParams["fait"])}
        next={pieces.length === 0 ? "Plus rien n’attend dans votre file." : "Voici ce qui attend encore."}
      />
      <DataTable
        spec={piecesTable}
        state={state}
        path={paths.manage.dossiers()}
        caption="Pièces à vérifier"
        noun={noun}
        total={total}
        columns={pieceColumns(ctx.now)}
        rows={pieces}
        rowKey={({ id }) => id}
        next={next}
        searchLabel="Rechercher une personne"
        searchHint="Nom ou prénom"
        actions={pieces.length > 0 && <ListExport list="pieces" spec={piecesTable} state={state} />}
        filters={
          <>
            <WhereFilter structures={structures} where={search.where} everywhere={hasRole(ctx.actor, "administrator")} />
            <SelectField
              className="w-full sm:w-64"
              name="bloc"
              label="Bloc"
              emptyLabel="Tous"
              defaultValue={search.blocks[0] ?? ""}
              options={dossierBlocks.map((value) => ({ value, label: blockLabels[value] }))}
            />
            <SelectField
              className="w-full sm:w-64"
              name="accord"
              label="Accords à donner"
              emptyLabel="Peu importe"
              defaultValue={search.second ?? ""}
              options={secondFilters.map((value) => ({ value, label: secondFilterLabels[value] }))}
            />
          </>
        }
        selection={{
          formId: selectionForm,
          name: "ids",
          rowLabel: ({ firstName, lastName, block }) => `${lastName} ${firstName}, ${blockLabels[block]}`,
          bar: <ActOnSelection all={allHref(state)} count={total.count} capped={total.capped} />,
        }}
        empty={
          <EmptyState title="Aucune pièce n’attend d’être vérifiée" icon={<CircleCheck aria-hidden size={32} />}>
            <p>Dès qu’une personne de votre structure transmet une pièce, ou répond à votre demande, elle apparaît ici.</p>
          </EmptyState>
        }
      />
    </>
  );
});

/** The page of the selection with the criteria of this one, in place of what is ticked. */
const allHref = (state: Parameters<typeof changeTableState>[0]) =>
  paths.manage.dossierSelection({ ...Object.fromEntries(tableEntries(piecesTable, changeTableState(state, {}))), tous: "oui" });

interface ActProps {
  readonly all: string;
  readonly count: number;
  readonly capped: boolean;
}

/** What is ticked goes to a page that says what will be done; so does all that is found. */
const ActOnSelection = ({ all, count, capped }: ActProps) => (
  <form id={selectionForm} action={paths.manage.dossierSelection()} method="get">
    <SelectionBar formId={selectionForm} noun={noun}>
      {count > 1 && (
        <LinkButton href={all} prefetch={false} variant="quiet" size="small">
          Sélectionner {capped || count > mostAtOnce ? `les ${number(mostAtOnce)} premiers résultats` : `les ${number(count)} résultats`}
        </LinkButton>
      )}
      <Button type="submit" size="small" icon={<ListChecks aria-hidden size={18} />}>
        Valider la sélection…
      </Button>
    </SelectionBar>
  </form>
);
