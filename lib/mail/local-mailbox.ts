import { desc, eq } from "drizzle-orm";
import { localMails } from "@/db/schema/platform";
import type { Ctx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { isCleanText } from "@/lib/core/text";

export interface LocalMail {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly sentAt: Date;
}

const columns = {
  id: localMails.id,
  to: localMails.toAddress,
  from: localMails.from,
  subject: localMails.subject,
  text: localMails.text,
  html: localMails.html,
  sentAt: localMails.sentAt,
};

/**
 * Mails of the local mailbox, newest first, of one address or of all. Only for the demonstration:
 * its entry points exist when no transport is configured, never in production.
 */
export function listLocalMails(
  ctx: Ctx,
  { to, limit = 100 }: { to?: string | undefined; limit?: number } = {},
): Promise<readonly LocalMail[]> {
  if (to !== undefined && !isCleanText(to)) return Promise.resolve([]);
  return ctx.db
    .select(columns)
    .from(localMails)
    .where(to === undefined ? undefined : eq(localMails.toAddress, to.trim().toLowerCase()))
    .orderBy(desc(localMails.sentAt), desc(localMails.id))
    .limit(limit);
}

/** One mail; refused as absent when it is not there. */
export async function readLocalMail(ctx: Ctx, id: string): Promise<LocalMail> {
  if (!/^[0-9a-f-]{36}$/u.test(id)) throw absent();
  const [mail] = await ctx.db.select(columns).from(localMails).where(eq(localMails.id, id));
  if (mail === undefined) throw absent();
  return mail;
}
