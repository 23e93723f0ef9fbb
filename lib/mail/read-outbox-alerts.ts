import { and, count, eq, gte, inArray, min } from "drizzle-orm";
import { mails } from "@/db/schema/platform";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { can } from "./policy";

export interface MailsWaiting {
  readonly state: "failed" | "uncertain";
  readonly count: number;
  readonly oldest: Date;
}

/** Mails that wait for a person's decision, by state, with the oldest of each (AD-01). */
export async function readMailsWaiting(ctx: Ctx): Promise<readonly MailsWaiting[]> {
  ensure(can.seeMails(ctx.actor));
  const rows = await ctx.db
    .select({ state: mails.state, total: count(), oldest: min(mails.createdAt) })
    .from(mails)
    .where(inArray(mails.state, ["failed", "uncertain"]))
    .groupBy(mails.state);
  return rows.flatMap(({ state, total, oldest }) =>
    (state === "failed" || state === "uncertain") && oldest !== null ? [{ state, count: total, oldest }] : [],
  );
}

/** Mails that left since an instant. */
export async function countMailsSent(ctx: Ctx, since: Date): Promise<number> {
  ensure(can.seeMails(ctx.actor));
  const [sent] = await ctx.db
    .select({ total: count() })
    .from(mails)
    .where(and(eq(mails.state, "sent"), gte(mails.createdAt, since)));
  return sent?.total ?? 0;
}
