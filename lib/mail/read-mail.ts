import { eq } from "drizzle-orm";
import { mails } from "@/db/schema/platform";
import { forgottenKinds, isEmailKind } from "@/emails/registry";
import { renderEmail, secretNames } from "@/emails/render";
import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure, type Verdict } from "@/lib/core/refusal";
import { readInstitution } from "@/lib/settings/institution";
import { can } from "./policy";
import { lostItsLink } from "./retry-mail";
import type { MailState } from "./vocabulary";

const hiddenLink = "[lien confidentiel]";
const hiddenCode = "••••••••";

export interface MailSeen {
  readonly id: string;
  readonly kind: string;
  readonly toAddress: string;
  readonly accountId: string | null;
  readonly subject: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly transport: string | null;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly nextAttemptAt: Date;
  readonly sentAt: Date | null;
  /** What it told was erased when it left: it names other people. */
  readonly forgotten: boolean;
  /** As written now, links and codes hidden; null when it was erased, or when this version no longer knows this mail. */
  readonly html: string | null;
  readonly text: string | null;
  /** Says whether the button « Renvoyer » works, and why not. */
  readonly retry: Verdict;
}

/** One mail, as the person received it but for its links and codes, which nobody else may see (AD-14). */
export async function readMail(ctx: Ctx, id: string): Promise<MailSeen> {
  ensure(can.seeMails(ctx.actor));
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u.test(id)) throw absent();
  const [mail] = await ctx.db.select().from(mails).where(eq(mails.id, id));
  if (mail === undefined) throw absent();
  await auditLook(ctx, {
    action: "mail.read",
    subject: { type: "mail", id },
    ...(mail.accountId === null ? {} : { accountId: mail.accountId }),
    details: { kind: mail.kind },
  });
  const { kind, toAddress, accountId, subject, state, attempts, transport, lastError, createdAt, nextAttemptAt, sentAt } = mail;
  const forgotten = state === "sent" && forgottenKinds.includes(kind);
  const retry = can.retryMail(ctx.actor, { state, lostItsLink: lostItsLink(mail) });
  return {
    id,
    kind,
    toAddress,
    accountId,
    subject,
    state,
    attempts,
    transport,
    lastError,
    createdAt,
    nextAttemptAt,
    sentAt,
    retry,
    forgotten,
    ...(forgotten ? { html: null, text: null } : await bodies(ctx, kind, mail.props)),
  };
}

async function bodies(ctx: Ctx, kind: string, props: Readonly<Record<string, unknown>>): Promise<Pick<MailSeen, "html" | "text">> {
  if (!isEmailKind(kind)) return { html: null, text: null };
  const hidden = Object.fromEntries(secretNames(kind).map((name) => [name, name === "code" ? hiddenCode : hiddenLink]));
  const { html, text } = await renderEmail(kind, props, hidden, await readInstitution(ctx));
  return { html: html.replaceAll(` href="${hiddenLink}"`, ""), text };
}
