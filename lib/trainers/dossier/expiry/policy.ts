import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";

export const can = {
  /** All pieces of a kind at once, for everybody (EI-106). */
  extend: (actor: Actor): Verdict => (hasRole(actor, "administrator") ? yes : no("Seule l’administration nationale prolonge des pièces.")),
} as const;
