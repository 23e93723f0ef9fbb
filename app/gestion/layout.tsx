import type { ReactNode } from "react";
import { SiteShell } from "@/app/_shell/site-shell";
import { manageNavigation } from "@/components/gestion/navigation";
import { currentCtx } from "@/lib/entry/current-ctx";

export default async function ManageLayout({ children }: { readonly children: ReactNode }) {
  const { actor } = await currentCtx();
  return (
    <SiteShell application="gestion" navigation={manageNavigation(actor)}>
      {children}
    </SiteShell>
  );
}
