import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, appConsents, termsAcceptances } from "@/db/schema/accounts";
import { auditLog } from "@/db/schema/platform";
import { makeSession, makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { applications } from "@/lib/accounts/applications/applications.data";
import { nextGate } from "@/lib/accounts/applications/next-gate";
import type { DataScope } from "@/lib/accounts/applications/vocabulary";
import { passwordRuleIds } from "@/lib/accounts/passwords/rules";
import type { Ctx, SignedIn, TxCtx } from "@/lib/core/ctx";
import { acceptTerms } from "./accept-terms";
import { decideConsent } from "./decide-consent";
import { giveConsent } from "./give-consent";
import { listAcceptedTerms, listConsents } from "./list-consents";
import { refuseConsent } from "./refuse-consent";
import { withdrawConsent } from "./withdraw-consent";

const { gestion } = applications;
const scopes: DataScope[] = [...gestion.scopes];
const terms = { application: "gestion", document: gestion.terms.document, version: gestion.terms.version } as const;

async function manager(tx: TxCtx): Promise<{ ctx: TxCtx; actor: SignedIn }> {
  const actor = await makeSignedIn(tx, { role: "administrator", passwordClasses: [...passwordRuleIds] });
  return { actor, ctx: { ...tx, actor } };
}

const gateKind = async (ctx: Ctx) => (await nextGate(ctx, "gestion"))?.kind ?? null;
const actionsOf = async (tx: TxCtx, { accountId }: SignedIn) =>
  (await tx.db.select().from(auditLog).where(eq(auditLog.accountId, accountId)).orderBy(auditLog.id)).map(({ action }) => action);

test("MC-13 MC-14 the first entry asks for consent, then for the terms, then opens; nothing is asked again", () =>
  inRolledBackTx(async (tx) => {
    const { ctx, actor } = await manager(tx);
    expect(await nextGate(ctx, "gestion")).toEqual({ kind: "consent", scopes, further: false });
    expect(await decideConsent(ctx, { application: "gestion", scopes, decision: "always", retour: undefined })).toEqual({
      application: "gestion",
      entered: true,
    });
    expect(await nextGate(ctx, "gestion")).toMatchObject({ kind: "terms", renewed: false });
    await acceptTerms(ctx, terms);
    expect(await gateKind(ctx)).toBeNull();
    const other = { ...ctx, actor: { ...actor, sessionId: await makeSession(tx, actor.accountId) } };
    expect(await gateKind(other)).toBeNull();
    expect(await actionsOf(tx, actor)).toEqual(["consent.give", "terms.accept"]);
  }));

test("MC-13 « once » holds in this session and is never found again in another (the WSO2 fault)", () =>
  inRolledBackTx(async (tx) => {
    const { ctx, actor } = await manager(tx);
    await giveConsent(ctx, { application: "gestion", scopes, mode: "once" });
    expect(await gateKind(ctx)).toBe("terms");
    const next = { ...ctx, actor: { ...actor, sessionId: await makeSession(tx, actor.accountId) } };
    expect(await nextGate(next, "gestion")).toMatchObject({ kind: "consent", scopes });
    expect(await listConsents(next)).toEqual([]);
    expect((await listConsents(ctx)).map(({ mode }) => mode)).toEqual(["once"]);
  }));

test("MC-13 refusing is written down, opens nothing, and the next try asks again", () =>
  inRolledBackTx(async (tx) => {
    const { ctx, actor } = await manager(tx);
    expect(await decideConsent(ctx, { application: "gestion", scopes, decision: "refused", retour: undefined })).toMatchObject({
      entered: false,
    });
    expect(await gateKind(ctx)).toBe("consent");
    expect(await actionsOf(tx, actor)).toEqual(["consent.refuse"]);
    expect(await listConsents(ctx)).toEqual([]);
  }));

test("MC-13 an application that reads more asks for the new part only, and nothing is given that was not shown", () =>
  inRolledBackTx(async (tx) => {
    const { ctx, actor } = await manager(tx);
    await giveConsent(ctx, { application: "gestion", scopes: ["first_name", "last_name", "phone"], mode: "always" });
    expect(await nextGate(ctx, "gestion")).toEqual({ kind: "consent", scopes: ["address"], further: true });
    await giveConsent(ctx, { application: "gestion", scopes: ["address"], mode: "always" });
    expect(await gateKind(ctx)).toBe("terms");
    const rows = await tx.db
      .select()
      .from(appConsents)
      .where(eq(appConsents.accountId, actor.accountId))
      .orderBy(appConsents.decidedAt, appConsents.id);
    expect(rows.map((row) => [row.scopes, row.endReason])).toEqual([
      [["first_name", "last_name"], "replaced"],
      [["first_name", "last_name", "address"], null],
    ]);
  }));

test("MC-13 a consent is withdrawn from the account page: the application asks again at once", () =>
  inRolledBackTx(async (tx) => {
    const { ctx, actor } = await manager(tx);
    await giveConsent(ctx, { application: "gestion", scopes, mode: "always" });
    const [given] = await listConsents(ctx);
    expect(await withdrawConsent(ctx, { consentId: given?.id ?? "" })).toEqual({ application: "gestion" });
    expect(await gateKind(ctx)).toBe("consent");
    expect(await actionsOf(tx, actor)).toEqual(["consent.give", "consent.withdraw"]);
    await expect(withdrawConsent(ctx, { consentId: given?.id ?? "" })).rejects.toMatchObject({ code: "absent" });
  }));

test("MC-13 somebody else's consent answers as a missing one and stays", () =>
  inRolledBackTx(async (tx) => {
    const { ctx } = await manager(tx);
    await giveConsent(ctx, { application: "gestion", scopes, mode: "always" });
    const [given] = await listConsents(ctx);
    const other = await manager(tx);
    await expect(withdrawConsent(other.ctx, { consentId: given?.id ?? "" })).rejects.toMatchObject({ code: "absent" });
    expect(await listConsents(ctx)).toHaveLength(1);
  }));

test("MC-13 entering writes down the use once a day at most, and voids the warning that the consent would end", () =>
  inRolledBackTx(async (tx) => {
    const { ctx, actor } = await manager(tx);
    await giveConsent(ctx, { application: "gestion", scopes, mode: "always" });
    await acceptTerms(ctx, terms);
    await tx.db.update(appConsents).set({ warnedAt: tx.now }).where(eq(appConsents.accountId, actor.accountId));
    const after = async (hours: number) => {
      await nextGate({ ...ctx, now: new Date(tx.now.getTime() + hours * 3_600_000) }, "gestion");
      const [row] = await tx.db.select().from(appConsents).where(eq(appConsents.accountId, actor.accountId));
      return row;
    };
    expect(await after(23)).toMatchObject({ lastUsedAt: tx.now, warnedAt: tx.now });
    expect(await after(25)).toMatchObject({ lastUsedAt: new Date(tx.now.getTime() + 25 * 3_600_000), warnedAt: null });
  }));

test("MC-14 a new version of the terms asks again; each acceptance keeps its version and date", () =>
  inRolledBackTx(async (tx) => {
    const { ctx, actor } = await manager(tx);
    await giveConsent(ctx, { application: "gestion", scopes, mode: "always" });
    await tx.db
      .insert(termsAcceptances)
      .values({ ...terms, version: "2025-01", accountId: actor.accountId, acceptedAt: new Date("2025-02-03T08:00:00Z") });
    expect(await nextGate(ctx, "gestion")).toMatchObject({ kind: "terms", version: terms.version, renewed: true });
    await acceptTerms(ctx, terms);
    await acceptTerms(ctx, terms);
    expect(await listAcceptedTerms(ctx)).toEqual([
      { ...terms, acceptedAt: tx.now },
      { ...terms, version: "2025-01", acceptedAt: new Date("2025-02-03T08:00:00Z") },
    ]);
    expect((await actionsOf(tx, actor)).filter((action) => action === "terms.accept")).toHaveLength(1);
  }));

test("MC-14 a version that is not the one in force cannot be accepted", () =>
  inRolledBackTx(async (tx) => {
    const { ctx } = await manager(tx);
    expect(() => acceptTerms(ctx, { ...terms, version: "2020-01" })).toThrow(/nouvelle version/u);
    expect(await listAcceptedTerms(ctx)).toEqual([]);
  }));

test("MC-03 a password too weak for the application is asked to be changed, after consent and terms", () =>
  inRolledBackTx(async (tx) => {
    const { ctx, actor } = await manager(tx);
    await tx.db
      .update(accounts)
      .set({ passwordClasses: ["length", "upper", "non_letter", "no_name"] })
      .where(eq(accounts.id, actor.accountId));
    await giveConsent(ctx, { application: "gestion", scopes, mode: "once" });
    await acceptTerms(ctx, terms);
    expect(await gateKind(ctx)).toBe("password");
  }));

test("MC-13 an application that is closed, or not for this person, does not exist: no consent, no terms", () =>
  inRolledBackTx(async (tx) => {
    const ctx = { ...tx, actor: await makeSignedIn(tx) };
    await expect(nextGate(ctx, "gestion")).rejects.toMatchObject({ code: "absent" });
    for (const application of ["gestion", "formadist"] as const) {
      expect(() => giveConsent(ctx, { application, scopes, mode: "always" })).toThrow(expect.objectContaining({ code: "absent" }));
      expect(() => refuseConsent(ctx, { application })).toThrow(expect.objectContaining({ code: "absent" }));
      expect(() => acceptTerms(ctx, { ...terms, application })).toThrow(expect.objectContaining({ code: "absent" }));
    }
  }));

test("MC-13 a double click on « Toujours accepter » makes one consent", () =>
  onCommittedCopy("consent", async (db) => {
    const actor = await makeSignedIn(testCtx(db), { role: "administrator" });
    const ctx = testCtx(db, { actor });
    await Promise.all([1, 2, 3].map(() => giveConsent(ctx, { application: "gestion", scopes, mode: "always" })));
    const rows = await db
      .select()
      .from(appConsents)
      .where(and(eq(appConsents.accountId, actor.accountId)));
    expect(rows).toHaveLength(1);
  }));
