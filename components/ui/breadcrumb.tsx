import { ChevronRight } from "lucide-react";
import Link from "next/link";

export type Crumb = { label: string; href: string };

/** The way from the home of the application to this page; the page itself is the last, without link. */
export function Breadcrumb({ parents, current, label = "Fil d’Ariane" }: { parents: readonly Crumb[]; current: string; label?: string }) {
  return (
    <nav aria-label={label} className="mb-4 text-sm print:hidden">
      <ol className="-mx-1 flex flex-wrap items-center">
        {parents.map(({ label, href }) => (
          <li key={href} className="flex items-center">
            <Link
              href={href}
              prefetch={false}
              className="inline-flex min-h-8 items-center px-1 text-ink-soft underline underline-offset-4 hover:text-ink"
            >
              {label}
            </Link>
            <ChevronRight aria-hidden size={16} className="text-ink-soft" />
          </li>
        ))}
        <li aria-current="location" className="px-1">
          {current}
        </li>
      </ol>
    </nav>
  );
}
