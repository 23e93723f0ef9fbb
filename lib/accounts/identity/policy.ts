import type { Actor, SignedIn } from "@/lib/core/ctx";
import { ensure, no, Refusal, type Verdict, yes } from "@/lib/core/refusal";

const signInFirst = no("Connectez-vous, puis recommencez.", "unauthenticated");
const secondFactorFirst = no("Confirmez d’abord votre identité avec votre second facteur.", "unauthenticated");

/** Whether a person may see and change their own account: signed in, with the second factor when one is asked. */
export function mayManageOwnAccount(actor: Actor): Verdict {
  if (actor.kind !== "account") return signInFirst;
  return actor.secondFactor === "missing" ? secondFactorFirst : yes;
}

/** The person whose account is acted on: the one who asks, and nobody else. Refuses when there is none. */
export function mine(actor: Actor): SignedIn {
  ensure(mayManageOwnAccount(actor));
  if (actor.kind !== "account") throw new Refusal("unauthenticated", "Connectez-vous, puis recommencez.");
  return actor;
}
