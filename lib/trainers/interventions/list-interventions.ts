import { and, eq, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { interventions } from "@/db/schema/interventions";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { inBatches } from "@/lib/core/in-batches";
import { beyond, type Order, orderBy, pageOf } from "@/lib/core/keyset";
import { ensure } from "@/lib/core/refusal";
import { inManaged } from "../ads/in-managed";
import { namedLike, profileNames } from "../profile/names";
import { can } from "./policy";

const pageSize = 50;

export interface InterventionFilter {
  /** A name, an immatriculation, words of the title or a reference. */
  readonly query: string;
  readonly structureId?: string | undefined;
  /** Days between which it takes place, even partly. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly direction: "asc" | "desc";
}
export interface InterventionSearch extends InterventionFilter {
  readonly after: string | null;
}

/** Interventions of the structures that the person manages, by their first day (AD-08). */
export async function listInterventions(ctx: Ctx, { after, ...filter }: InterventionSearch) {
  ensure(can.recordInterventions(ctx.actor));
  const cursor = after !== null && identifier.safeParse(after).success ? after : null;
  const where = and(conditionsOf(ctx, filter), cursor === null ? undefined : beyond(interventions, orderOf(filter), cursor));
  const rows = await linesOf(ctx, where, filter).limit(pageSize + 1);
  const { page, next } = pageOf(rows, pageSize);
  return { interventions: page, next };
}
export type InterventionLine = Awaited<ReturnType<typeof linesOf>>[number];

/** All that is found, in batches. The caller has judged who reads. */
export async function* everyIntervention(ctx: Ctx, filter: InterventionFilter): AsyncGenerator<readonly InterventionLine[]> {
  const keys = await ctx.db
    .select({ id: interventions.id })
    .from(interventions)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, interventions.profileId))
    .where(conditionsOf(ctx, filter))
    .orderBy(...orderBy(orderOf(filter)));
  yield* inBatches(keys, (some) =>
    linesOf(
      ctx,
      inArray(
        interventions.id,
        some.map(({ id }) => id),
      ),
      filter,
    ),
  );
}

type Directed = Pick<InterventionFilter, "direction">;
const orderOf = ({ direction }: Directed): Order => ({ columns: [interventions.startsOn, interventions.id], direction });

const linesOf = (ctx: Ctx, where: SQL | undefined, order: Directed) =>
  ctx.db
    .select({
      id: interventions.id,
      profileId: interventions.profileId,
      reference: interventions.reference,
      title: interventions.title,
      startsOn: interventions.startsOn,
      endsOn: interventions.endsOn,
      hours: interventions.hours,
      structure: structures.name,
      immatriculation: trainerProfiles.immatriculation,
      ...profileNames,
    })
    .from(interventions)
    .innerJoin(structures, eq(structures.id, interventions.structureId))
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, interventions.profileId))
    .where(where)
    .orderBy(...orderBy(orderOf(order)));

const conditionsOf = (ctx: Ctx, { query, structureId, from, until }: InterventionFilter): SQL | undefined =>
  and(
    inManaged(ctx, interventions.structureId),
    structureId === undefined ? undefined : eq(interventions.structureId, structureId),
    from === undefined ? undefined : gte(interventions.endsOn, from),
    until === undefined ? undefined : lte(interventions.startsOn, until),
    matching(query),
  );

function matching(query: string): SQL | undefined {
  if (query === "") return undefined;
  const text = query.replace(/[%_\\]/gu, " ");
  return or(
    eq(interventions.reference, query),
    eq(trainerProfiles.immatriculation, query),
    sql`search_fold(${interventions.title}) like '%' || search_fold(${text}) || '%'`,
    namedLike(query),
  );
}
