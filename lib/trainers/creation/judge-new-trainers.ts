import { eq, inArray, or } from "drizzle-orm";
import { accountAddresses } from "@/db/schema/accounts";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Actor, Ctx } from "@/lib/core/ctx";
import { identityKey } from "../profile/identity-key";
import { can } from "./policy";
import type { CreateTrainerInput } from "./schemas";

/** What is known already of some people to create. */
export interface Known {
  readonly structureIds: ReadonlyMap<string, string>;
  readonly addresses: ReadonlySet<string>;
  readonly identities: ReadonlySet<string>;
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
          .select({ identityKey: trainerProfiles.identityKey, immatriculation: trainerProfiles.immatriculation })
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
    identities: new Set(profiles.map((profile) => profile.identityKey)),
    immatriculations: new Set(profiles.flatMap(({ immatriculation }) => (immatriculation === null ? [] : [immatriculation]))),
  };
}

/** Why somebody cannot be created, by field: the same person twice above all. */
export function faultsOfNew(actor: Actor, person: CreateTrainerInput, known: Known): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  const structureId = known.structureIds.get(person.structure);
  if (structureId === undefined) faults["structure"] = [`Aucune structure en service n’a le code ${person.structure}.`];
  else {
    const verdict = can.createTrainerFor(actor, structureId);
    if (!verdict.allowed) faults["structure"] = [verdict.reason];
  }
  if (known.addresses.has(person.address))
    faults["address"] = ["Cette adresse a déjà un compte : la personne se connecte avec lui, et dépose son CV elle-même."];
  if (known.identities.has(identityOf(person)))
    faults["lastName"] = ["Un profil existe déjà pour ces nom, prénom, civilité et date de naissance : cherchez-le dans la CVthèque."];
  if (person.immatriculation !== null && known.immatriculations.has(person.immatriculation))
    faults["immatriculation"] = ["Cette immatriculation est déjà celle d’une autre personne."];
  return faults;
}
