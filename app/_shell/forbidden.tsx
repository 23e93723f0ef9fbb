import { ReservedPage } from "@/components/shell/refusal-pages";

export const metadata = { title: "Accès réservé" };

/** Inside a layout, which has the shell: drawn here, it would be made, and sent, once more with every page. */
export default function Forbidden() {
  return <ReservedPage />;
}
