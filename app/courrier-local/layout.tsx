import type { ReactNode } from "react";
import { SiteShell } from "@/app/_shell/site-shell";

export default function LocalMailLayout({ children }: { readonly children: ReactNode }) {
  return <SiteShell application="compte">{children}</SiteShell>;
}
