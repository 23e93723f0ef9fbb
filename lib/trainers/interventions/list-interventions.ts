import { and, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { cvEntries } from "@/db/schema/cv-library";
import { interventions } from "@/db/schema/interventions";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { ensure } from "@/lib/core/refusal";
import { managedStructures } from "../ads/policy";
import { can } from "./policy";

const pageSize = 50;

/** Interventions of the structures that the person manages, the latest first (AD-08). */
export async function listInterventions(ctx: Ctx, { query, after }: { readonly query: string; readonly after: string | null }) {
  ensure(can.recordInterventions(ctx.actor));
  const cursor = after !== null && identifier.safeParse(after).success ? after : null;
  const rows = await ctx.db
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
      trainer: sql<string>`coalesce(${cvEntries.lastName} || ' ' || ${cvEntries.firstName}, '')`,
    })
    .from(interventions)
    .innerJoin(structures, eq(structures.id, interventions.structureId))
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, interventions.profileId))
    .leftJoin(cvEntries, eq(cvEntries.profileId, interventions.profileId))
    .where(
      and(
        theirs(ctx),
        matching(query),
        cursor === null
          ? undefined
          : sql`(${interventions.startsOn}, ${interventions.id}) < (select starts_on, id from interventions where id = ${cursor})`,
      ),
    )
    .orderBy(desc(interventions.startsOn), desc(interventions.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { interventions: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}
export type InterventionLine = Awaited<ReturnType<typeof listInterventions>>["interventions"][number];

function theirs({ actor }: Ctx): SQL | undefined {
  const managed = managedStructures(actor);
  return managed === "all" ? undefined : inArray(interventions.structureId, [...managed]);
}

function matching(query: string): SQL | undefined {
  if (query === "") return undefined;
  const text = query.replace(/[%_\\]/gu, " ");
  return or(
    eq(interventions.reference, query),
    eq(trainerProfiles.immatriculation, query),
    sql`search_fold(${interventions.title}) like '%' || search_fold(${text}) || '%'`,
    sql`${cvEntries.searchName} like '%' || search_fold(${text}) || '%'`,
  );
}
