import { and, eq, gt, isNull } from "drizzle-orm";
import { loginSessions } from "@/db/schema/access";
import type { Ctx } from "@/lib/core/ctx";
import { hashToken } from "@/lib/core/crypto";

const ticketLife = 2 * 60_000;

/** Exchanges a ticket for its session, once. Null when it is unknown, used or too old. */
export async function takeOverSession(ctx: Ctx, { ticket }: { readonly ticket: string }): Promise<{ sessionId: string } | null> {
  const [taken] = await ctx.db
    .update(loginSessions)
    .set({ ticketHash: null })
    .where(
      and(
        eq(loginSessions.ticketHash, hashToken(ticket)),
        isNull(loginSessions.endedAt),
        gt(loginSessions.createdAt, new Date(ctx.now.getTime() - ticketLife)),
      ),
    )
    .returning({ sessionId: loginSessions.id });
  return taken ?? null;
}
