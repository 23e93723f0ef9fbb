import { isFreshlyProved } from "@/lib/accounts/sessions/rules";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";

/**
 * For sensitive acts (second factors, data export, addresses, deletion): refuses unless the password or a passkey was
 * given in the last fifteen minutes. Pages lead to `paths.account.confirmPassword` before showing such an act. What the
 * system does by itself passes.
 */
export function requireFreshProof({ actor, now }: Ctx): void {
  if (actor.kind === "system" || (actor.kind === "account" && isFreshlyProved(actor.provedAt, now))) return;
  throw new Refusal(
    "unauthenticated",
    "Pour votre sécurité, confirmez votre mot de passe, puis recommencez : rechargez la page pour le faire.",
  );
}
