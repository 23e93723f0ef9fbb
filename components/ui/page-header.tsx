import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  /** One or two sentences that say what one can do here. */
  lead?: ReactNode;
  /** A short line over the title: the kind of thing, a number, a state. */
  eyebrow?: ReactNode;
  actions?: ReactNode;
};

/** The one h1 of a page. */
export function PageHeader({ title, lead, eyebrow, actions }: Props) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 flex-[1_1_20rem]">
        {eyebrow !== undefined && <div className="mb-1 text-sm font-semibold text-ink-soft">{eyebrow}</div>}
        <h1 className="text-2xl sm:text-3xl">{title}</h1>
        {lead !== undefined && <div className="measure wrap-anywhere mt-2 text-lg text-ink-soft">{lead}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
    </header>
  );
}
