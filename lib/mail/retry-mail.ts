import { eq } from "drizzle-orm";
import { mails } from "@/db/schema/platform";
import { isEmailKind } from "@/emails/registry";
import { secretNames } from "@/emails/render";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "./policy";

/** Queues a failed or uncertain mail again, on a person's decision (AD-14). Refused when its link was erased. */
export function retryMail(ctx: Ctx, { id }: { id: string }): Promise<{ toAddress: string }> {
  return withTx(ctx, async (tx) => {
    ensure(can.seeMails(tx.actor));
    const [mail] = await tx.db.select().from(mails).where(eq(mails.id, id)).for("update");
    if (mail === undefined) throw absent();
    ensure(can.retryMail(tx.actor, { state: mail.state, lostItsLink: lostItsLink(mail) }));
    await tx.db
      .update(mails)
      .set({ state: "queued", attempts: 0, nextAttemptAt: tx.now, doubtSince: null, lastError: null })
      .where(eq(mails.id, id));
    await audit(tx, {
      action: "mail.retry",
      subject: { type: "mail", id },
      ...(mail.accountId === null ? {} : { accountId: mail.accountId }),
      details: { kind: mail.kind, from: mail.state },
    });
    return { toAddress: mail.toAddress };
  });
}

/** Links and codes are erased when the mail leaves, or when it is too late for them to work. */
export const lostItsLink = ({ kind, secrets }: { kind: string; secrets: string | null }) =>
  secrets === null && isEmailKind(kind) && secretNames(kind).length > 0;
