import { and, eq, gte, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { cvEntries } from "@/db/schema/cv-library";
import { dossierRequests, dossiers } from "@/db/schema/dossiers";
import { structures } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { keysetList } from "@/lib/core/keyset-list";
import { ensure } from "@/lib/core/refusal";
import { fold } from "@/lib/core/text";
import { readSettings } from "@/lib/settings/read-settings";
import { inManaged } from "../../ads/in-managed";
import { can } from "../policy";
import { isOpenRequest } from "../requests";
import { monthsAfter } from "../validity-rules";
import type { CompletenessFilter } from "./fields.data";

export interface DossierFilter {
  /** Words of the name. */
  readonly query: string;
  /** "own", "all", or one home structure. */
  readonly where: string;
  readonly completeness?: CompletenessFilter | undefined;
  readonly sort: "name" | "completeUntil";
  readonly direction: "asc" | "desc";
}
export interface DossierSearch extends DossierFilter {
  /** Profile of the last line of the page before. */
  readonly after: string | null;
}

const { profileId, firstName, lastName } = cvEntries;
/** What was never complete comes first. */
const firstColumn = {
  name: cvEntries.searchName,
  completeUntil: sql`coalesce(${dossiers.completeUntil}, '0001-01-01'::date)`,
} as const;
const list = keysetList({
  places: sql`${cvEntries} left join ${dossiers} on ${dossiers.profileId} = ${profileId}`,
  order: ({ sort, direction }: DossierFilter) => ({ columns: [firstColumn[sort], profileId], direction }),
  where: conditionsOf,
  lines: (ctx) =>
    ctx.db
      .select({
        id: profileId,
        firstName,
        lastName,
        structure: structures.name,
        dossierId: dossiers.id,
        completeUntil: dossiers.completeUntil,
        waiting: sql<number>`(select count(*)::int from dossier_versions v where v.dossier_id = ${dossiers.id} and v.state = 'waiting')`,
        asked: sql<number>`(select count(*)::int from ${dossierRequests}
          where ${dossierRequests.dossierId} = ${dossiers.id} and ${isOpenRequest})`,
      })
      .from(cvEntries)
      .innerJoin(structures, eq(structures.id, cvEntries.homeStructureId))
      .leftJoin(dossiers, eq(dossiers.profileId, profileId))
      .$dynamic(),
  keys: (ctx) => ctx.db.select({ id: profileId }).from(cvEntries).leftJoin(dossiers, eq(dossiers.profileId, profileId)).$dynamic(),
});

/** Validated trainers by how whole their file is: names, structures and dates only (AD-04, EI-60). */
export async function listDossiers(ctx: Ctx, search: DossierSearch) {
  ensure(can.list(ctx.actor));
  const [{ page, next }, total] = await Promise.all([list.page(ctx, search), list.count(ctx, search)]);
  return { dossiers: page, next, total };
}
export type DossierLine = Awaited<ReturnType<typeof listDossiers>>["dossiers"][number];

export const everyDossier = list.every;

async function conditionsOf(ctx: Ctx, { query, where, completeness }: DossierFilter): Promise<SQL | undefined> {
  const words = fold(query)
    .split(" ")
    .filter((word) => word !== "");
  return and(
    where === "all" ? undefined : where === "own" ? inManaged(ctx, cvEntries.homeStructureId) : eq(cvEntries.homeStructureId, where),
    await ofCompleteness(ctx, completeness),
    ...words.slice(0, 8).map((word) => sql`${cvEntries.searchName} like ${`%${word.replace(/[\\%_]/gu, String.raw`\$&`)}%`}`),
  );
}

async function ofCompleteness(ctx: Ctx, completeness: CompletenessFilter | undefined): Promise<SQL | undefined> {
  if (completeness === undefined) return undefined;
  const today = parisDay(ctx.now);
  const { completeUntil } = dossiers;
  if (completeness === "incomplet") return or(isNull(completeUntil), lt(completeUntil, today));
  if (completeness === "complet") return gte(completeUntil, today);
  const soon = monthsAfter(today, (await readSettings(ctx))["dossier.firstNoticeMonths"]);
  return and(gte(completeUntil, today), lte(completeUntil, soon));
}
