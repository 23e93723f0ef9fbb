import { redirect } from "next/navigation";
import { isFreshlyProved } from "@/lib/accounts/sessions/rules";
import type { Ctx } from "@/lib/core/ctx";
import { paths } from "@/lib/core/paths";

/**
 * For pages of sensitive acts: leads to the page that asks for the password again, then back to `here`. The verb
 * checks by itself (lib/accounts/sign-in/require-fresh-proof.ts); this spares a refusal.
 */
export function askForProof({ actor, now }: Ctx, here: string): void {
  if (actor.kind === "account" && !isFreshlyProved(actor.provedAt, now)) redirect(paths.account.confirmPassword({ retour: here }));
}
