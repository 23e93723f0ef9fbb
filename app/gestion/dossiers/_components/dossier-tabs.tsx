import { LinkTabs } from "@/components/ui/link-tabs";
import { paths } from "@/lib/core/paths";

/** What waits for a decision; all the dossiers. */
export const DossierTabs = ({ current }: { readonly current: "pieces" | "dossiers" }) => (
  <LinkTabs
    label="Dossiers administratifs"
    tabs={[
      { label: "Pièces à vérifier", href: paths.manage.dossiers(), current: current === "pieces" },
      { label: "Tous les dossiers", href: paths.manage.dossierList(), current: current === "dossiers" },
    ]}
  />
);
