import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";

export const can = {
  /** The command line and the first start; the national administrator from the back office (AD-09). */
  importReferences: (actor: Actor): Verdict =>
    actor.kind === "system" || hasRole(actor, "administrator") ? yes : no("Seule l’administration nationale met à jour les référentiels."),

  /** Lists that people choose from: the national administrator alone (AD-09). */
  manageReferences: (actor: Actor): Verdict =>
    hasRole(actor, "administrator") ? yes : no("Seule l’administration nationale modifie les référentiels."),
};
