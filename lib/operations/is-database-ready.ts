import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/ctx";
import { log } from "@/lib/core/log";

/** A balancer asks often and waits little. */
const patience = 3_000;

/** Whether the database answers now, asked each time and never remembered. */
export async function isDatabaseReady(ctx: Ctx): Promise<boolean> {
  const giveUp = new AbortController();
  try {
    const late = wait(patience, "late" as const, { signal: giveUp.signal, ref: false });
    late.catch(() => {});
    return (await Promise.race([ctx.db.execute(sql`select 1`), late])) !== "late";
  } catch (error) {
    log.warn({ err: error }, "the database does not answer");
    return false;
  } finally {
    giveUp.abort();
  }
}
