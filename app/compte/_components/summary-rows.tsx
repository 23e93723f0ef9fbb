import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

export interface SummaryRow {
  readonly label: string;
  readonly value: ReactNode;
  readonly href: string;
  /** What the row leads to, for screen readers too: "Modifier", "Voir". */
  readonly act: string;
}

/** One room of the account by row: what it holds now, and the way there. The whole row is the link. */
export function SummaryRows({ title, rows }: { readonly title: string; readonly rows: readonly SummaryRow[] }) {
  return (
    <section data-outlined className="rounded-lg border border-line bg-surface-raised shadow-raised">
      <h3 className="border-b border-line px-5 py-4 text-lg">{title}</h3>
      <ul className="divide-y divide-line">
        {rows.map(({ label, value, href, act }) => (
          <li key={href} className="relative flex items-center gap-4 px-5 py-3.5 hover:bg-surface-sunken">
            <div className="min-w-0 flex-1 gap-x-6 sm:grid sm:grid-cols-[10rem_minmax(0,1fr)]">
              <p className="text-ink-soft">{label}</p>
              <div className="min-w-0 wrap-anywhere">{value}</div>
            </div>
            <Link
              href={href}
              prefetch={false}
              className="inline-flex min-h-8 shrink-0 items-center gap-1 font-semibold text-accent after:absolute after:inset-0"
            >
              <span className="max-sm:sr-only">{act}</span>
              <span className="sr-only">&nbsp;: {label}</span>
              <ChevronRight aria-hidden size={20} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
