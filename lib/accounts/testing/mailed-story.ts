import { and, asc, eq } from "drizzle-orm";
import { auditLog, mails } from "@/db/schema/platform";
import { mailedLinks } from "@/db/schema/access";
import { inRolledBackTx, testCtx, testNow } from "@/db/testing/rollback";
import type { EmailKind } from "@/emails/registry";
import { linkFormPurpose } from "@/lib/accounts/links/require-sign";
import { issueFormToken } from "@/lib/captcha/form-token";
import { hashToken, openText } from "@/lib/core/crypto";
import type { Actor, Ctx } from "@/lib/core/ctx";
import { mailContext } from "@/lib/mail/queue-mail";

/** A story as a request lives it: outside any transaction, and undone afterwards. */
export const inStory = (story: (ctx: Ctx) => Promise<void>) => inRolledBackTx((tx) => story(testCtx(tx.db)));

export const minutesLater = (ctx: Ctx, minutes: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) });
export const as = (ctx: Ctx, actor: Actor): Ctx => ({ ...ctx, actor });

/** What a browser without JavaScript posts from a form shown a minute before. */
export const plainHuman = (purpose: string, now = testNow) => ({
  human: "on" as const,
  formToken: issueFormToken(purpose, new Date(now.getTime() - 60_000)),
  site_web: "",
  altcha: "",
});

interface Received {
  readonly to: string;
  readonly subject: string;
  readonly props: Readonly<Record<string, unknown>>;
  /** Link and code, as the reader of the mail has them. */
  readonly url: string;
  readonly token: string;
  readonly code: string;
}

/** The mails of a kind that wait to be sent, in the order of the address. */
export async function mailsOf(ctx: Ctx, kind: EmailKind, to?: string): Promise<Received[]> {
  const rows = await ctx.db
    .select()
    .from(mails)
    .where(and(eq(mails.kind, kind), to === undefined ? undefined : eq(mails.toAddress, to)))
    .orderBy(asc(mails.createdAt), asc(mails.toAddress));
  return rows.map((row) => {
    const secrets = row.secrets === null ? {} : (JSON.parse(openText(row.secrets, mailContext(row.id))) as Record<string, string>);
    const url = secrets["url"] ?? "";
    return {
      to: row.toAddress,
      subject: row.subject,
      props: row.props,
      url,
      token: url.split("/").at(-1) ?? "",
      code: secrets["code"] ?? "",
    };
  });
}

export async function lastMailOf(ctx: Ctx, kind: EmailKind, to?: string): Promise<Received> {
  const last = (await mailsOf(ctx, kind, to)).at(-1);
  if (last === undefined) throw new Error(`no mail ${kind}`);
  return last;
}

/** What the page of a mailed link posts without JavaScript, by somebody who reads the mail. */
export const linkProof = ({ token, code }: Pick<Received, "token" | "code">, now = testNow) => ({
  ...plainHuman(linkFormPurpose, now),
  token,
  code,
});

export async function linkOf(ctx: Ctx, { token }: Pick<Received, "token">) {
  const [link] = await ctx.db
    .select()
    .from(mailedLinks)
    .where(eq(mailedLinks.tokenHash, hashToken(token)));
  if (link === undefined) throw new Error("no such link");
  return link;
}

export const auditOf = (ctx: Ctx, action: string) => ctx.db.select().from(auditLog).where(eq(auditLog.action, action));

/** How many rows each table that a mailed link touches holds. */
export async function countWrites(ctx: Ctx) {
  return { mails: await ctx.db.$count(mails), links: await ctx.db.$count(mailedLinks), audit: await ctx.db.$count(auditLog) };
}
