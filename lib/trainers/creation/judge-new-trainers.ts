import { eq, inArray, or } from "drizzle-orm";
import { accountAddresses } from "@/db/schema/accounts";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import { bornOnRefusal } from "@/lib/accounts/identity/rules";
import type { Ctx } from "@/lib/core/ctx";
import { identityKey } from "../profile/identity-key";
import { can } from "./policy";
import type { CreateTrainerInput } from "./schemas";

/** What is known already of some people to create. */
export interface Known {
  readonly structureIds: ReadonlyMap<string, string>;
  readonly addresses: ReadonlySet<string>;
  /** With whether the CVthèque shows one of them. */
  readonly identities: ReadonlyMap<string, boolean>;
  readonly immatriculations: ReadonlySet<string>;
}

export const identityOf = ({ civility, birthName, lastName, firstName, bornOn }: CreateTrainerInput): string =>
  identityKey({ civility, lastName: birthName ?? lastName, firstName, bornOn });

export async function readKnown(ctx: Ctx, people: readonly CreateTrainerInput[]): Promise<Known> {
  const identities = people.map(identityOf);
  const numbers = people.flatMap(({ immatriculation }) => (immatriculation === null ? [] : [immatriculation]));
  const [homes, owned, profiles] = await Promise.all([
    ctx.db.select({ code: structures.code, id: structures.id }).from(structures).where(eq(structures.active, true)),
    people.length === 0
      ? []
      : ctx.db
          .select({ canonical: accountAddresses.canonical })
          .from(accountAddresses)
          .where(
            inArray(
              accountAddresses.canonical,
              people.map(({ address }) => address),
            ),
          ),
    people.length === 0
      ? []
      : ctx.db
          .select({
            state: trainerProfiles.state,
            identityKey: trainerProfiles.identityKey,
            immatriculation: trainerProfiles.immatriculation,
          })
          .from(trainerProfiles)
          .where(
            or(
              inArray(trainerProfiles.identityKey, identities),
              numbers.length === 0 ? undefined : inArray(trainerProfiles.immatriculation, numbers),
            ),
          ),
  ]);
  return {
    structureIds: new Map(homes.map(({ code, id }) => [code, id])),
    addresses: new Set(owned.map(({ canonical }) => canonical)),
    identities: new Map(
      [...Map.groupBy(profiles, ({ identityKey: key }) => key)].map(([key, same]) => [
        key,
        same.some(({ state }) => state === "validated"),
      ]),
    ),
    immatriculations: new Set(profiles.flatMap(({ immatriculation }) => (immatriculation === null ? [] : [immatriculation]))),
  };
}

/** Why somebody cannot be created, by field: the same person twice above all. */
export function faultsOfNew(
  { actor, now }: Pick<Ctx, "actor" | "now">,
  person: CreateTrainerInput,
  known: Known,
): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  const structureId = known.structureIds.get(person.structure);
  if (structureId === undefined) faults["structure"] = [`Aucune structure en service n’a le code ${person.structure}.`];
  else {
    const verdict = can.createTrainerFor(actor, structureId);
    if (!verdict.allowed) faults["structure"] = [verdict.reason];
  }
  if (known.addresses.has(person.address))
    faults["address"] = ["Cette adresse a déjà un compte : la personne se connecte avec lui, et dépose son CV elle-même."];
  const unlikely = bornOnRefusal(person.bornOn, now);
  if (unlikely !== null) faults["bornOn"] = [unlikely];
  // Whoever is not in the CVthèque is another structure's business: nothing is told of a draft or a refusal.
  const shown = known.identities.get(identityOf(person));
  if (shown !== undefined)
    faults["lastName"] = [
      shown
        ? "Un profil existe déjà pour ces nom, prénom, civilité et date de naissance : cherchez-le dans la CVthèque."
        : "Cette personne ne peut pas être créée d’ici : écrivez à l’assistance.",
    ];
  if (person.immatriculation !== null && known.immatriculations.has(person.immatriculation))
    faults["immatriculation"] = ["Cette immatriculation est déjà celle d’une autre personne."];
  return faults;
}
