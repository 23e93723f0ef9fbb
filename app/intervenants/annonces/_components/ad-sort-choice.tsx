import Link from "next/link";
import { changeTableState, tableAddress, type TableState } from "@/components/table/table-state";
import { adsTable, type AdsTable } from "@/components/trainers/ads-table";
import { paths } from "@/lib/core/paths";

/** The orders that no column stands for; the others are chosen by their column. */
export function AdSortChoice({ state }: { readonly state: TableState<AdsTable> }) {
  const asWords = state.q !== "";
  const orders = [
    ...(asWords ? [{ label: "Pertinence", sort: "relevance", dir: "desc", current: state.sort === "relevance" } as const] : []),
    {
      label: "Plus récentes",
      sort: "published",
      dir: "desc",
      current: state.dir === "desc" && (state.sort === "published" || (state.sort === "relevance" && !asWords)),
    } as const,
  ];
  // One order, and the present one: nothing to choose.
  if (orders.every(({ current }) => current)) return null;
  return (
    <ul aria-label="Ordre des annonces" className="flex flex-wrap gap-1">
      {orders.map(({ label, sort, dir, current }) => (
        <li key={sort}>
          <Link
            href={tableAddress(paths.trainers.ads(), adsTable, changeTableState(state, { sort, dir }))}
            prefetch={false}
            aria-current={current ? "true" : undefined}
            className="inline-flex min-h-11 items-center rounded-md px-3 underline underline-offset-4 hover:text-accent-strong aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent-strong aria-[current]:no-underline"
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
