import Link from "next/link";
import { SupportLine } from "@/components/ui/support-line";
import type { ShellFoot, ShellInstitution } from "./shell-types";

/** The same foot on every page: help always in the same place (WCAG 3.2.6). */
export function Foot({
  institution,
  links,
  postalAddress,
  version,
  support,
  accessibility,
}: ShellFoot & { institution: ShellInstitution }) {
  return (
    <footer className="mt-auto border-t border-line bg-surface-raised print:hidden">
      <div className="mx-auto grid max-w-[90rem] gap-x-12 gap-y-6 px-4 py-8 text-sm sm:px-6 md:grid-cols-[minmax(0,1fr)_auto]">
        <address className="text-ink-soft not-italic">
          <span className="block font-semibold text-ink">{institution.name}</span>
          {postalAddress.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </address>
        <div className="md:text-right">
          <SupportLine {...support} />
        </div>
        <nav aria-label="Liens de bas de page" className="border-t border-line pt-3 md:col-span-2">
          <ul className="-mx-2 flex flex-wrap items-center">
            {links.map(({ label, href }) => (
              <li key={href}>
                <Link
                  href={href}
                  prefetch={false}
                  className="inline-flex min-h-11 items-center rounded-md px-2 underline-offset-4 hover:underline"
                >
                  {label}
                </Link>
              </li>
            ))}
            {accessibility !== undefined && <li className="px-2">{accessibility}</li>}
            <li className="px-2 text-ink-soft md:ml-auto">Version {version}</li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
