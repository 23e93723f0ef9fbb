import { eq } from "drizzle-orm";
import { mailedLinks } from "@/db/schema/access";
import type { Ctx } from "@/lib/core/ctx";
import { hashToken } from "@/lib/core/crypto";

export type MailedLink = typeof mailedLinks.$inferSelect;

/** Reads a link for its page; reading never uses it up. */
export async function readLinkByToken(ctx: Ctx, token: string): Promise<MailedLink | null> {
  if (!/^[\w-]{43}$/u.test(token)) return null;
  const [link] = await ctx.db
    .select()
    .from(mailedLinks)
    .where(eq(mailedLinks.tokenHash, hashToken(token)));
  return link ?? null;
}
