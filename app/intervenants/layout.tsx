import type { ReactNode } from "react";
import { SiteShell } from "@/app/_shell/site-shell";
import { currentCtx } from "@/lib/entry/current-ctx";
import { countOwnRequests } from "@/lib/trainers/dossier/read-calls";
import { readStanding } from "@/lib/trainers/account/read-standing";
import { trainersNavigation } from "./_components/navigation";

export default async function TrainersLayout({ children }: { readonly children: ReactNode }) {
  const ctx = await currentCtx();
  const [standing, requests] = await Promise.all([readStanding(ctx), countOwnRequests(ctx)]);
  return (
    <SiteShell application="intervenants" navigation={trainersNavigation(standing, requests)}>
      {children}
    </SiteShell>
  );
}
