import { count, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { peopleConditions, type PeoplePage, type PeopleSearch, readPeoplePage } from "./people-page";
import { can } from "./policy";
import { peoplePageSize } from "./vocabulary";

const countLimit = 1000;

export interface PeopleList extends PeoplePage {
  readonly total: { readonly count: number; readonly capped: boolean };
  /** No name is written so: these are the nearest ones. */
  readonly nearest: boolean;
}

/** People by name or address, role and state, page by page (AD-10). */
export async function listPeople(ctx: Ctx, search: PeopleSearch): Promise<PeopleList> {
  ensure(can.seePeople(ctx.actor));
  const { page, count, nearest } = await findPeople(ctx, search);
  return { ...(await page(search, peoplePageSize)), total: { count: Math.min(count, countLimit), capped: count > countLimit }, nearest };
}

interface FoundPeople {
  /** Up to one more than the limit. */
  readonly count: number;
  readonly nearest: boolean;
  readonly page: (search: PeopleSearch, size: number) => Promise<PeoplePage>;
}

/** What a search means: names written so, or, when there are none, names that resemble. */
export async function findPeople(ctx: Ctx, search: PeopleSearch): Promise<FoundPeople> {
  const exact = peopleConditions(ctx, search, false);
  const found = await countUpTo(ctx, exact);
  if (found > 0 || search.query === "")
    return { count: found, nearest: false, page: (wanted, size) => readPeoplePage(ctx, exact, wanted, size) };
  const near = peopleConditions(ctx, search, true);
  const resembling = await loosely(ctx, (tx) => countUpTo(tx, near));
  return {
    count: resembling,
    nearest: resembling > 0,
    page: (wanted, size) => loosely(ctx, (tx) => readPeoplePage(tx, near, wanted, size)),
  };
}

// No audit: it reads; the transaction only bounds the setting.
/** One letter too many in a short name ("Lefebvre" for "Lefevre") falls just under the database's own idea of "resembles". */
const loosely = <Result>(ctx: Ctx, read: (ctx: Ctx) => Promise<Result>): Promise<Result> =>
  withTx(ctx, async (tx) => {
    await tx.db.execute(sql`select set_config('pg_trgm.word_similarity_threshold', '0.5', true)`);
    return read(tx);
  });

async function countUpTo(ctx: Ctx, filter: SQL | undefined): Promise<number> {
  const some = ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(filter)
    .limit(countLimit + 1)
    .as("some");
  const [counted] = await ctx.db.select({ total: count() }).from(some);
  return counted?.total ?? 0;
}
