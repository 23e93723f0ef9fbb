import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { loginSessions } from "@/db/schema/access";
import { mine } from "@/lib/accounts/identity/policy";
import type { Ctx } from "@/lib/core/ctx";

export interface ListedSession {
  readonly id: string;
  /** "Firefox sur Windows". */
  readonly device: string;
  readonly network: string;
  readonly remember: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  /** The session of this very request. */
  readonly current: boolean;
}

/** The live sessions of the person who asks: this one first, then the most recently used (MC-12). */
export async function listSessions(ctx: Ctx): Promise<ListedSession[]> {
  const actor = mine(ctx.actor);
  const rows = await ctx.db
    .select({
      id: loginSessions.id,
      device: loginSessions.device,
      network: loginSessions.network,
      remember: loginSessions.remember,
      createdAt: loginSessions.createdAt,
      lastSeenAt: loginSessions.lastSeenAt,
      expiresAt: loginSessions.expiresAt,
    })
    .from(loginSessions)
    .where(
      and(
        eq(loginSessions.accountId, actor.accountId),
        isNull(loginSessions.endedAt),
        isNull(loginSessions.ticketHash),
        gt(loginSessions.expiresAt, ctx.now),
      ),
    )
    .orderBy(desc(loginSessions.lastSeenAt));
  const listed = rows.map((row) => ({ ...row, current: row.id === actor.sessionId }));
  return [...listed.filter(({ current }) => current), ...listed.filter(({ current }) => !current)];
}
