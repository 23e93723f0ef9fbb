import type { ReactNode } from "react";
import { SiteShell } from "@/app/_shell/site-shell";
import { trainersNavigation } from "./_components/navigation";

export default function TrainersLayout({ children }: { readonly children: ReactNode }) {
  return (
    <SiteShell application="intervenants" navigation={trainersNavigation}>
      {children}
    </SiteShell>
  );
}
