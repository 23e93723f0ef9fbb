import { asc, and, count, desc, eq, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts } from "@/db/schema/accounts";
import { auditLog } from "@/db/schema/platform";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { type AuditFilter, auditConditions, beyondLine } from "./audit-conditions";
import { can } from "./policy";

const pageSize = 50;
const countLimit = 1000;

export interface AuditSearch extends AuditFilter {
  readonly direction: "asc" | "desc";
  readonly after: number | null;
  readonly before: number | null;
}

/** A person named by a line; the name is null once the account is gone. */
export interface AuditPerson {
  readonly id: string;
  readonly name: string | null;
}

export interface AuditLineSeen {
  readonly id: number;
  readonly at: Date;
  readonly actor: AuditPerson | null;
  /** "account", "visitor", or the name of the system's part that acted. */
  readonly actorKind: string;
  readonly action: string;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly account: AuditPerson | null;
  readonly sensitive: boolean;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly network: string | null;
}

export interface AuditList {
  readonly lines: readonly AuditLineSeen[];
  readonly next: number | null;
  readonly previous: number | null;
  readonly total: { readonly count: number; readonly capped: boolean };
}

/** Who did or saw what, page by page, newest first unless told (AD-13). */
export async function listAudit(ctx: Ctx, search: AuditSearch): Promise<AuditList> {
  ensure(can.seeAudit(ctx.actor));
  const filter = await auditConditions(ctx, search);
  const { direction, after, before } = search;
  const backwards = after === null && before !== null;
  const up = (direction === "asc") !== backwards;
  const cursor = after ?? before;
  const some = ctx.db
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(filter)
    .limit(countLimit + 1)
    .as("some");
  const [rows, [counted]] = await Promise.all([
    readAuditLines(ctx, and(filter, cursor === null ? undefined : beyondLine(cursor, up)), up, pageSize + 1),
    ctx.db.select({ total: count() }).from(some),
  ]);
  const more = rows.length > pageSize;
  const lines = backwards ? rows.slice(0, pageSize).reverse() : rows.slice(0, pageSize);
  const [hasPrevious, hasNext] = backwards ? [more, true] : [cursor !== null, more];
  const total = counted?.total ?? 0;
  return {
    lines,
    previous: hasPrevious ? (lines[0]?.id ?? null) : null,
    next: hasNext ? (lines.at(-1)?.id ?? null) : null,
    total: { count: Math.min(total, countLimit), capped: total > countLimit },
  };
}

const actors = alias(accounts, "actors");
const nameOf = (table: typeof accounts | typeof actors) => sql<string | null>`${table.firstName} || ' ' || ${table.lastName}`;

/** Lines with the names of today's accounts, in the order of their identifiers. */
export async function readAuditLines(ctx: Ctx, filter: SQL | undefined, up: boolean, limit: number): Promise<AuditLineSeen[]> {
  const rows = await ctx.db
    .select({ line: auditLog, actorName: nameOf(actors), accountName: nameOf(accounts) })
    .from(auditLog)
    .leftJoin(actors, eq(actors.id, auditLog.actorId))
    .leftJoin(accounts, eq(accounts.id, auditLog.accountId))
    .where(filter)
    .orderBy(up ? asc(auditLog.id) : desc(auditLog.id))
    .limit(limit);
  return rows.map(({ line: { actorId, accountId, ...line }, actorName, accountName }) => ({
    ...line,
    actor: actorId === null ? null : { id: actorId, name: actorName },
    account: accountId === null ? null : { id: accountId, name: accountName },
  }));
}

/** Every action that the log holds, by jumping from one to the next in the index. */
export async function listAuditActions(ctx: Ctx): Promise<readonly string[]> {
  ensure(can.seeAudit(ctx.actor));
  const rows = await ctx.db.execute<{ action: string }>(sql`
    with recursive known as (
      (select action from audit_log order by action limit 1)
      union all
      select (select audit_log.action from audit_log where audit_log.action > known.action order by audit_log.action limit 1) from known where known.action is not null
    )
    select action from known where action is not null`);
  return [...rows].map(({ action }) => action);
}
