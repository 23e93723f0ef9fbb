import type { ReactNode } from "react";

/** One component in one state, with the words that describe it. */
export function Sample({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0 space-y-3 border-t border-line py-5 first:border-t-0 first:pt-0 last:pb-0">
      <div>
        <h3 className="text-base">{title}</h3>
        {note !== undefined && <p className="measure text-sm text-ink-soft">{note}</p>}
      </div>
      {children}
    </div>
  );
}

/** Samples side by side, wrapping. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-start gap-3">{children}</div>;
}
