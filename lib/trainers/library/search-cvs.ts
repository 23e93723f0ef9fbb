import { and, eq, type SQL, sql } from "drizzle-orm";
import { cvEntries } from "@/db/schema/cv-library";
import { structures } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { fold } from "@/lib/core/text";
import { withTx } from "@/lib/core/tx";
import { conditionsOf, type CvFilter, resembling, written } from "./cv-conditions";
import { can } from "./policy";
import { cvPageSize, type CvSort } from "./vocabulary";

const countLimit = 1000;

export interface CvSearch extends CvFilter {
  readonly sort: CvSort;
  readonly direction: "asc" | "desc";
  /** Profile of the last line of the page before, or of the first of the page after. */
  readonly after: string | null;
  readonly before: string | null;
}

const { profileId, firstName, lastName, status, specialtyCodes, regionCodes, languages, validatedAt, updatedAt, lastInterventionOn } =
  cvEntries;
const line = { profileId, firstName, lastName, status, specialtyCodes, regionCodes, languages, validatedAt, updatedAt, lastInterventionOn };

export type CvLine = Awaited<ReturnType<typeof readPage>>["cvs"][number];
export interface CvPage {
  readonly cvs: readonly CvLine[];
  readonly next: string | null;
  readonly previous: string | null;
}
export interface FoundCvs extends CvPage {
  readonly total: { readonly count: number; readonly capped: boolean };
  /** Nobody's CV has these words: these have the nearest names. */
  readonly nearest: boolean;
}

/** Validated trainers by text and criteria that add up, page by page (AD-03). */
export async function searchCvs(ctx: Ctx, search: CvSearch): Promise<FoundCvs> {
  ensure(can.searchCvs(ctx.actor));
  const { count, nearest, page } = await findCvs(ctx, search);
  return { ...(await page(search, cvPageSize)), total: { count: Math.min(count, countLimit), capped: count > countLimit }, nearest };
}

interface Found {
  /** Up to one more than the limit. */
  readonly count: number;
  readonly nearest: boolean;
  readonly page: (search: CvSearch, size: number) => Promise<CvPage>;
}

/** What a search means: words as they are written, or, when nobody has them, names that resemble. The caller has judged. */
export async function findCvs(ctx: Ctx, search: CvSearch): Promise<Found> {
  const criteria = await conditionsOf(ctx, search);
  const texts = fold(search.query) !== "";
  const exact = and(criteria, texts ? written(search.query) : undefined);
  const count = await countUpTo(ctx, exact);
  if (count > 0 || !texts) return { count, nearest: false, page: (wanted, size) => readPage(ctx, exact, wanted, size) };
  const near = and(criteria, resembling(search.query));
  return {
    count: await loosely(ctx, (tx) => countUpTo(tx, near)),
    nearest: true,
    page: (wanted, size) => loosely(ctx, (tx) => readPage(tx, near, wanted, size)),
  };
}

/** Written as the indexes cv_entries_order and cv_entries_recent have them. */
const keys = { name: sql`${cvEntries.searchName}, ${profileId}`, recent: sql`${updatedAt}, ${profileId}` } as const;
const keysDown = {
  name: sql`${cvEntries.searchName} desc, ${profileId} desc`,
  recent: sql`${updatedAt} desc, ${profileId} desc`,
} as const satisfies Record<CvSort, SQL>;

async function readPage(ctx: Ctx, filter: SQL | undefined, { sort, direction, after, before }: CvSearch, size: number) {
  const backwards = after === null && before !== null;
  const up = (direction === "asc") !== backwards;
  const cursor = after ?? before;
  const beyond = sql`(${keys[sort]}) ${up ? sql`>` : sql`<`} (select ${keys[sort]} from ${cvEntries} where ${profileId} = ${cursor})`;
  const rows = await ctx.db
    .select({ ...line, structure: structures.name })
    .from(cvEntries)
    .innerJoin(structures, eq(structures.id, cvEntries.homeStructureId))
    .where(and(filter, cursor === null ? undefined : beyond))
    .orderBy(up ? keys[sort] : keysDown[sort])
    .limit(size + 1);
  const more = rows.length > size;
  const cvs = backwards ? rows.slice(0, size).reverse() : rows.slice(0, size);
  const [hasPrevious, hasNext] = backwards ? [more, true] : [cursor !== null, more];
  return {
    cvs,
    previous: hasPrevious ? (cvs[0]?.profileId ?? null) : null,
    next: hasNext ? (cvs.at(-1)?.profileId ?? null) : null,
  };
}

async function countUpTo(ctx: Ctx, filter: SQL | undefined): Promise<number> {
  const some = ctx.db
    .select({ profileId })
    .from(cvEntries)
    .where(filter)
    .limit(countLimit + 1)
    .as("some");
  return ctx.db.$count(some);
}

// No audit: it reads; the transaction only bounds the setting.
/** A slip in a short name falls just under the database's own idea of "resembles". */
const loosely = <Result>(ctx: Ctx, read: (ctx: Ctx) => Promise<Result>): Promise<Result> =>
  withTx(ctx, async (tx) => {
    await tx.db.execute(sql`select set_config('pg_trgm.word_similarity_threshold', '0.5', true)`);
    return read(tx);
  });
