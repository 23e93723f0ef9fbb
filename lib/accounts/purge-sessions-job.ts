import { subMonths } from "date-fns";
import { and, isNull, lt, sql } from "drizzle-orm";
import { loginSessions } from "@/db/schema/access";
import type { Job } from "@/lib/jobs/job";

/** How long one can still find out from where an account was used. */
const historyMonths = 12;

/** Notes the sessions that ended by themselves, and erases those that ended long ago (MC-12). */
export const purgeSessionsJob: Job = {
  name: "purge-sessions",
  label: "Effacer l’historique ancien des sessions",
  cron: "0 4 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const expired = await ctx.db
      .update(loginSessions)
      .set({ endedAt: sql`${loginSessions.expiresAt}`, endReason: "expired", ticketHash: null })
      .where(and(isNull(loginSessions.endedAt), lt(loginSessions.expiresAt, asOf)))
      .returning({ id: loginSessions.id });
    const erased = await ctx.db
      .delete(loginSessions)
      .where(lt(loginSessions.endedAt, subMonths(asOf, historyMonths)))
      .returning({ id: loginSessions.id });
    return { expired: expired.length, erased: erased.length };
  },
};
