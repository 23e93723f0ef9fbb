import type { ReactNode } from "react";

type Props = { title: ReactNode; icon?: ReactNode; /** Why it is empty and what to do. */ children?: ReactNode; action?: ReactNode };

/** Nothing here yet: says why, and what one can do about it. */
export function EmptyState({ title, icon, children, action }: Props) {
  return (
    <div className="flex flex-col items-center rounded-lg border border-dashed border-line-strong px-6 py-10 text-center">
      {icon !== undefined && <span className="mb-3 text-ink-soft">{icon}</span>}
      <p className="text-lg font-semibold">{title}</p>
      {children !== undefined && <div className="mt-1 max-w-prose text-ink-soft">{children}</div>}
      {action !== undefined && <div className="mt-5 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
