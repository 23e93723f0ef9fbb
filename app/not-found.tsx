import { AbsentPage } from "@/components/shell/refusal-pages";

export const metadata = { title: "Page introuvable" };

/** When a layout itself finds nothing; pages have the one of their layout, with its shell. */
export default function NotFound() {
  return (
    <div className="mx-auto max-w-[90rem] px-4 sm:px-6">
      <AbsentPage />
    </div>
  );
}
