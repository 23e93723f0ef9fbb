import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { loginSessions } from "@/db/schema/access";
import { accountAddresses, accounts, appConsents, termsAcceptances } from "@/db/schema/accounts";
import { type Factors, readFactors } from "@/lib/accounts/second-factor/read-factors";
import type { Ctx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { mine } from "./policy";
import type { Identity } from "./rules";

export interface AccountSummary extends Identity {
  readonly pictureFileId: string | null;
  readonly passwordChangedAt: Date;
  readonly addresses: readonly { readonly address: string; readonly kind: "main" | "secondary" }[];
  readonly factors: Factors;
  /** How many live sessions, consents for always, accepted terms. */
  readonly sessions: number;
  readonly consents: number;
  readonly terms: number;
}

/** What the home of the account shows of each of its rooms. */
export async function readSummary(ctx: Ctx): Promise<AccountSummary> {
  const { accountId } = mine(ctx.actor);
  const { db, now } = ctx;
  const liveSessions = and(
    eq(loginSessions.accountId, accountId),
    isNull(loginSessions.endedAt),
    isNull(loginSessions.ticketHash),
    gt(loginSessions.expiresAt, now),
  );
  const liveConsents = and(eq(appConsents.accountId, accountId), eq(appConsents.mode, "always"), isNull(appConsents.endedAt));
  const [[account], addresses, factors, sessions, consents, terms] = await Promise.all([
    db
      .select({
        civility: accounts.civility,
        firstName: accounts.firstName,
        lastName: accounts.lastName,
        birthName: accounts.birthName,
        bornOn: accounts.bornOn,
        phone: accounts.phone,
        pictureFileId: accounts.pictureFileId,
        passwordChangedAt: accounts.passwordChangedAt,
      })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
    db
      .select({ address: accountAddresses.address, kind: accountAddresses.kind })
      .from(accountAddresses)
      .where(eq(accountAddresses.accountId, accountId))
      .orderBy(sql`${accountAddresses.kind} = 'secondary'`),
    readFactors(ctx, accountId),
    db.$count(loginSessions, liveSessions),
    db.$count(appConsents, liveConsents),
    db.$count(termsAcceptances, eq(termsAcceptances.accountId, accountId)),
  ]);
  if (account === undefined) throw absent();
  return { ...account, addresses, factors, sessions, consents, terms };
}
