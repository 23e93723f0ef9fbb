import { asc, desc, eq, sql } from "drizzle-orm";
import { apiKeys } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { can } from "./policy";

/** Keys in use first, then those that were ended, the latest first. */
export async function listApiKeys(ctx: Ctx) {
  ensure(can.manageApiKeys(ctx.actor));
  return ctx.db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
      by: sql<string | null>`${accounts.firstName} || ' ' || ${accounts.lastName}`,
    })
    .from(apiKeys)
    .leftJoin(accounts, eq(accounts.id, apiKeys.createdBy))
    .orderBy(asc(sql`${apiKeys.revokedAt} is not null`), desc(apiKeys.createdAt))
    .limit(200);
}
export type ApiKeyLine = Awaited<ReturnType<typeof listApiKeys>>[number];
