import { desc, eq } from "drizzle-orm";
import { mails } from "@/db/schema/platform";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import type { MailState } from "@/lib/mail/vocabulary";
import { can } from "./policy";

const shown = 10;

export interface PersonMail {
  readonly id: string;
  readonly subject: string;
  readonly state: MailState;
  readonly createdAt: Date;
}

/** The last mails written to a person, and whether they left (AD-10). */
export async function readPersonMails(ctx: Ctx, accountId: string): Promise<readonly PersonMail[]> {
  ensure(can.seePeople(ctx.actor));
  return ctx.db
    .select({ id: mails.id, subject: mails.subject, state: mails.state, createdAt: mails.createdAt })
    .from(mails)
    .where(eq(mails.accountId, accountId))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(shown);
}
