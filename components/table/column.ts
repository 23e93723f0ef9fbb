import { columnVisibilityFeature, constructTable, type ColumnDef, tableFeatures } from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import type { ReactNode } from "react";

/** One column, as a page writes it. `id` is its name in the address when one can sort by it or hide it. */
export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly sortable?: boolean;
  /** Numbers and amounts. */
  readonly align?: "end";
  /** The column that names the row: read before each cell, title of the card on a phone. */
  readonly rowHeader?: boolean;
  /** Links and buttons of the row: no header text on screen. */
  readonly actions?: boolean;
  readonly className?: string;
};

const features = tableFeatures({ coreReactivityFeature: storeReactivityBindings(), columnVisibilityFeature });

/**
 * The model of a table, built on the server: the browser receives plain HTML and no table code at all.
 * Sorting, filtering and paging are the database's work; the address carries them.
 */
export function modelOf<Row extends object>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  hidden: readonly string[],
) {
  const definitions: ColumnDef<typeof features, Row>[] = columns.map((column) => ({
    id: column.id,
    header: column.header,
    cell: ({ row }) => column.cell(row.original),
  }));
  const table = constructTable({
    features,
    columns: definitions,
    data: [...rows],
    getRowId: rowKey,
    state: { columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])) },
  });
  const visible = new Set(table.getVisibleLeafColumns().map(({ id }) => id));
  return { columns: columns.filter(({ id }) => visible.has(id)), rows: table.getRowModel().rows };
}
