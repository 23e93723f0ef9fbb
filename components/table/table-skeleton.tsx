import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a list while it comes. */
export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div className="rounded-lg border border-line bg-surface-raised p-6">
      <Skeleton lines={rows} label="Chargement de la liste…" />
    </div>
  );
}
