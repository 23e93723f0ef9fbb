import { LinkTabs } from "@/components/ui/link-tabs";
import { paths } from "@/lib/core/paths";

interface Props {
  readonly adId: string;
  readonly current: "ad" | "applications";
  readonly received: number;
}

/** The two sides of a published ad: what it says, and who answers it. */
export const AdTabs = ({ adId, current, received }: Props) => (
  <LinkTabs
    label="Vues de l’annonce"
    tabs={[
      { label: "L’annonce", href: paths.manage.ad(adId), current: current === "ad" },
      { label: "Candidatures reçues", href: paths.manage.adApplications(adId), current: current === "applications", count: received },
    ]}
  />
);
