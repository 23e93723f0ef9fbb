import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";

export const can = {
  manageApiKeys: (actor: Actor): Verdict =>
    hasRole(actor, "administrator") ? yes : no("Seule l’administration nationale gère les clés des logiciels."),
} as const;
