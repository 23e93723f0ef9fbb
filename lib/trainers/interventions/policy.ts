import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";
import { managedStructures } from "../ads/policy";

const managersOnly = no("Les interventions sont enregistrées par les gestionnaires des structures.");

export const can = {
  recordInterventions: (actor: Actor): Verdict => (managedStructures(actor).length > 0 ? yes : managersOnly),

  /** A manager writes for their structures. */
  recordFor(actor: Actor, structureId: string): Verdict {
    const managed = managedStructures(actor);
    return managed === "all" || managed.includes(structureId) ? yes : no("Vous ne gérez pas cette structure : choisissez-en une autre.");
  },

  /** What was recorded for one's structures; another structure's answers as a missing one. */
  change(actor: Actor, { structureId }: { readonly structureId: string }): Verdict {
    const managed = managedStructures(actor);
    return managed === "all" || managed.includes(structureId) ? yes : no("Cette intervention n’existe pas.", "absent");
  },

  /** By the home structure; a number that was given is changed by the national administration alone. */
  setImmatriculation(actor: Actor, profile: { readonly homeStructureId: string | null; readonly immatriculation: string | null }): Verdict {
    const managed = managedStructures(actor);
    if (managed !== "all" && (profile.homeStructureId === null || !managed.includes(profile.homeStructureId)))
      return no("Cette personne est rattachée à une autre structure : c’est elle qui l’immatricule.");
    if (profile.immatriculation !== null && !hasRole(actor, "administrator"))
      return no(
        `Cette personne est déjà immatriculée (${profile.immatriculation}) : seule l’administration nationale change ce numéro.`,
        "conflict",
      );
    return yes;
  },
} as const;
