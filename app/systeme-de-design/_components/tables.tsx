import { Download } from "lucide-react";
import { SelectField } from "@/components/form/select-field";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { SelectionBar } from "@/components/table/selection-bar";
import { TableSkeleton } from "@/components/table/table-skeleton";
import { parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import { paths } from "@/lib/core/paths";
import { Sample } from "./sample";
import { people, type SamplePerson } from "./sample-data";

const spec = {
  sorts: ["name", "pieces"],
  columns: ["email", "structure"],
  filters: { state: ["active", "waiting", "closed"] },
} as const satisfies TableSpec;

const states: Record<SamplePerson["state"], { label: string; tone: BadgeTone }> = {
  active: { label: "Validé", tone: "success" },
  waiting: { label: "À vérifier", tone: "warning" },
  closed: { label: "Clos", tone: "neutral" },
};

const columns: readonly Column<SamplePerson>[] = [
  {
    id: "name",
    header: "Personne",
    rowHeader: true,
    sortable: true,
    cell: ({ id, name }) => <TextLink href={`#personne-${id}`}>{name}</TextLink>,
  },
  { id: "email", header: "Adresse électronique", cell: ({ email }) => <span className="break-all">{email}</span> },
  { id: "structure", header: "Structure", cell: ({ structure }) => structure },
  { id: "pieces", header: "Pièces", align: "end", sortable: true, cell: ({ pieces }) => pieces },
  { id: "state", header: "Dossier", cell: ({ state }) => <Badge tone={states[state].tone}>{states[state].label}</Badge> },
];

const noun = { one: "personne", many: "personnes" };
const path = paths.design;

export function Tables({ searchParams }: { searchParams: SearchParams }) {
  const state = parseTableState(spec, searchParams);
  return (
    <Section id="listes" title="Listes" lead="L’adresse porte la recherche, le tri et la page : tout marche sans JavaScript et se partage.">
      <DataTable
        spec={spec}
        state={state}
        path={path}
        caption="Intervenants"
        columns={columns}
        rows={people}
        rowKey={({ id }) => id}
        noun={noun}
        total={{ count: 1000, capped: true }}
        next="0198f2"
        previous={state.after}
        searchLabel="Rechercher une personne"
        searchHint="Nom, prénom ou adresse électronique"
        filters={
          <div className="w-full sm:w-52">
            <SelectField
              name="state"
              label="Dossier"
              emptyLabel="Tous"
              defaultValue={state.filters.state[0]}
              options={Object.entries(states).map(([value, { label }]) => ({ value, label }))}
            />
          </div>
        }
        actions={
          <Button variant="secondary" size="small" icon={<Download aria-hidden size={18} />}>
            Exporter
          </Button>
        }
        selection={{
          formId: "selection",
          name: "ids",
          rowLabel: ({ name }) => name,
          bar: (
            <form id="selection" action={path}>
              <SelectionBar formId="selection" noun={noun}>
                <Button type="submit" size="small">
                  Relancer
                </Button>
              </SelectionBar>
            </form>
          ),
        }}
      />
      <Card className="mt-10">
        <Sample title="Rien ne correspond">
          <DataTable
            spec={{ sorts: ["name"] }}
            state={{ ...parseTableState({ sorts: ["name"] }, {}), q: "Zoé" }}
            path={path}
            caption="Recherche sans résultat"
            columns={columns}
            rows={[]}
            rowKey={({ id }) => id}
            noun={noun}
          />
        </Sample>
        <Sample title="Rien encore">
          <DataTable
            spec={{ sorts: ["name"] }}
            state={parseTableState({ sorts: ["name"] }, {})}
            path={path}
            caption="Liste vide"
            columns={columns}
            rows={[]}
            rowKey={({ id }) => id}
            noun={noun}
            empty={
              <EmptyState title="Aucune demande à traiter">
                <p>Les nouvelles demandes arrivent ici ; vous recevez aussi un courriel.</p>
              </EmptyState>
            }
          />
        </Sample>
        <Sample title="Chargement">
          <TableSkeleton rows={4} />
        </Sample>
      </Card>
    </Section>
  );
}
