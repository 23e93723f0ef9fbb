import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";

/** An account as far as its access is concerned. */
export interface PersonAccess {
  readonly id: string;
  readonly blockedAt: Date | null;
}

const administration = no("Seule l’administration nationale gère les personnes et leurs accès.");
const isAdministrator = (actor: Actor): Verdict => (hasRole(actor, "administrator") ? yes : administration);
const isSelf = (actor: Actor, { id }: PersonAccess) => actor.kind === "account" && actor.accountId === id;

export const can = {
  seePeople: isAdministrator,
  exportPeople: isAdministrator,

  block(actor: Actor, person: PersonAccess): Verdict {
    if (!hasRole(actor, "administrator")) return administration;
    if (isSelf(actor, person))
      return no("Vous ne pouvez pas bloquer votre propre compte. Demandez-le à une autre personne de l’administration.");
    if (person.blockedAt !== null) return no("Ce compte est déjà bloqué.", "conflict");
    return yes;
  },

  unblock(actor: Actor, { blockedAt }: PersonAccess): Verdict {
    if (!hasRole(actor, "administrator")) return administration;
    return blockedAt === null ? no("Ce compte n’est pas bloqué.", "conflict") : yes;
  },

  signOutEverywhere: isAdministrator,
} as const;
