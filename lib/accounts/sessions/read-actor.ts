import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { loginSessions, roleGrants } from "@/db/schema/access";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import type { Ctx, Grant, SignedIn } from "@/lib/core/ctx";
import { preparedOn } from "@/lib/core/prepared";
import { hasFactorSql } from "@/lib/accounts/second-factor/has-factor";
import { isSecondFactorAsked } from "@/lib/accounts/second-factor/rules";
import { readSettings } from "@/lib/settings/read-settings";
import { isSeenLongAgo, sessionEnd } from "./rules";

const sessionQuery = preparedOn((db) =>
  db
    .select({
      accountId: loginSessions.accountId,
      remember: loginSessions.remember,
      secondFactorAt: loginSessions.secondFactorAt,
      provedAt: loginSessions.provedAt,
      lastSeenAt: loginSessions.lastSeenAt,
      expiresAt: loginSessions.expiresAt,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
      address: accountAddresses.address,
      hasFactor: hasFactorSql(loginSessions.accountId),
      grants: sql<Grant[]>`coalesce((
        select json_agg(json_build_object('role', g.role, 'structureId', g.structure_id, 'authorityId', g.authority_id))
        from ${roleGrants} g where g.account_id = ${loginSessions.accountId} and g.withdrawn_at is null), '[]'::json)`,
    })
    .from(loginSessions)
    .innerJoin(accounts, and(eq(accounts.id, loginSessions.accountId), isNull(accounts.blockedAt), isNull(accounts.closedAt)))
    .innerJoin(accountAddresses, and(eq(accountAddresses.accountId, accounts.id), eq(accountAddresses.kind, "main")))
    .where(
      and(
        eq(loginSessions.id, sql.placeholder("sessionId")),
        isNull(loginSessions.endedAt),
        isNull(loginSessions.ticketHash),
        gt(loginSessions.expiresAt, sql.placeholder("now")),
      ),
    )
    .prepare("read_actor"),
);

/**
 * Who is behind a live session, with the roles held now. Null when the session ended, or the account is blocked or
 * closed. Being read is being used, and puts the end off; `extend: false` only looks.
 */
export async function readActor(ctx: Ctx, sessionId: string, { extend = true } = {}): Promise<SignedIn | null> {
  if (!/^[0-9a-f-]{36}$/u.test(sessionId)) return null;
  const [row] = await sessionQuery(ctx.db).execute({ sessionId, now: ctx.now.toISOString() });
  if (row === undefined) return null;
  const settings = await readSettings(ctx);
  const expiresAt =
    extend && isSeenLongAgo(row.lastSeenAt, ctx.now)
      ? await touch(ctx, sessionId, sessionEnd(ctx.now, row.remember, settings))
      : row.expiresAt;
  const asked = isSecondFactorAsked({ hasFactor: row.hasFactor, roles: row.grants.map(({ role }) => role) }, settings);
  const passed = row.secondFactorAt !== null;
  return {
    kind: "account",
    accountId: row.accountId,
    sessionId,
    firstName: row.firstName,
    lastName: row.lastName,
    address: row.address,
    grants: row.grants,
    secondFactor: passed ? "passed" : asked ? "missing" : "not_asked",
    provedAt: row.provedAt,
    sessionExpiresAt: expiresAt,
  };
}

async function touch(ctx: Ctx, sessionId: string, expiresAt: Date): Promise<Date> {
  await ctx.db.update(loginSessions).set({ lastSeenAt: ctx.now, expiresAt }).where(eq(loginSessions.id, sessionId));
  return expiresAt;
}
