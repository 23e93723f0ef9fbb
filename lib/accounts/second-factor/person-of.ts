import type { Ctx, SignedIn } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";

/** The signed-in person who acts for themselves, the second factor given or not (else: mine, in identity/policy.ts). Throws when nobody is signed in. */
export function personOf({ actor }: Ctx): SignedIn {
  if (actor.kind === "account") return actor;
  throw new Refusal("unauthenticated", "Votre session est terminée. Connectez-vous, puis recommencez.");
}
