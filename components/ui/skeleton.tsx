import { clsx } from "clsx";

const widths = ["w-11/12", "w-3/4", "w-5/6", "w-2/3"] as const;

/** Grey lines while a part of the page comes; one sentence tells screen readers. */
export function Skeleton({ lines = 3, label = "Chargement en cours…", className }: { lines?: number; label?: string; className?: string }) {
  return (
    <div role="status" className={clsx("space-y-3", className)}>
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} aria-hidden className={clsx("h-5 animate-pulse rounded-sm bg-surface-sunken", widths[index % widths.length])} />
      ))}
    </div>
  );
}
