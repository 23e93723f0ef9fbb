import { and, desc, eq, gt, inArray, like, lt, type SQL, sql } from "drizzle-orm";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import { auditLog } from "@/db/schema/platform";
import type { Ctx } from "@/lib/core/ctx";

const mostPeople = 200;

/** What the audit log is asked for; an empty text asks for nothing. */
export interface AuditFilter {
  /** Who acted: a name, an address or an identifier. */
  readonly who: string;
  /** Whom it concerns, in the same ways. */
  readonly whose: string;
  /** A whole action ("account.block") or a subject ("account."). */
  readonly action: string;
  readonly sensitive: boolean;
  /** Days of Paris, "2026-11-21", both included. */
  readonly since: string;
  readonly until: string;
}

export async function auditConditions(ctx: Ctx, { who, whose, action, sensitive, since, until }: AuditFilter): Promise<SQL | undefined> {
  const [actors, concerned] = await Promise.all([peopleNamed(ctx, who), peopleNamed(ctx, whose)]);
  return and(
    actors === null ? undefined : inArray(auditLog.actorId, actors),
    concerned === null ? undefined : inArray(auditLog.accountId, concerned),
    action === ""
      ? undefined
      : action.endsWith(".")
        ? like(auditLog.action, `${action.replace(/[\\%_]/gu, "\\$&")}%`)
        : eq(auditLog.action, action),
    sensitive ? eq(auditLog.sensitive, true) : undefined,
    since === "" ? undefined : sql`${auditLog.at} >= (${since}::date)::timestamp at time zone 'Europe/Paris'`,
    until === "" ? undefined : sql`${auditLog.at} < (${until}::date + 1)::timestamp at time zone 'Europe/Paris'`,
  );
}

/** Accounts that a text names, closed ones too; null when nothing was typed. An identifier counts even when its account is gone. */
export async function peopleNamed(ctx: Ctx, text: string): Promise<string[] | null> {
  const wanted = text.trim();
  if (wanted === "") return null;
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u.test(wanted)) return [wanted];
  const part = (word: string) => `%${word.replace(/[\\%_]/gu, "\\$&")}%`;
  const name = sql`search_fold(${accounts.firstName} || ' ' || ${accounts.lastName})`;
  const rows = wanted.includes("@")
    ? await ctx.db
        .select({ id: accountAddresses.accountId })
        .from(accountAddresses)
        .where(like(accountAddresses.canonical, part(wanted.toLowerCase())))
        .limit(mostPeople)
    : await ctx.db
        .select({ id: accounts.id })
        .from(accounts)
        .where(and(...wanted.split(/\s+/u).map((word) => sql`${name} like search_fold(${part(word)})`)))
        .orderBy(desc(accounts.createdAt))
        .limit(mostPeople);
  return rows.map(({ id }) => id);
}

/** Lines on the other side of one of them; the identifier grows with time. */
export const beyondLine = (id: number, up: boolean): SQL => (up ? gt(auditLog.id, id) : lt(auditLog.id, id));
