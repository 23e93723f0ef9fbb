import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  /** Under the panel: the other way in, help. */
  after?: ReactNode;
  width?: "narrow" | "wide";
  children: ReactNode;
};

/** Signing in, registering, choosing a password: one thing to do, in the middle of the page. */
export function CenteredPanel({ title, lead, after, width = "narrow", children }: Props) {
  return (
    <div data-centered-panel className={width === "wide" ? "mx-auto max-w-3xl py-4 sm:py-8" : "mx-auto max-w-lg py-4 sm:py-8"}>
      <div
        data-outlined
        className="border-line bg-surface-raised max-sm:-mx-4 max-sm:border-y max-sm:px-4 max-sm:py-6 sm:rounded-lg sm:border sm:p-8 sm:shadow-raised"
      >
        <h1 className="text-2xl">{title}</h1>
        {lead !== undefined && <div className="mt-2 text-ink-soft">{lead}</div>}
        <div className="mt-6">{children}</div>
      </div>
      {after !== undefined && <div className="mt-6 space-y-3 sm:px-8">{after}</div>}
    </div>
  );
}
