import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";
import type { AdState } from "./vocabulary";

const managersOnly = no("Les annonces sont écrites par les gestionnaires des structures.");
const absentAd = no("Cette annonce n’existe pas.", "absent");

/** Structures whose ads a person manages; "all" for the national administration. */
export function managedStructures(actor: Actor): readonly string[] | "all" {
  if (hasRole(actor, "administrator")) return "all";
  if (actor.kind !== "account") return [];
  return actor.grants.flatMap(({ role, structureId }) => (role === "manager" && structureId !== null ? [structureId] : []));
}

const manages = (actor: Actor, structureId: string) => {
  const managed = managedStructures(actor);
  return managed === "all" || managed.includes(structureId);
};

interface AdSeen {
  readonly structureId: string;
  readonly state: AdState;
}

export const can = {
  manageAds: (actor: Actor): Verdict => (managedStructures(actor).length > 0 ? yes : managersOnly),

  writeFor: (actor: Actor, structureId: string): Verdict =>
    manages(actor, structureId) ? yes : no("Vous ne gérez pas cette structure : choisissez-en une autre."),

  /** Another structure's ad answers as a missing one. */
  see: (actor: Actor, ad: AdSeen): Verdict => (manages(actor, ad.structureId) ? yes : absentAd),

  change(actor: Actor, ad: AdSeen): Verdict {
    if (!manages(actor, ad.structureId)) return absentAd;
    return ad.state === "closed" ? no("Cette annonce est clôturée : dupliquez-la pour en écrire une nouvelle.", "conflict") : yes;
  },

  publish(actor: Actor, ad: AdSeen): Verdict {
    if (!manages(actor, ad.structureId)) return absentAd;
    return ad.state === "draft" ? yes : no("Cette annonce a déjà été publiée.", "conflict");
  },

  close(actor: Actor, ad: AdSeen): Verdict {
    if (!manages(actor, ad.structureId)) return absentAd;
    if (ad.state === "closed") return no("Cette annonce est déjà clôturée.", "conflict");
    return ad.state === "draft" ? no("Cette annonce n’est pas publiée.", "conflict") : yes;
  },
} as const;
