import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";

/**
 * Whoever has a factor gives it before touching any: a stolen password alone must not add another one. `hasFactor` is
 * read under the account's lock: a session that began before the first factor was added has not given it either.
 */
export function mayChangeFactors(actor: Actor, hasFactor: boolean): Verdict {
  if (actor.kind !== "account") return no("Connectez-vous pour gérer votre second facteur.", "unauthenticated");
  if (actor.secondFactor !== "passed" && hasFactor)
    return no("Confirmez d’abord votre identité avec votre second facteur.", "unauthenticated");
  return yes;
}

/** Help for somebody who lost everything; for oneself, the security page does it. */
export function mayResetFactors(actor: Actor, accountId: string): Verdict {
  if (!hasRole(actor, "administrator") || (actor.kind === "account" && actor.secondFactor === "missing"))
    return no("Seule l’administration nationale peut retirer les seconds facteurs d’une personne.");
  if (actor.kind === "account" && actor.accountId === accountId)
    return no("Pour votre propre compte, utilisez la page « Second facteur » de votre compte.");
  return yes;
}
