import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="rounded-sm border border-line-strong bg-surface-sunken px-1.5 font-sans text-sm">{children}</kbd>;
}
