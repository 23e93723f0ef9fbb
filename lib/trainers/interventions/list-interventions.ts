import { and, eq, gte, lte, or, type SQL, sql } from "drizzle-orm";
import { interventions } from "@/db/schema/interventions";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { keysetList } from "@/lib/core/keyset-list";
import { ensure } from "@/lib/core/refusal";
import { inManaged } from "../ads/in-managed";
import { namedLike, profileNames } from "../profile/names";
import { can } from "./policy";

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

const list = keysetList({
  places: interventions,
  order: ({ direction }: InterventionFilter) => ({ columns: [interventions.startsOn, interventions.id], direction }),
  where: conditionsOf,
  lines: (ctx) =>
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
      .$dynamic(),
  keys: (ctx) =>
    ctx.db
      .select({ id: interventions.id })
      .from(interventions)
      .innerJoin(trainerProfiles, eq(trainerProfiles.id, interventions.profileId))
      .$dynamic(),
});

/** Interventions of the structures that the person manages, by their first day (AD-08). */
export async function listInterventions(ctx: Ctx, search: InterventionSearch) {
  ensure(can.recordInterventions(ctx.actor));
  const { page, next } = await list.page(ctx, search);
  return { interventions: page, next };
}
export type InterventionLine = Awaited<ReturnType<typeof listInterventions>>["interventions"][number];

export const everyIntervention = list.every;

function conditionsOf(ctx: Ctx, { query, structureId, from, until }: InterventionFilter): SQL | undefined {
  return and(
    inManaged(ctx, interventions.structureId),
    structureId === undefined ? undefined : eq(interventions.structureId, structureId),
    from === undefined ? undefined : gte(interventions.endsOn, from),
    until === undefined ? undefined : lte(interventions.startsOn, until),
    matching(query),
  );
}

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
