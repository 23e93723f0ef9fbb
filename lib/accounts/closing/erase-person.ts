import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { loginSessions, mailedLinks, roleGrants } from "@/db/schema/access";
import {
  accountAddresses,
  accounts,
  appConsents,
  passkeyChallenges,
  passkeys,
  passwordHistory,
  recoveryCodes,
  registrationRequests,
  totpSecrets,
} from "@/db/schema/accounts";
import { files } from "@/db/schema/files";
import { savedSearches } from "@/db/schema/cv-library";
import { mails } from "@/db/schema/platform";
import { trainerProfiles } from "@/db/schema/trainers";
import { endSessions } from "@/lib/accounts/sessions/end-sessions";
import { voidLinks } from "@/lib/accounts/links/void-links";
import { linkPurposes } from "@/lib/accounts/links/vocabulary";
import type { TxCtx } from "@/lib/core/ctx";
import { removeFile } from "@/lib/files/remove-file";
import { keepWait } from "./request-waits";

/** What a closed account is called wherever something it did is shown. */
export const closedName = { firstName: "Compte", lastName: "supprimé" } as const;

interface ErasedPerson {
  /** Whose bytes may go. */
  readonly fileIds: readonly string[];
  /** Until then a keyed hash of the addresses is kept (EI-40); null: nothing is. */
  readonly waitsUntil: Date | null;
}

/**
 * Erases or makes anonymous everything personal of an account, in the closing transaction. What stays are identifiers
 * that lead to no name (person-columns.data.ts says what becomes of each column).
 */
export async function erasePerson(tx: TxCtx, accountId: string): Promise<ErasedPerson> {
  await endAccess(tx, accountId);
  const waitsUntil = await keepWait(tx, accountId);
  await eraseTraces(tx, accountId);
  await tx.db.delete(savedSearches).where(eq(savedSearches.accountId, accountId));
  // With its lines, requests, applications and row of the CVthèque.
  await tx.db.delete(trainerProfiles).where(eq(trainerProfiles.accountId, accountId));
  const fileIds = await eraseFiles(tx, accountId);
  await tx.db
    .update(accounts)
    .set({
      ...closedName,
      civility: "m",
      birthName: null,
      bornOn: null,
      phone: null,
      passwordHash: "",
      passwordClasses: [],
      pictureFileId: null,
      blockedReason: null,
      closedAt: tx.now,
    })
    .where(eq(accounts.id, accountId));
  return { fileIds, waitsUntil };
}

async function endAccess(tx: TxCtx, accountId: string): Promise<void> {
  await endSessions(tx, { accountId, reason: "account_closed" });
  await voidLinks(tx, { accountId, purposes: linkPurposes, reason: "withdrawn" });
  await tx.db
    .update(roleGrants)
    .set({ withdrawnAt: tx.now, withdrawnBy: accountId })
    .where(and(eq(roleGrants.accountId, accountId), isNull(roleGrants.withdrawnAt)));
  await tx.db
    .update(appConsents)
    .set({ endedAt: tx.now, endReason: "account_closed" })
    .where(and(eq(appConsents.accountId, accountId), isNull(appConsents.endedAt)));
  for (const table of [passwordHistory, totpSecrets, recoveryCodes, passkeys, passkeyChallenges])
    await tx.db.delete(table).where(eq(table.accountId, accountId));
}

async function eraseTraces(tx: TxCtx, accountId: string): Promise<void> {
  const gone = await tx.db
    .delete(accountAddresses)
    .where(eq(accountAddresses.accountId, accountId))
    .returning({ canonical: accountAddresses.canonical });
  const addresses = gone.map((row) => row.canonical);
  await tx.db.delete(registrationRequests).where(inArray(registrationRequests.canonical, addresses));
  await tx.db
    .update(mailedLinks)
    .set({ address: "", payload: {}, codeHash: null })
    .where(
      or(
        eq(mailedLinks.subjectId, accountId),
        sql`${mailedLinks.payload} ->> 'accountId' = ${accountId}`,
        inArray(mailedLinks.address, addresses),
      ),
    );
  await tx.db.update(loginSessions).set({ device: "", network: "", ticketHash: null }).where(eq(loginSessions.accountId, accountId));
  // One that is being sent at this very moment goes with age instead.
  await tx.db.delete(mails).where(and(or(eq(mails.accountId, accountId), inArray(mails.toAddress, addresses)), ne(mails.state, "sending")));
}

async function eraseFiles(tx: TxCtx, accountId: string): Promise<string[]> {
  await tx.db.update(accounts).set({ pictureFileId: null }).where(eq(accounts.id, accountId));
  const owned = await tx.db
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.ownerId, accountId), ne(files.state, "deleted")));
  for (const { id } of owned) await removeFile(tx, id);
  await tx.db.update(files).set({ name: "" }).where(eq(files.ownerId, accountId));
  return owned.map(({ id }) => id);
}
