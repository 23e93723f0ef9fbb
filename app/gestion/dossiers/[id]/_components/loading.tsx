import { Spinner } from "@/components/ui/spinner";

export const Loading = () => (
  <p className="flex min-h-40 items-center justify-center gap-2 text-ink-soft" role="status">
    <Spinner /> Le document arrive…
  </p>
);
