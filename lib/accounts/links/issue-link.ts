import { and, eq, isNull, sql } from "drizzle-orm";
import { mailedLinks } from "@/db/schema/access";
import { env } from "@/lib/core/env";
import type { TxCtx } from "@/lib/core/ctx";
import { hashToken, keyedHash, newCode, newToken } from "@/lib/core/crypto";
import { paths } from "@/lib/core/paths";
import type { LinkPurpose } from "./vocabulary";

export interface LinkToIssue {
  readonly purpose: LinkPurpose;
  /** What it acts on: a registration request or an account. */
  readonly subjectId: string;
  readonly address: string;
  readonly expiresAt: Date;
  readonly payload?: Readonly<Record<string, string>>;
  readonly resends?: number;
}

export interface IssuedLink {
  readonly linkId: string;
  /** What the mail carries; stored only as hashes. */
  readonly url: string;
  readonly code: string;
}

/** Makes a link and its code. A newer one voids the older one of the same purpose and subject (MC-06). */
export async function issueLink(
  tx: TxCtx,
  { purpose, subjectId, address, expiresAt, payload = {}, resends = 0 }: LinkToIssue,
): Promise<IssuedLink> {
  await lockLinks(tx, purpose, subjectId);
  await tx.db.update(mailedLinks).set({ voidedAt: tx.now, voidReason: "newer_link" }).where(liveLink(purpose, subjectId));
  const [token, code] = [newToken(), newCode()];
  const [link] = await tx.db
    .insert(mailedLinks)
    .values({
      purpose,
      subjectId,
      address,
      payload,
      resends,
      expiresAt,
      createdAt: tx.now,
      tokenHash: hashToken(token),
      codeHash: codeHash(subjectId, code),
    })
    .returning({ id: mailedLinks.id });
  if (link === undefined) throw new Error("link not stored");
  return { linkId: link.id, url: new URL(paths.account.link(token), env.APP_URL).href, code };
}

/** Two requests at once take turns: the second voids the link of the first. Held until the transaction ends. */
export const lockLinks = (tx: TxCtx, purpose: LinkPurpose, subjectId: string) =>
  tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${purpose}|${subjectId}`}, 0))`);

/** Keyed: eight digits could be found again from a plain hash. */
export const codeHash = (subjectId: string, code: string) => keyedHash("mailed-code", `${subjectId}|${code}`);

export const liveLink = (purpose: LinkPurpose, subjectId: string) =>
  and(eq(mailedLinks.purpose, purpose), eq(mailedLinks.subjectId, subjectId), isNull(mailedLinks.usedAt), isNull(mailedLinks.voidedAt));
