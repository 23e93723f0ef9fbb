import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { Application } from "@/lib/accounts/applications/applications.data";
import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";

/** One large link for each application the person may open. */
export function ApplicationCards({ applications }: { readonly applications: readonly (Application & { readonly id: ApplicationId })[] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {applications.map(({ id, name, purpose, path }) => (
        <li key={id} data-application={id}>
          <Link
            href={path}
            prefetch={false}
            className="group flex h-full flex-col gap-2 rounded-lg border border-line bg-surface-raised p-5 hover:border-accent"
          >
            <span className="flex items-center justify-between gap-3 text-xl font-semibold text-accent">
              {name}
              <ArrowRight aria-hidden size={20} />
            </span>
            <span className="text-ink-soft">{purpose}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
