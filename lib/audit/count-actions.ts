import { and, count, gte, inArray } from "drizzle-orm";
import { auditLog } from "@/db/schema/platform";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import type { KnownAction } from "./action-labels.data";
import { can } from "./policy";

/** How often each of these actions was done since an instant: the figures of a month (AD-01). */
export async function countActions<Action extends KnownAction>(
  ctx: Ctx,
  { actions, since }: { readonly actions: readonly Action[]; readonly since: Date },
): Promise<Readonly<Record<Action, number>>> {
  ensure(can.seeAudit(ctx.actor));
  const rows = await ctx.db
    .select({ action: auditLog.action, total: count() })
    .from(auditLog)
    .where(and(inArray(auditLog.action, [...actions]), gte(auditLog.at, since)))
    .groupBy(auditLog.action);
  return Object.fromEntries(actions.map((action) => [action, rows.find((row) => row.action === action)?.total ?? 0])) as Record<
    Action,
    number
  >;
}
