import { clsx } from "clsx";
import { ArrowDown, ArrowUp, ArrowUpDown, ChevronDown } from "lucide-react";
import Link from "next/link";
import type { Column } from "./column";
import { roles } from "./roles";
import type { TableChanges, TableState } from "./table-state";

type Props<Row> = { column: Column<Row>; state: TableState; address: (changes: TableChanges) => string };

/** The header of a column; a link that sorts by it, then turns the order round. */
export function SortHeader<Row>({ column, state, address }: Props<Row>) {
  const current = state.sort === column.id;
  const align = column.align === "end" ? "cell-end" : undefined;
  if (!column.sortable) {
    return (
      <th {...roles.columnheader} scope="col" className={align}>
        {column.actions ? <span className="sr-only">{column.header}</span> : column.header}
      </th>
    );
  }
  const Icon = !current ? ArrowUpDown : state.dir === "asc" ? ArrowUp : ArrowDown;
  return (
    <th
      {...roles.columnheader}
      scope="col"
      aria-sort={current ? (state.dir === "asc" ? "ascending" : "descending") : undefined}
      className={align}
    >
      <Link
        href={address({ sort: column.id, dir: current && state.dir === "asc" ? "desc" : "asc" })}
        prefetch={false}
        scroll={false}
        className={clsx(
          "inline-flex min-h-8 items-center gap-1.5 rounded-sm hover:text-accent",
          current && "text-accent-strong",
          column.align === "end" && "flex-row-reverse",
        )}
      >
        {column.header}
        <Icon aria-hidden size={16} className={clsx("shrink-0", !current && "text-line-strong")} />
        <span className="sr-only">{current ? (state.dir === "asc" ? ", inverser l’ordre" : ", remettre dans l’ordre") : ", trier"}</span>
      </Link>
    </th>
  );
}

/** The same choice on a phone, where rows are cards and have no header. */
export function SortMenu<Row>({ columns, state, address }: Omit<Props<Row>, "column"> & { columns: readonly Column<Row>[] }) {
  const sortable = columns.filter((column) => column.sortable);
  if (sortable.length < 2) return null;
  return (
    <details data-disclosure className="sm:hidden">
      <summary className="inline-flex min-h-11 items-center gap-2 rounded-md border border-line-strong bg-surface-raised px-3 font-semibold">
        Trier
        <ChevronDown aria-hidden size={16} className="rotate-when-open" />
      </summary>
      <ul className="absolute inset-x-0 top-full z-10 rounded-lg border border-line bg-surface-raised p-1.5 shadow-overlay">
        {sortable.flatMap((column) =>
          (["asc", "desc"] as const).map((dir) => (
            <li key={`${column.id} ${dir}`}>
              <Link
                href={address({ sort: column.id, dir })}
                prefetch={false}
                aria-current={state.sort === column.id && state.dir === dir ? "true" : undefined}
                className="flex min-h-11 items-center rounded-md px-3 aria-[current]:bg-accent-soft aria-[current]:font-semibold"
              >
                {column.header}, {dir === "asc" ? "croissant" : "décroissant"}
              </Link>
            </li>
          )),
        )}
      </ul>
    </details>
  );
}
