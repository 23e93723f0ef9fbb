import { and, eq, inArray, isNull, max, type SQL, sql } from "drizzle-orm";
import { loginSessions, roleGrants } from "@/db/schema/access";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import { authorities, structures } from "@/db/schema/references";
import type { Role } from "@/lib/accounts/roles/vocabulary";
import type { Ctx } from "@/lib/core/ctx";
import { inState, matching, withRole } from "./person-conditions";
import type { PersonState } from "./vocabulary";

export interface PeopleFilter {
  /** Words of a name or of an address. */
  readonly query: string;
  readonly role?: Role | undefined;
  readonly state?: PersonState | undefined;
}

export interface PeopleSearch extends PeopleFilter {
  readonly sort: "name" | "createdAt";
  readonly direction: "asc" | "desc";
  /** Identifier of the last person of the page before, or of the first of the page after. */
  readonly after: string | null;
  readonly before: string | null;
}

export interface HeldRole {
  readonly role: Role;
  /** Structure or authority the role is limited to. */
  readonly scope: string | null;
}

export interface PersonLine {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  readonly roles: readonly HeldRole[];
  readonly blockedAt: Date | null;
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
}

export interface PeoplePage {
  readonly people: readonly PersonLine[];
  readonly next: string | null;
  readonly previous: string | null;
}

/** What the accounts listed satisfy; `nearly`: names that resemble the search count too. Closed accounts never do. */
export const peopleConditions = ({ db }: Ctx, { query, role, state }: PeopleFilter, nearly: boolean, among?: SQL): SQL | undefined =>
  and(
    isNull(accounts.closedAt),
    among,
    matching(db, query, nearly),
    role === undefined ? undefined : withRole(db, role),
    state === undefined ? undefined : inState(state),
  );

/** Written exactly as the index accounts_order has it. */
const keys = {
  name: sql`search_fold(${accounts.lastName}), search_fold(${accounts.firstName}), ${accounts.id}`,
  createdAt: sql`${accounts.createdAt}, ${accounts.id}`,
} as const;
const keysDown = {
  name: sql`search_fold(${accounts.lastName}) desc, search_fold(${accounts.firstName}) desc, ${accounts.id} desc`,
  createdAt: sql`${accounts.createdAt} desc, ${accounts.id} desc`,
} as const;

interface PageRow {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  readonly blockedAt: Date | null;
  readonly createdAt: Date;
}

/** One page of people, in order, with the cursors of its neighbours. */
export async function readPeoplePage(
  ctx: Ctx,
  filter: SQL | undefined,
  { sort, direction, after, before }: PeopleSearch,
  size: number,
): Promise<PeoplePage> {
  const backwards = after === null && before !== null;
  const up = (direction === "asc") !== backwards;
  const cursor = after ?? before;
  const rows: PageRow[] = await ctx.db
    .select({
      id: accounts.id,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
      address: accountAddresses.address,
      blockedAt: accounts.blockedAt,
      createdAt: accounts.createdAt,
    })
    .from(accounts)
    .innerJoin(accountAddresses, and(eq(accountAddresses.accountId, accounts.id), eq(accountAddresses.kind, "main")))
    .where(and(filter, cursor === null ? undefined : beyond(sort, up, cursor)))
    .orderBy(up ? keys[sort] : keysDown[sort])
    .limit(size + 1);
  const more = rows.length > size;
  const page = backwards ? rows.slice(0, size).reverse() : rows.slice(0, size);
  const [hasPrevious, hasNext] = backwards ? [more, true] : [cursor !== null, more];
  return {
    people: await describe(ctx, page),
    previous: hasPrevious ? (page[0]?.id ?? null) : null,
    next: hasNext ? (page.at(-1)?.id ?? null) : null,
  };
}

/** The rows on the other side of a person, by the sort keys of that person as they are now: no name stands in the address. */
const beyond = (sort: PeopleSearch["sort"], up: boolean, cursor: string): SQL =>
  sql`(${keys[sort]}) ${up ? sql`>` : sql`<`} (select ${keys[sort]} from ${accounts} where ${accounts.id} = ${cursor})`;

/** Roles and last sign-ins of the people of one page, in two queries. */
async function describe(ctx: Ctx, rows: readonly PageRow[]): Promise<PersonLine[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [held, seen] = await Promise.all([
    ctx.db
      .select({ accountId: roleGrants.accountId, role: roleGrants.role, structure: structures.name, authority: authorities.name })
      .from(roleGrants)
      .leftJoin(structures, eq(structures.id, roleGrants.structureId))
      .leftJoin(authorities, eq(authorities.id, roleGrants.authorityId))
      .where(and(inArray(roleGrants.accountId, ids), isNull(roleGrants.withdrawnAt)))
      .orderBy(roleGrants.role, structures.name, authorities.name),
    ctx.db
      .select({ accountId: loginSessions.accountId, at: max(loginSessions.createdAt) })
      .from(loginSessions)
      .where(inArray(loginSessions.accountId, ids))
      .groupBy(loginSessions.accountId),
  ]);
  return rows.map((row) => ({
    ...row,
    roles: held
      .filter(({ accountId }) => accountId === row.id)
      .map(({ role, structure, authority }) => ({ role, scope: structure ?? authority })),
    lastSignInAt: seen.find(({ accountId }) => accountId === row.id)?.at ?? null,
  }));
}
