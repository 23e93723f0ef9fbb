import { Columns3, Search, SlidersHorizontal } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { DataTableProps } from "./data-table";
import { changeTableState, isNarrowed, tableAddress, tableEntries } from "./table-state";

/** Search, filters and choice of columns: plain GET forms, so that every state is an address. */
export function TableTools<Row extends object>(props: DataTableProps<Row>) {
  const { searchLabel, filters } = props;
  const hasColumns = (props.spec.columns ?? []).length > 0;
  if (searchLabel === undefined && filters === undefined && !hasColumns) return null;
  return (
    <div className="mb-6 space-y-3 print:hidden">
      {(searchLabel !== undefined || filters !== undefined) && <FilterForm {...props} />}
      {hasColumns && <ColumnChoice {...props} />}
    </div>
  );
}

function FilterForm<Row extends object>({ spec, state, path, caption, searchLabel, searchHint, filters }: DataTableProps<Row>) {
  const clear = tableAddress(path, spec, { ...state, q: "", after: null, before: null, filters: {} });
  return (
    <search aria-label={`Rechercher : ${caption}`}>
      <form action={path} method="get" className="rounded-lg border border-line bg-surface-raised p-4">
        <Kept spec={spec} state={state} names={["sort", "dir", "columns"]} />
        <div className="flex flex-wrap items-end gap-4">
          {searchLabel !== undefined && (
            <div className="min-w-0 flex-[1_1_18rem] space-y-1.5">
              <label htmlFor="table-search" className="block w-fit font-semibold">
                {searchLabel}
              </label>
              {searchHint !== undefined && (
                <p id="table-search-hint" className="text-sm text-ink-soft">
                  {searchHint}
                </p>
              )}
              <input
                id="table-search"
                type="search"
                name="q"
                defaultValue={state.q}
                aria-describedby={searchHint === undefined ? undefined : "table-search-hint"}
                className="control"
              />
            </div>
          )}
          {filters}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button
              type="submit"
              icon={filters === undefined ? <Search aria-hidden size={20} /> : <SlidersHorizontal aria-hidden size={20} />}
            >
              {filters === undefined ? "Rechercher" : "Filtrer"}
            </Button>
            {isNarrowed(state) && (
              <a href={clear} className="link inline-flex min-h-11 items-center">
                Tout effacer
              </a>
            )}
          </div>
        </div>
      </form>
    </search>
  );
}

function ColumnChoice<Row extends object>({ spec, state, path, columns }: DataTableProps<Row>) {
  const choices = columns.filter(({ id }) => spec.columns?.includes(id));
  return (
    <details data-disclosure className="relative inline-block max-sm:hidden">
      <summary className="inline-flex min-h-11 items-center gap-2 rounded-md border border-line-strong bg-surface-raised px-3 hover:border-ink-soft">
        <Columns3 aria-hidden size={18} />
        Colonnes affichées
      </summary>
      <form
        action={path}
        method="get"
        className="absolute left-0 z-10 mt-1 w-72 rounded-lg border border-line bg-surface-raised p-4 shadow-overlay"
      >
        <Kept spec={spec} state={changeTableState(state, {})} names={["q", "sort", "dir", ...Object.keys(spec.filters ?? {})]} />
        <input type="hidden" name="columns" value="" />
        <fieldset>
          <legend className="font-semibold">Colonnes affichées</legend>
          {choices.map(({ id, header }) => (
            <label key={id} className="flex min-h-11 items-center gap-3">
              <input type="checkbox" name="columns" value={id} defaultChecked={state.columns.includes(id)} className="tick" />
              {header}
            </label>
          ))}
        </fieldset>
        <Button type="submit" variant="secondary" size="small" className="mt-3">
          Appliquer
        </Button>
      </form>
    </details>
  );
}

/** The rest of the state, so that one form does not undo the other. */
function Kept({ spec, state, names }: Pick<DataTableProps<object>, "spec" | "state"> & { names: readonly string[] }) {
  return tableEntries(spec, state)
    .filter(([name]) => names.includes(name))
    .map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
}
