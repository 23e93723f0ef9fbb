import { and, arrayContains, eq, gte, lte, notExists, or, type SQL, sql } from "drizzle-orm";
import { cvEntries, unavailabilities } from "@/db/schema/cv-library";
import type { Ctx } from "@/lib/core/ctx";
import { fold } from "@/lib/core/text";
import { listRegions } from "@/lib/references/list-regions";
import type { Status } from "../profile/vocabulary";

export interface CvFilter {
  /** Words of the CV, or a name. */
  readonly query: string;
  readonly specialties: readonly string[];
  readonly subSpecialties: readonly string[];
  readonly regions: readonly string[];
  readonly departments: readonly string[];
  readonly structures: readonly string[];
  readonly statuses: readonly Status[];
  readonly language: string;
  readonly abroad: boolean;
  /** Has worked for the institution; null: whether or not. */
  readonly worked: boolean | null;
  /** Available on every day between the two. */
  readonly from: string | null;
  readonly until: string | null;
}

const { facets } = cvEntries;
const tokens = (values: readonly string[]) => sql.param([...values], facets);
/** Any of them; nothing asked, nothing wanted. */
function anyOf(kind: string, values: readonly string[]): SQL | undefined {
  const wanted = values.map((value) => `${kind}:${value}`);
  if (wanted.length === 0) return undefined;
  return wanted.length === 1 ? arrayContains(facets, wanted) : sql`${facets} && ${tokens(wanted)}`;
}

/** Criteria add up; within one, any choice does. What is written of the text is left to the caller. */
export async function conditionsOf(ctx: Ctx, filter: CvFilter): Promise<SQL | undefined> {
  const language = fold(filter.language);
  return and(
    anyOf("s", filter.specialties),
    anyOf("u", filter.subSpecialties),
    anyOf("r", filter.regions),
    await inDepartments(ctx, filter.departments),
    anyOf("o", filter.structures),
    anyOf("t", filter.statuses),
    anyOf("l", language === "" ? [] : [language]),
    filter.abroad ? arrayContains(facets, ["x:abroad"]) : undefined,
    filter.worked === null ? undefined : filter.worked ? arrayContains(facets, ["w:worked"]) : sql`not ${facets} @> array['w:worked']`,
    available(ctx, filter),
  );
}

/** Who chose a region and none of its departments goes anywhere in it. */
async function inDepartments(ctx: Ctx, wanted: readonly string[]): Promise<SQL | undefined> {
  if (wanted.length === 0) return undefined;
  const regions = (await listRegions(ctx)).filter(({ departments }) => departments.some(({ code }) => wanted.includes(code)));
  const whole = regions.map(
    ({ code, departments }) =>
      sql`(${arrayContains(facets, [`r:${code}`])} and not ${facets} && ${tokens(departments.map((department) => `d:${department.code}`))})`,
  );
  return or(anyOf("d", wanted), ...whole);
}

function available(ctx: Ctx, { from, until }: CvFilter): SQL | undefined {
  if (from === null && until === null) return undefined;
  const [first, last] = [from ?? until ?? "", until ?? from ?? ""];
  return notExists(
    ctx.db
      .select({ id: unavailabilities.id })
      .from(unavailabilities)
      .where(
        and(eq(unavailabilities.profileId, cvEntries.profileId), lte(unavailabilities.startsOn, last), gte(unavailabilities.endsOn, first)),
      ),
  );
}

/** Words as they are written, in the name or in the CV. */
export const written = (query: string): SQL => sql`${cvEntries.search} @@ websearch_to_tsquery('french_unaccent', ${query})`;
/** Names one or two slips away. */
export const resembling = (query: string): SQL => sql`search_fold(${query}) <% ${cvEntries.searchName}`;
