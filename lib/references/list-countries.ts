import { countries } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { preparedOn } from "@/lib/core/prepared";

export interface ListedCountry {
  /** ISO 3166, two letters. */
  readonly code: string;
  readonly name: string;
}

export interface ListedNationality {
  /** Code of the country; "XX" for stateless people. */
  readonly code: string;
  /** "Française" */
  readonly nationality: string;
}

const prepared = preparedOn((db) => db.select().from(countries).prepare("references_countries"));

const inFrench = new Intl.Collator("fr");

/** Countries one may live or be born in, by French name. */
export async function listCountries(ctx: Ctx): Promise<readonly ListedCountry[]> {
  const all = await prepared(ctx.db).execute();
  return all
    .filter(({ habitable }) => habitable)
    .map(({ code, name }) => ({ code, name }))
    .toSorted((one, other) => inFrench.compare(one.name, other.name));
}

/** Nationalities by French name, "Apatride" among them. */
export async function listNationalities(ctx: Ctx): Promise<readonly ListedNationality[]> {
  const all = await prepared(ctx.db).execute();
  return all
    .map(({ code, nationality }) => ({ code, nationality }))
    .toSorted((one, other) => inFrench.compare(one.nationality, other.nationality));
}
