import { redirect } from "next/navigation";
import { type Factors, readFactors } from "@/lib/accounts/second-factor/read-factors";
import { hasFactor } from "@/lib/accounts/second-factor/rules";
import type { Ctx, SignedIn } from "@/lib/core/ctx";
import { paths } from "@/lib/core/paths";

/**
 * These pages also serve whoever must set up a first factor before anything else, so their policy is "first_factor".
 * Whoever has one gives it first.
 */
export async function passSecurityDoor(ctx: Ctx, actor: SignedIn, here: string): Promise<Factors> {
  const factors = await readFactors(ctx, actor.accountId);
  if (actor.secondFactor === "missing" && hasFactor(factors)) redirect(paths.account.secondFactor({ retour: here }));
  return factors;
}
