import { and, desc, eq } from "drizzle-orm";
import { mailedLinks } from "@/db/schema/access";
import type { Ctx } from "@/lib/core/ctx";

export type WaitingLink = typeof mailedLinks.$inferSelect;

/** The last confirmation link of a sign-up, for its waiting page; decoys answer in the same way (MC-04). */
export async function readWaiting(ctx: Ctx, requestId: string): Promise<WaitingLink | null> {
  if (!/^[0-9a-f-]{36}$/u.test(requestId)) return null;
  const [link] = await ctx.db
    .select()
    .from(mailedLinks)
    .where(and(eq(mailedLinks.purpose, "confirm_registration"), eq(mailedLinks.subjectId, requestId)))
    .orderBy(desc(mailedLinks.createdAt))
    .limit(1);
  return link ?? null;
}
