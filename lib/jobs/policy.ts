import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";

export const can = {
  manageJobs: (actor: Actor): Verdict =>
    hasRole(actor, "administrator") ? yes : no("Seule l’administration nationale voit les tâches planifiées et peut les lancer."),
} as const;
