import { eq } from "drizzle-orm";
import { accounts, registrationRequests } from "@/db/schema/accounts";
import { applications } from "@/lib/accounts/applications/applications.data";
import { issueLink } from "@/lib/accounts/links/issue-link";
import { nextSending } from "@/lib/accounts/links/next-sending";
import { resetEnd } from "@/lib/accounts/passwords/send-reset";
import type { TxCtx } from "@/lib/core/ctx";
import { dateTime } from "@/lib/core/format";
import { queueMail } from "@/lib/mail/queue-mail";

/** Mails the confirmation link and code of a sign-up (MC-05). */
export async function sendConfirmation(tx: TxCtx, { requestId, resends }: { requestId: string; resends: number }): Promise<void> {
  const [request] = await tx.db.select().from(registrationRequests).where(eq(registrationRequests.id, requestId));
  if (request === undefined) throw new Error("no such request");
  const link = await issueLink(tx, {
    purpose: "confirm_registration",
    subjectId: requestId,
    address: request.address,
    expiresAt: request.expiresAt,
    resends,
  });
  const { firstName, address, application, expiresAt } = request;
  await queueMail(tx, "confirm-registration", {
    to: address,
    cause: link.linkId,
    props: { firstName, address, until: dateTime(expiresAt), application, services: openServices() },
    secrets: { url: link.url, code: link.code },
  });
}

const openServices = () => Object.values(applications).flatMap(({ name, roles, open }) => (open && roles === "everyone" ? [name] : []));

export interface KnownRegistration {
  /** Stands where a request would: its code page counts tries in the same way. */
  readonly decoyId: string;
  readonly accountId: string;
  readonly address: string;
  /** Until when the code page works, as for a request. */
  readonly expiresAt: Date;
  readonly resends: number;
}

/**
 * Tells the owner of an address that somebody signed up with it, with a way to a new password (MC-04). Their reset links
 * are spaced out as when they ask for one: whoever signs up with their address neither fills their mailbox nor voids
 * the link that they are about to follow.
 */
export async function sendKnown(
  tx: TxCtx,
  { decoyId, accountId, address, expiresAt: decoyEnd, resends }: KnownRegistration,
): Promise<void> {
  await issueLink(tx, {
    purpose: "confirm_registration",
    subjectId: decoyId,
    address,
    payload: { accountId },
    expiresAt: decoyEnd,
    resends,
  });
  const sending = await nextSending(tx, "reset_password", accountId);
  if (sending.wait > 0) return;
  const expiresAt = await resetEnd(tx);
  const link = await issueLink(tx, { purpose: "reset_password", subjectId: accountId, address, expiresAt, resends: sending.resends });
  const [account] = await tx.db.select({ firstName: accounts.firstName }).from(accounts).where(eq(accounts.id, accountId));
  await queueMail(tx, "registration-known", {
    to: address,
    accountId,
    cause: link.linkId,
    props: { firstName: account?.firstName ?? "", address, until: dateTime(expiresAt) },
    secrets: { url: link.url, code: link.code },
  });
}
