import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/ctx";

/**
 * When a worker last looked after the queue: every 15 seconds as long as one lives. Null: never. For health checks and
 * the back office, where more than two minutes mean that no mail leaves and no job runs.
 */
export async function readWorkerPulse(ctx: Ctx): Promise<Date | null> {
  const rows = await ctx.db.execute<{ at: string | Date | null }>(sql`select max(monitor_claim_on) as at from pgboss.queue`);
  const at = rows[0]?.at ?? null;
  return at === null ? null : new Date(at);
}
