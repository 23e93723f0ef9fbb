import type { ReactNode } from "react";
import { SiteShell } from "@/app/_shell/site-shell";

export default function LauncherLayout({ children }: { readonly children: ReactNode }) {
  return <SiteShell application="compte">{children}</SiteShell>;
}
