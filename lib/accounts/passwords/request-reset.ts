import { desc, eq } from "drizzle-orm";
import { registrationRequests } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import { findOwner } from "@/lib/accounts/addresses/find-owner";
import { issueLink } from "@/lib/accounts/links/issue-link";
import { nextSending } from "@/lib/accounts/links/next-sending";
import type { LinkPurpose } from "@/lib/accounts/links/vocabulary";
import { sendConfirmation } from "@/lib/accounts/registration/send-confirmation";
import { proveHuman } from "@/lib/captcha/prove-human";
import { keyedHash } from "@/lib/core/crypto";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { duration } from "@/lib/core/format";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { readSettings } from "@/lib/settings/read-settings";
import type { ForgottenInput } from "./schemas";
import { resetEnd, sendReset } from "./send-reset";

/** Name of the form, for the signed token of its human check. */
export const forgottenFormPurpose = "forgotten-password";

/**
 * Takes a forgotten password (MC-20). No policy: anybody may ask. Whoever asks learns nothing, in words or in work done: an account gets its
 * link, a sign-up not yet confirmed its confirmation anew, an unknown address a mail that says so. Asked again too
 * soon, nothing goes out and the earlier link stays good; the answer is still the same.
 */
export async function requestReset(ctx: Ctx, input: ForgottenInput): Promise<{ readonly validFor: string }> {
  await proveHuman(ctx, input, forgottenFormPurpose);
  return withTx(ctx, async (tx) => {
    const subject = await findSubject(tx, input.address);
    const { resends, wait } = await nextSending(tx, subject.purpose, subject.id);
    if (wait === 0) await subject.send(tx, resends);
    await audit(tx, {
      action: "password.reset_request",
      subject: { type: "reset_request", id: subject.id },
      ...(subject.accountId === undefined ? {} : { accountId: subject.accountId }),
      details: { sent: wait === 0 },
    });
    return { validFor: duration((await readSettings(tx))["password.resetMinutes"] * 60) };
  });
}

interface Subject {
  readonly purpose: LinkPurpose;
  readonly id: string;
  readonly accountId?: string;
  readonly send: (tx: TxCtx, resends: number) => Promise<void>;
}

/** Both look-ups are always made. */
async function findSubject(tx: TxCtx, address: string): Promise<Subject> {
  const owner = await findOwner(tx, address);
  const [pending] = await tx.db
    .select({ id: registrationRequests.id, expiresAt: registrationRequests.expiresAt })
    .from(registrationRequests)
    .where(eq(registrationRequests.canonical, address))
    .orderBy(desc(registrationRequests.createdAt), desc(registrationRequests.id))
    .limit(1);
  if (owner !== null) {
    const { accountId } = owner;
    return { purpose: "reset_password", id: accountId, accountId, send: (tx, resends) => sendReset(tx, { accountId, resends }) };
  }
  if (pending !== undefined && pending.expiresAt.getTime() > tx.now.getTime()) {
    const requestId = pending.id;
    return { purpose: "confirm_registration", id: requestId, send: (tx, resends) => sendConfirmation(tx, { requestId, resends }) };
  }
  const id = standIn(address);
  return { purpose: "reset_password", id, send: (tx, resends) => sendUnknown(tx, { id, address, resends }) };
}

/** A number that stands where an account would: always the same for an address, so that its requests are spaced out too. */
function standIn(address: string): string {
  const hex = Buffer.from(keyedHash("forgotten", address), "base64url").toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}

/** Nobody has this address: its owner is told, for they may have an account under another one. The link is mailed to nobody. */
async function sendUnknown(tx: TxCtx, { id, address, resends }: { id: string; address: string; resends: number }): Promise<void> {
  const link = await issueLink(tx, { purpose: "reset_password", subjectId: id, address, expiresAt: await resetEnd(tx), resends });
  await queueMail(tx, "reset-unknown", { to: address, cause: link.linkId, props: { address }, secrets: {} });
}
