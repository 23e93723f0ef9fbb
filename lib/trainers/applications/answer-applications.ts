import { sql } from "drizzle-orm";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { endApplications } from "./end-applications";
import { lockReceived } from "./lock-received";
import type { Decided } from "./study-applications";

interface Answer {
  readonly adId: string;
  readonly ids: readonly string[];
  readonly reason: string;
}

/** Does not retain applications, with a reason that each person reads in a mail (AD-05). Those already ended stay as they are. */
export function answerApplications(ctx: Ctx, { adId, ids, reason }: Answer): Promise<Decided> {
  // No policy: lockReceived judges, by the ad.
  return withTx(ctx, async (tx) => {
    const { ad, received } = await lockReceived(tx, adId, ids);
    const living = received.filter(({ state }) => state === "sent" || state === "studied");
    await endApplications(tx, "application-answered", {
      ad,
      reason,
      which: sql`id = any(${sql.param(`{${living.map(({ id }) => id).join(",")}}`)}::uuid[])`,
    });
    for (const { id, accountId } of living)
      await audit(tx, { action: "application.answer", subject: { type: "application", id }, accountId });
    return { done: living.length, left: ids.length - living.length };
  });
}
