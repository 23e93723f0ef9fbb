import { and, desc, eq, getTableColumns, inArray, or, type SQL, sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { structures } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { absent, ensure } from "@/lib/core/refusal";
import { can, managedStructures } from "./policy";
import type { AdState } from "./vocabulary";

const pageSize = 50;

export interface ManagedAdLine {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly state: AdState;
  readonly structure: string;
  readonly deadlineOn: string | null;
  readonly createdAt: Date;
}

export interface ManagedAdSearch {
  readonly query: string;
  readonly state?: AdState | undefined;
  readonly after: string | null;
}

/** The ads of the structures that the person manages, newest first (AD-05). */
export async function listManagedAds(
  ctx: Ctx,
  { query, state, after }: ManagedAdSearch,
): Promise<{ readonly ads: readonly ManagedAdLine[]; readonly next: string | null }> {
  ensure(can.manageAds(ctx.actor));
  const rows = await ctx.db
    .select({
      id: ads.id,
      number: ads.number,
      title: ads.title,
      state: ads.state,
      structure: structures.name,
      deadlineOn: ads.deadlineOn,
      createdAt: ads.createdAt,
    })
    .from(ads)
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .where(
      and(theirs(ctx), state === undefined ? undefined : eq(ads.state, state), matching(query), after === null ? undefined : older(after)),
    )
    .orderBy(desc(ads.createdAt), desc(ads.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { ads: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

function theirs({ actor }: Ctx): SQL | undefined {
  const managed = managedStructures(actor);
  return managed === "all" ? undefined : inArray(ads.structureId, [...managed]);
}

const matching = (query: string): SQL | undefined =>
  query === ""
    ? undefined
    : or(
        eq(ads.number, query.replace(/[\s.-]/gu, "")),
        sql`${ads.searchTitle} like '%' || search_fold(${query.replace(/[%_\\]/gu, " ")}) || '%'`,
      );

const older = (after: string): SQL =>
  sql`(${ads.createdAt}, ${ads.id}) < (select ${ads.createdAt}, ${ads.id} from ${ads} where ${ads.id} = ${after})`;

const { search: _search, searchTitle: _title, facets: _facets, ...columns } = getTableColumns(ads);

/** One ad to manage; another structure's answers as a missing one. */
export async function readManagedAd(ctx: Ctx, adId: string) {
  if (!identifier.safeParse(adId).success) throw absent();
  const [ad] = await ctx.db
    .select({ ...columns, structure: structures.name })
    .from(ads)
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .where(eq(ads.id, adId));
  if (ad === undefined) throw absent();
  ensure(can.see(ctx.actor, ad));
  return ad;
}
export type ManagedAd = Awaited<ReturnType<typeof readManagedAd>>;

/** Structures that the person may write ads for. */
export async function listWritableStructures(
  ctx: Ctx,
): Promise<readonly { readonly id: string; readonly name: string; readonly code: string }[]> {
  ensure(can.manageAds(ctx.actor));
  const managed = managedStructures(ctx.actor);
  return ctx.db
    .select({ id: structures.id, name: structures.name, code: structures.code })
    .from(structures)
    .where(and(structures.active, managed === "all" ? undefined : inArray(structures.id, [...managed])))
    .orderBy(structures.name);
}
