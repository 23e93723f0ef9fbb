import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { accounts, appConsents, passwordHistory, registrationRequests, termsAcceptances } from "@/db/schema/accounts";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { audit } from "@/lib/audit/audit";
import { takeAddress } from "@/lib/accounts/addresses/claim-address";
import { sendProof } from "@/lib/accounts/addresses/send-proof";
import { consumeLink } from "@/lib/accounts/links/consume-link";
import { liveLink } from "@/lib/accounts/links/issue-link";
import { liveLinkOf } from "@/lib/accounts/links/live-link-of";
import { mailedLinks } from "@/db/schema/access";
import { tryCode } from "@/lib/accounts/links/try-code";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";

export interface Confirmed {
  readonly address: string;
  readonly returnTo: string | null;
}

// No policy: who holds the link or its code may confirm; requireSign and tryCode judged them.
/** Activates the account that a mailed link confirms (MC-06). The human sign was checked by the caller's verb. */
export function confirmByLink(ctx: Ctx, { token }: { readonly token: string }): Promise<Confirmed> {
  return withTx(ctx, async (tx) => {
    const { subjectId } = await liveLinkOf(tx, token, "confirm_registration");
    await takeTurn(tx, subjectId);
    await consumeLink(tx, { token, purpose: "confirm_registration" });
    return activate(tx, subjectId);
  });
}

/** The same with the eight digits of the mail, typed on the page of the request (other device, broken link). */
export async function confirmByCode(
  ctx: Ctx,
  { requestId, code }: { readonly requestId: string; readonly code: string },
): Promise<Confirmed> {
  await tryCode(ctx, { purpose: "confirm_registration", subjectId: requestId, code });
  return withTx(ctx, async (tx) => {
    await takeTurn(tx, requestId);
    const used = await tx.db
      .update(mailedLinks)
      .set({ usedAt: tx.now })
      .where(liveLink("confirm_registration", requestId))
      .returning({ id: mailedLinks.id });
    if (used.length === 0) throw new Refusal("expired", "Ce code a déjà servi ou a été remplacé.");
    return activate(tx, requestId);
  });
}

async function activate(tx: TxCtx, requestId: string): Promise<Confirmed> {
  const [request] = await tx.db.delete(registrationRequests).where(eq(registrationRequests.id, requestId)).returning();
  if (request === undefined) throw taken();
  const { civility, firstName, lastName, birthName, bornOn, phone, passwordHash, passwordClasses, address, canonical, secondaryAddress } =
    request;
  const [account] = await tx.db
    .insert(accounts)
    .values({
      civility,
      firstName,
      lastName,
      birthName,
      bornOn,
      phone,
      passwordHash,
      passwordClasses,
      passwordChangedAt: tx.now,
      createdAt: tx.now,
    })
    .returning({ id: accounts.id });
  if (account === undefined) throw new Error("account not stored");
  // The first confirmed wins: the unique key of the address decides between two sign-ups (MC-07).
  if (!(await takeAddress(tx, { accountId: account.id, kind: "main", address: canonical }))) throw taken();
  await tx.db.insert(passwordHistory).values({ accountId: account.id, passwordHash, createdAt: tx.now });
  await closeOthers(tx, canonical);
  await keepAccepted(tx, account.id, request);
  // Counts only once proved in its turn (MC-21).
  if (secondaryAddress !== null && secondaryAddress !== canonical)
    await sendProof(tx, { purpose: "prove_secondary", accountId: account.id, address: secondaryAddress, resends: 0 });
  await audit(tx, { action: "account.activate", accountId: account.id, subject: { type: "account", id: account.id } });
  return { address, returnTo: request.returnTo };
}

/** Documents accepted on the form count as the application's own doors: they are not asked for again (EI-21). */
async function keepAccepted(
  tx: TxCtx,
  accountId: string,
  { application, accepted }: Pick<typeof registrationRequests.$inferSelect, "application" | "accepted">,
): Promise<void> {
  const documents = Object.entries(accepted);
  if (documents.length === 0) return;
  const at = { decidedAt: tx.now, lastUsedAt: tx.now };
  await tx.db.insert(appConsents).values({ accountId, application, scopes: [...applicationOf(application).scopes], mode: "always", ...at });
  await tx.db
    .insert(termsAcceptances)
    .values(documents.map(([document, version]) => ({ accountId, application, document, version, acceptedAt: tx.now })));
}

/**
 * Sign-ups for one address are confirmed one after the other: each takes away the requests and links of all. First of
 * all, so that none waits for the turn while it holds a link that the other one is about to close.
 */
const takeTurn = (tx: TxCtx, requestId: string) =>
  tx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('registration|' || canonical, 0)) from ${registrationRequests} where id = ${requestId}`,
  );

const taken = () =>
  new Refusal("conflict", "Un compte existe déjà pour cette adresse : connectez-vous, ou choisissez « Mot de passe oublié ».");

/** The account is active: the other requests for its address go, and their links say so rather than promise to confirm. */
async function closeOthers(tx: TxCtx, canonical: string): Promise<void> {
  const others = await tx.db
    .delete(registrationRequests)
    .where(eq(registrationRequests.canonical, canonical))
    .returning({ id: registrationRequests.id });
  if (others.length === 0) return;
  const theirs = inArray(
    mailedLinks.subjectId,
    others.map(({ id }) => id),
  );
  const live = and(isNull(mailedLinks.usedAt), isNull(mailedLinks.voidedAt));
  await tx.db
    .update(mailedLinks)
    .set({ usedAt: tx.now })
    .where(and(eq(mailedLinks.purpose, "confirm_registration"), theirs, live));
}
