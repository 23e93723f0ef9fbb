import { ReservedPage } from "@/components/shell/refusal-pages";

export const metadata = { title: "Accès réservé" };

/** When a layout itself refuses; pages have the one of their layout, with its shell. */
export default function Forbidden() {
  return (
    <div className="mx-auto max-w-[90rem] px-4 sm:px-6">
      <ReservedPage />
    </div>
  );
}
