import { and, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { cvEntries } from "@/db/schema/cv-library";
import { dossiers } from "@/db/schema/dossiers";
import { structures } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { inBatches } from "@/lib/core/in-batches";
import { parisDay } from "@/lib/core/format";
import { ensure } from "@/lib/core/refusal";
import { fold } from "@/lib/core/text";
import { readSettings } from "@/lib/settings/read-settings";
import { inManaged } from "../../ads/in-managed";
import { can } from "../policy";
import { monthsAfter } from "../validity-rules";
import type { CompletenessFilter } from "./fields.data";

const pageSize = 50;
const countLimit = 1000;

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
const columns = {
  id: profileId,
  firstName,
  lastName,
  structure: structures.name,
  dossierId: dossiers.id,
  completeUntil: dossiers.completeUntil,
  waiting: sql<number>`(select count(*)::int from dossier_versions v where v.dossier_id = ${dossiers.id} and v.state = 'waiting')`,
  asked: sql<number>`(select count(*)::int from dossier_requests r
    where r.dossier_id = ${dossiers.id} and r.answered_at is null and r.withdrawn_at is null)`,
};

/** Validated trainers by how whole their file is: names, structures and dates only (AD-04, EI-60). */
export async function listDossiers(ctx: Ctx, { after, ...filter }: DossierSearch) {
  ensure(can.list(ctx.actor));
  const found = await conditionsOf(ctx, filter);
  const [rows, count] = await Promise.all([
    linesOf(ctx, and(found, after === null ? undefined : beyondOf(after, filter)), filter).limit(pageSize + 1),
    countUpTo(ctx, found),
  ]);
  const page = rows.slice(0, pageSize);
  return {
    dossiers: page,
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
    total: { count: Math.min(count, countLimit), capped: count > countLimit },
  };
}
export type DossierLine = Awaited<ReturnType<typeof linesOf>>[number];

/** All that is found, in batches. The caller has judged who reads. */
export async function* everyDossier(ctx: Ctx, filter: DossierFilter): AsyncGenerator<readonly DossierLine[]> {
  const keys = await ctx.db
    .select({ id: profileId })
    .from(cvEntries)
    .leftJoin(dossiers, eq(dossiers.profileId, profileId))
    .where(await conditionsOf(ctx, filter))
    .orderBy(orderOf(filter));
  yield* inBatches(keys, (some) =>
    linesOf(
      ctx,
      inArray(
        profileId,
        some.map(({ id }) => id),
      ),
      filter,
    ),
  );
}

type Ordered = Pick<DossierFilter, "sort" | "direction">;
/** What was never complete comes first. */
const keys = {
  name: sql`${cvEntries.searchName}`,
  completeUntil: sql`coalesce(${dossiers.completeUntil}, '0001-01-01'::date)`,
} as const satisfies Record<DossierFilter["sort"], SQL>;
const orderOf = ({ sort, direction }: Ordered): SQL =>
  direction === "asc" ? sql`${keys[sort]}, ${profileId}` : sql`${keys[sort]} desc, ${profileId} desc`;

const beyondOf = (after: string, { sort, direction }: Ordered): SQL =>
  sql`(${keys[sort]}, ${profileId}) ${direction === "asc" ? sql`>` : sql`<`} (
    select ${keys[sort]}, ${profileId} from ${cvEntries} left join ${dossiers} on ${dossiers.profileId} = ${profileId}
    where ${profileId} = ${after})`;

const linesOf = (ctx: Ctx, where: SQL | undefined, order: Ordered) =>
  ctx.db
    .select(columns)
    .from(cvEntries)
    .innerJoin(structures, eq(structures.id, cvEntries.homeStructureId))
    .leftJoin(dossiers, eq(dossiers.profileId, profileId))
    .where(where)
    .orderBy(orderOf(order));

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

function countUpTo(ctx: Ctx, filter: SQL | undefined): Promise<number> {
  const some = ctx.db
    .select({ id: profileId })
    .from(cvEntries)
    .leftJoin(dossiers, eq(dossiers.profileId, profileId))
    .where(filter)
    .limit(countLimit + 1)
    .as("some");
  return ctx.db.$count(some);
}
