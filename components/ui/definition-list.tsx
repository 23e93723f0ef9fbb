import type { ReactNode } from "react";

export type Definition = { term: string; value: ReactNode };

/** Facts to read: term at the left, value at the right; one above the other on a phone. Empty values say so. */
export function DefinitionList({ items, empty = "Non renseigné" }: { items: readonly Definition[]; empty?: string }) {
  return (
    <dl className="@container divide-y divide-line">
      {items.map(({ term, value }) => (
        <div key={term} className="grid gap-x-6 py-2.5 @md:grid-cols-[minmax(8rem,13rem)_minmax(0,1fr)]">
          <dt className="text-ink-soft">{term}</dt>
          <dd className="min-w-0">
            {value === undefined || value === null || value === "" ? <span className="text-ink-soft">{empty}</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
