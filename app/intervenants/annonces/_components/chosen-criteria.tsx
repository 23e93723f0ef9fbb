import { X } from "lucide-react";
import Link from "next/link";
import type { Chosen } from "./criteria";

interface Props {
  readonly chosen: readonly Chosen[];
  readonly address: (state: Chosen["without"]) => string;
}

/** What is asked for, at a glance: each one is a link to the same search without it (EI-10). */
export function ChosenCriteria({ chosen, address }: Props) {
  if (chosen.length === 0) return null;
  return (
    <ul aria-label="Critères de cette recherche" className="mb-4 flex flex-wrap gap-2 print:hidden">
      {chosen.map(({ label, without }) => (
        <li key={label} className="max-w-full">
          <Link
            href={address(without)}
            prefetch={false}
            data-outlined
            className="inline-flex min-h-9 max-w-full items-center gap-2 rounded-md border border-line bg-accent-soft px-3 py-1 text-accent-strong hover:border-accent"
          >
            <span className="sr-only">Retirer </span>
            <span className="min-w-0 wrap-anywhere">{label}</span>
            <X aria-hidden size={16} className="shrink-0" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
