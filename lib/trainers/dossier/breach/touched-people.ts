import { and, asc, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import { auditLog } from "@/db/schema/platform";
import { auditLook } from "@/lib/audit/audit";
import { actionLabel } from "@/lib/audit/action-labels.data";
import { peopleNamed } from "@/lib/audit/audit-conditions";
import { can } from "@/lib/audit/policy";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { categoryOf } from "./categories.data";

export interface BreachSearch {
  /** Name, address or identifier of the account that somebody got hold of. */
  readonly who: string;
  /** Days of Paris, both included. */
  readonly since: string;
  readonly until: string;
}

export interface Touched {
  readonly accountId: string;
  readonly name: string;
  /** Null once the account is closed. */
  readonly address: string | null;
  readonly categories: readonly { readonly label: string; readonly count: number }[];
  readonly count: number;
  readonly first: Date;
  readonly last: Date;
}

export interface Breach {
  readonly suspect: { readonly id: string; readonly name: string };
  readonly people: readonly Touched[];
  /** Lists taken away, which name nobody in the log. */
  readonly exports: readonly { readonly label: string; readonly at: Date; readonly network: string | null }[];
  readonly networks: readonly string[];
  /** The log goes back no further: nothing is known of what happened before. */
  readonly knownSince: Date | null;
}

/** Accounts that the text names. Zero: nobody; several: one must be chosen. */
export async function findSuspects(
  ctx: Ctx,
  who: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly address: string | null }[]> {
  ensure(can.seeAudit(ctx.actor));
  const ids = await peopleNamed(ctx, who);
  return ids === null ? [] : namesOf(ctx, ids.slice(0, 20));
}

/**
 * Whose data an account touched between two days, and which (breach drill): what was seen, changed or taken away, as the
 * audit log has it, which nobody can alter. The search is itself a line.
 */
export async function readBreach(ctx: Ctx, { who: suspectId, since, until }: BreachSearch): Promise<Breach | null> {
  ensure(can.seeAudit(ctx.actor));
  const [suspect] = await namesOf(ctx, [suspectId]);
  if (suspect === undefined) return null;
  const acted = and(eq(auditLog.actorId, suspectId), between(since, until));
  const [touched, exports, networks, [oldest]] = await Promise.all([
    readTouched(ctx, suspectId, acted),
    ctx.db
      .select({ action: auditLog.action, at: auditLog.at, network: auditLog.network })
      .from(auditLog)
      .where(and(acted, or(sql`${auditLog.action} like '%export%'`, eq(auditLog.action, "trainer.breach_drill"))))
      .orderBy(asc(auditLog.id)),
    ctx.db
      .selectDistinct({ network: auditLog.network })
      .from(auditLog)
      .where(and(acted, isNotNull(auditLog.network)))
      .limit(100),
    ctx.db.select({ at: auditLog.at }).from(auditLog).orderBy(asc(auditLog.id)).limit(1),
  ]);
  await auditLook(ctx, {
    action: "trainer.breach_drill",
    subject: { type: "account", id: suspectId },
    details: { since, until, people: touched.length },
  });
  return {
    suspect,
    people: touched,
    exports: exports.map(({ action, ...line }) => ({ ...line, label: actionLabel(action) })),
    networks: networks.flatMap(({ network }) => network ?? []),
    knownSince: oldest?.at ?? null,
  };
}

const between = (since: string, until: string): SQL | undefined =>
  and(
    sql`${auditLog.at} >= (${since}::date)::timestamp at time zone 'Europe/Paris'`,
    sql`${auditLog.at} < (${until}::date + 1)::timestamp at time zone 'Europe/Paris'`,
  );

async function readTouched(ctx: Ctx, suspectId: string, acted: SQL | undefined): Promise<readonly Touched[]> {
  const block = sql<string | null>`${auditLog.details} ->> 'block'`;
  const rows = await ctx.db
    .select({
      accountId: sql<string>`${auditLog.accountId}`,
      action: auditLog.action,
      block,
      count: sql<number>`count(*)::int`,
      first: sql<Date>`min(${auditLog.at})`.mapWith(auditLog.at),
      last: sql<Date>`max(${auditLog.at})`.mapWith(auditLog.at),
    })
    .from(auditLog)
    .where(and(acted, isNotNull(auditLog.accountId), ne(auditLog.accountId, suspectId)))
    .groupBy(auditLog.accountId, auditLog.action, block);
  const byPerson = Map.groupBy(rows, ({ accountId }) => accountId);
  const names = new Map((await namesOf(ctx, [...byPerson.keys()])).map((one) => [one.id, one]));
  return [...byPerson]
    .map(([accountId, lines]) => ({
      accountId,
      name: names.get(accountId)?.name ?? "Compte supprimé",
      address: names.get(accountId)?.address ?? null,
      categories: countedBy(lines),
      count: lines.reduce((sum, { count }) => sum + count, 0),
      first: new Date(Math.min(...lines.map(({ first }) => first.getTime()))),
      last: new Date(Math.max(...lines.map(({ last }) => last.getTime()))),
    }))
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name, "fr"));
}

function countedBy(lines: readonly { readonly action: string; readonly block: string | null; readonly count: number }[]) {
  const counts = new Map<string, number>();
  for (const { action, block, count } of lines) {
    const label = categoryOf(action, block);
    counts.set(label, (counts.get(label) ?? 0) + count);
  }
  return [...counts].map(([label, count]) => ({ label, count })).sort((one, other) => one.label.localeCompare(other.label, "fr"));
}

async function namesOf({ db }: Ctx, ids: readonly string[]) {
  const found: { id: string; name: string; address: string | null }[] = [];
  for (let at = 0; at < ids.length; at += 1000)
    found.push(
      ...(await db
        .select({
          id: accounts.id,
          name: sql<string>`${accounts.firstName} || ' ' || ${accounts.lastName}`,
          address: accountAddresses.address,
        })
        .from(accounts)
        .leftJoin(
          accountAddresses,
          and(eq(accountAddresses.accountId, accounts.id), eq(accountAddresses.kind, "main"), isNull(accounts.closedAt)),
        )
        .where(inArray(accounts.id, ids.slice(at, at + 1000)))),
    );
  return found;
}
