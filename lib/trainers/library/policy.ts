import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";

const managersOnly = no("La CVthèque est réservée aux gestionnaires des structures.");
const absentThing = no("Cet élément n’existe pas.", "absent");

/** Structures that one manages in person: notes and selections are theirs. */
export const ownStructures = (actor: Actor): readonly string[] =>
  actor.kind !== "account"
    ? []
    : actor.grants.flatMap(({ role, structureId }) => (role === "manager" && structureId !== null ? [structureId] : []));

export const can = {
  searchCvs: (actor: Actor): Verdict => (hasRole(actor, "manager", "administrator") ? yes : managersOnly),

  /** Notes and selections belong to a structure: its managers write and read them, nobody else. */
  keepFor: (actor: Actor, structureId: string): Verdict => (ownStructures(actor).includes(structureId) ? yes : absentThing),
} as const;
