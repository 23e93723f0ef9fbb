import type { ReactNode } from "react";
import { SiteShell } from "@/app/_shell/site-shell";
import { currentCtx } from "@/lib/entry/current-ctx";
import { readStanding } from "@/lib/trainers/account/read-standing";
import { trainersNavigation } from "./_components/navigation";

export default async function TrainersLayout({ children }: { readonly children: ReactNode }) {
  const standing = await readStanding(await currentCtx());
  return (
    <SiteShell application="intervenants" navigation={trainersNavigation(standing)}>
      {children}
    </SiteShell>
  );
}
