import { Download } from "lucide-react";
import { changeTableState, tableEntries, type TableSpec, type TableState } from "@/components/table/table-state";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/core/paths";

/** What is found, as files. Plain links, not pages: nothing fetches them in advance, and a refusal is read as a page. */
export function ExportLinks({ csv, excel }: { readonly csv: string; readonly excel: string }) {
  return (
    <span className="flex flex-wrap gap-2">
      {[
        { href: csv, label: "Exporter (CSV)" },
        { href: excel, label: "Exporter (Excel)" },
      ].map(({ href, label }) => (
        <a key={href} href={href} className={buttonClass("secondary", "small")}>
          <Download aria-hidden size={18} />
          {label}
        </a>
      ))}
    </span>
  );
}

interface ListExportProps {
  readonly list: Parameters<typeof paths.api.listExport>[0];
  readonly spec: TableSpec;
  readonly state: TableState;
  /** What the list belongs to, when it is one of several. */
  readonly of?: Readonly<Record<string, string>>;
}

/** The files of a list, whatever its page. */
export function ListExport({ list, spec, state, of }: ListExportProps) {
  const query = new URLSearchParams([
    ...Object.entries(of ?? {}),
    ...tableEntries(spec, changeTableState(state, {})).map((entry) => [...entry]),
  ]);
  const address = (format: "csv" | "xlsx") => `${paths.api.listExport(list, format)}${query.size === 0 ? "" : `?${query.toString()}`}`;
  return <ExportLinks csv={address("csv")} excel={address("xlsx")} />;
}
