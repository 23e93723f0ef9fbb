import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";

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
