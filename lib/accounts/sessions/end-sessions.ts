import { and, eq, isNull, ne } from "drizzle-orm";
import { loginSessions } from "@/db/schema/access";
import type { TxCtx } from "@/lib/core/ctx";
import type { SessionEnd } from "./vocabulary";

/** Ends the live sessions of an account, all or all but one; in force at their next request. Gives how many ended. */
export async function endSessions(
  tx: TxCtx,
  { accountId, except, reason }: { accountId: string; except?: string; reason: SessionEnd },
): Promise<number> {
  const ended = await tx.db
    .update(loginSessions)
    .set({ endedAt: tx.now, endReason: reason })
    .where(
      and(
        eq(loginSessions.accountId, accountId),
        isNull(loginSessions.endedAt),
        except === undefined ? undefined : ne(loginSessions.id, except),
      ),
    )
    .returning({ id: loginSessions.id });
  return ended.length;
}
