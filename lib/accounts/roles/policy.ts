import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";

const administration = no("Seule l’administration nationale donne et retire les rôles.");

/** The last administrator is kept by a lock, not here: see keep-an-administrator.ts. */
export const can = {
  manageRoles: (actor: Actor): Verdict => (hasRole(actor, "administrator") ? yes : administration),
} as const;
