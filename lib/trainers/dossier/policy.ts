import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";
import type { ProfileState } from "../profile/vocabulary";

interface Owner {
  readonly accountId: string;
  readonly state: ProfileState;
}
const absentDossier = no("Ce dossier n’existe pas.", "absent");
const owns = (actor: Actor, { accountId }: Pick<Owner, "accountId">) => actor.kind === "account" && actor.accountId === accountId;

export const can = {
  /** One's own, once the profile is validated: nothing is asked of who may never intervene. */
  fill(actor: Actor, profile: Owner): Verdict {
    if (!owns(actor, profile)) return absentDossier;
    if (profile.state === "archived") return no("Votre profil est archivé : demandez sa réactivation à l’assistance.", "conflict");
    return profile.state === "validated"
      ? yes
      : no("Votre dossier administratif s’ouvre quand votre profil est validé : aucune pièce ne vous est demandée avant.", "conflict");
  },

  /** Whose files wait or end: names, structures, completeness and dates, nothing of what is inside. */
  list: (actor: Actor): Verdict => (hasRole(actor, "manager", "administrator") ? yes : absentDossier),

  /** A manager of any structure, who says why (EI-60); never of oneself. */
  open(actor: Actor, profile: Pick<Owner, "accountId">): Verdict {
    if (!hasRole(actor, "manager", "administrator")) return absentDossier;
    return owns(actor, profile) ? no("Vous ne pouvez pas ouvrir votre propre dossier comme gestionnaire : demandez à un collègue.") : yes;
  },

  /** With a look that was explained and is not over. */
  study(actor: Actor, profile: Pick<Owner, "accountId">, opening: { readonly endsAt: Date } | null, now: Date): Verdict {
    const verdict = can.open(actor, profile);
    if (!verdict.allowed) return verdict;
    return opening !== null && opening.endsAt > now ? yes : no("Dites d’abord pour quelle raison vous ouvrez ce dossier.", "conflict");
  },
} as const;
