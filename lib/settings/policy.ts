import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";

export const can = {
  changeSettings: (actor: Actor): Verdict =>
    hasRole(actor, "administrator") ? yes : no("Seule l’administration nationale change les paramètres."),
} as const;
