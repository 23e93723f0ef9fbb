import { clsx } from "clsx";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { type Column, modelOf } from "./column";
import { roles } from "./roles";
import { SortHeader, SortMenu } from "./sort-links";
import { TableTools } from "./table-tools";
import { changeTableState, isNarrowed, tableAddress, type TableChanges, type TableSpec, type TableState } from "./table-state";

export type TableTotal = { count: number; /** More than `count`: "plus de 1 000". */ capped?: boolean };
export type TableNoun = { one: string; many: string };

export type DataTableProps<Row extends object> = {
  spec: TableSpec;
  state: TableState;
  /** Address of the page, without its search. */
  path: string;
  /** Says what the table lists; also the name of its scrolling region. */
  caption: string;
  captionVisible?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  noun: TableNoun;
  total?: TableTotal;
  /** Cursors of the neighbouring pages; absent when there is none. */
  next?: string | null;
  previous?: string | null;
  /** Shows a search box. */
  searchLabel?: string;
  searchHint?: string;
  /** Fields of the GET form, named as the filters of `spec`. */
  filters?: ReactNode;
  /** What is asked for, as links that take it away; between the form and the total. */
  chosen?: ReactNode;
  /** Export, create… at the right of the total. */
  actions?: ReactNode;
  /** Rows can be ticked; `bar` is the form (its `id` is `formId`) that acts on them. */
  selection?: { formId: string; name: string; rowLabel: (row: Row) => string; bar: ReactNode };
  /** Shown when nothing exists yet (no filter, no row). */
  empty?: ReactNode;
  /** Shown when nothing fits what is asked for; a general sentence when absent. */
  nothingFound?: ReactNode;
};

/** A list from the server: its state is its address, so it works without JavaScript, can be shared and goes back. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { spec, state, path, caption, columns, rows, rowKey, noun, total, next, previous, selection } = props;
  const address = (changes: TableChanges) => tableAddress(path, spec, changeTableState(state, changes));
  const hidden = (spec.columns ?? []).filter((id) => !state.columns.includes(id));
  const model = modelOf(columns, rows, rowKey, hidden);
  return (
    <div>
      <TableTools {...props} />
      {props.chosen}
      <div className="relative mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="font-semibold">
          {total === undefined ? "" : wordsOf(total, noun)}
        </p>
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          {rows.length > 1 && <SortMenu columns={model.columns} state={state} address={address} />}
          {props.actions}
        </div>
      </div>
      {rows.length === 0 ? (
        <Nothing {...props} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
        <section aria-label={caption} tabIndex={0} className="table-region">
          <table {...roles.table} className="data-table">
            <caption className={props.captionVisible ? "px-4 py-3 text-left font-semibold" : "sr-only"}>{caption}</caption>
            <thead {...roles.rowgroup}>
              <tr {...roles.row}>
                {selection && (
                  <th {...roles.columnheader} scope="col" className="w-12">
                    <span className="sr-only">Sélection</span>
                  </th>
                )}
                {model.columns.map((column) => (
                  <SortHeader key={column.id} column={column} state={state} address={address} />
                ))}
              </tr>
            </thead>
            <tbody {...roles.rowgroup}>
              {model.rows.map((row) => (
                <tr key={row.id} {...roles.row}>
                  {selection && (
                    <td {...roles.cell} className="cell-select">
                      <label className="flex size-11 items-center justify-center">
                        <input type="checkbox" name={selection.name} value={row.id} form={selection.formId} className="tick" />
                        <span className="sr-only">Sélectionner {selection.rowLabel(row.original)}</span>
                      </label>
                    </td>
                  )}
                  {model.columns.map((column) => (
                    <Cell key={column.id} column={column}>
                      {column.cell(row.original)}
                    </Cell>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > 0 && selection?.bar}
      <Pagination
        label={`Pages : ${caption}`}
        previousHref={previous ? address({ before: previous }) : undefined}
        nextHref={next ? address({ after: next }) : undefined}
        firstHref={previous ? address({}) : undefined}
      />
    </div>
  );
}

function Cell<Row>({ column, children }: { column: Column<Row>; children: ReactNode }) {
  const className = clsx(column.align === "end" && "cell-end", column.actions && "cell-actions", column.className);
  const attributes = className === "" ? {} : { className };
  if (column.rowHeader) {
    return (
      <th {...roles.rowheader} scope="row" {...attributes}>
        {children}
      </th>
    );
  }
  return (
    <td {...roles.cell} data-label={column.actions ? undefined : column.header} {...attributes}>
      {/* Beside its label on a phone, text is one piece by itself: one element less for each cell of a page. */}
      {typeof children === "string" ? children : <div className="min-w-0">{children}</div>}
    </td>
  );
}

function Nothing<Row extends object>({ spec, state, path, empty, nothingFound }: DataTableProps<Row>) {
  if (!isNarrowed(state) && empty !== undefined) return empty;
  if (isNarrowed(state) && nothingFound !== undefined) return nothingFound;
  const clear = tableAddress(path, spec, { ...state, q: "", after: null, before: null, filters: {} });
  return (
    <EmptyState
      title={isNarrowed(state) ? "Aucun résultat avec ces critères" : "Rien à afficher pour l’instant"}
      action={
        isNarrowed(state) ? (
          <a href={clear} className="link inline-flex min-h-11 items-center font-semibold">
            Effacer la recherche et les filtres
          </a>
        ) : undefined
      }
    >
      {isNarrowed(state) && <p>Vérifiez l’orthographe, ou retirez un critère pour élargir la recherche.</p>}
    </EmptyState>
  );
}

const format = new Intl.NumberFormat("fr-FR");

/** "1 personne", "2 431 personnes", "plus de 1 000 personnes". */
function wordsOf({ count, capped }: TableTotal, noun: TableNoun): string {
  if (count === 0) return "";
  return `${capped ? "Plus de " : ""}${format.format(count)} ${count > 1 ? noun.many : noun.one}`;
}
