import type { ReactNode } from "react";
import { SiteShell } from "@/app/_shell/site-shell";
import { currentCtx } from "@/lib/entry/current-ctx";
import { accountNavigation } from "./_components/account-navigation";

/** The navigation is there for whoever is signed in; pages of a centred panel (sign-in, mailed links…) hide it. */
export default async function AccountLayout({ children }: { readonly children: ReactNode }) {
  const { actor } = await currentCtx();
  const inside = actor.kind === "account" && actor.secondFactor !== "missing";
  return (
    <SiteShell application="compte" {...(inside && { navigation: accountNavigation })}>
      {children}
    </SiteShell>
  );
}
