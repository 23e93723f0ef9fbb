import { AbsentPage } from "@/components/shell/refusal-pages";

export const metadata = { title: "Page introuvable" };

/** Inside a layout, which has the shell: drawn here, it would be made, and sent, once more with every page. */
export default function NotFound() {
  return <AbsentPage />;
}
