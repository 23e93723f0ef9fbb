import type { Actor } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";
import { managedStructures } from "../ads/policy";

/** Who calls with a key of the institution's own software (AD-16). */
export const apiActorName = "api";

export const can = {
  createTrainers: (actor: Actor): Verdict =>
    isProgram(actor) || managedStructures(actor).length > 0 ? yes : no("Les intervenants sont créés par les gestionnaires des structures."),

  /** For the structures one manages; the institution's own software for all. */
  createTrainerFor(actor: Actor, structureId: string): Verdict {
    const managed = managedStructures(actor);
    return isProgram(actor) || managed === "all" || managed.includes(structureId)
      ? yes
      : no("Vous ne gérez pas cette structure : choisissez-en une autre.");
  },
} as const;

const isProgram = (actor: Actor) => actor.kind === "system" && actor.name === apiActorName;
