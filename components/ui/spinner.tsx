import { LoaderCircle } from "lucide-react";

/** A turning circle; decorative unless `label` is given, which is then read out. */
export function Spinner({ label }: { label?: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <LoaderCircle aria-hidden size={20} className="shrink-0 animate-spin" />
      {label !== undefined && <span>{label}</span>}
    </span>
  );
}
