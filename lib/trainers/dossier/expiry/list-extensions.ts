import { desc, eq, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { validityExtensions } from "@/db/schema/dossiers";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { can } from "./policy";

/** Extensions granted so far, the last one first. */
export function listExtensions({ db, actor }: Ctx) {
  ensure(can.extend(actor));
  return db
    .select({
      id: validityExtensions.id,
      block: validityExtensions.block,
      endsFrom: validityExtensions.endsFrom,
      endsTo: validityExtensions.endsTo,
      newEndsOn: validityExtensions.newEndsOn,
      reason: validityExtensions.reason,
      grantedAt: validityExtensions.grantedAt,
      count: validityExtensions.count,
      by: sql<string | null>`${accounts.firstName} || ' ' || ${accounts.lastName}`,
    })
    .from(validityExtensions)
    .leftJoin(accounts, eq(accounts.id, validityExtensions.grantedBy))
    .orderBy(desc(validityExtensions.grantedAt), desc(validityExtensions.id))
    .limit(100);
}
export type ExtensionLine = Awaited<ReturnType<typeof listExtensions>>[number];
