import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountAddresses, appConsents, passwordHistory, recoveryCodes } from "@/db/schema/accounts";
import { makeSession } from "@/db/testing/factories/accounts";
import { readProvedAddresses } from "@/lib/accounts/addresses/addresses-for";
import { readOwnAddresses } from "@/lib/accounts/addresses/read-own-addresses";
import { confirmMainChange } from "@/lib/accounts/addresses/confirm-main-change";
import { removeSecondary } from "@/lib/accounts/addresses/remove-secondary";
import { requestMainChange } from "@/lib/accounts/addresses/request-main-change";
import { undoMainChange } from "@/lib/accounts/addresses/undo-main-change";
import { nextGate } from "@/lib/accounts/applications/next-gate";
import { closeAccount } from "@/lib/accounts/closing/close-account";
import { listAcceptedTerms, listConsents } from "@/lib/accounts/consents/list-consents";
import { withdrawConsent } from "@/lib/accounts/consents/withdraw-consent";
import { lastDownload, mySections } from "@/lib/accounts/data-export/read-my-data";
import { readSummary } from "@/lib/accounts/identity/read-summary";
import { choosePassword, storePassword } from "@/lib/accounts/passwords/choose-password";
import { dropTrust } from "@/lib/accounts/passwords/drop-trust";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import { resetPassword } from "@/lib/accounts/passwords/reset-password";
import { sendReset } from "@/lib/accounts/passwords/send-reset";
import { readPasswordRules } from "@/lib/accounts/passwords/read-password-rules";
import { readPersonMails } from "@/lib/accounts/people/read-person-mails";
import { isAdministrator } from "@/lib/accounts/roles/keep-an-administrator";
import { confirmTotp } from "@/lib/accounts/second-factor/confirm-totp";
import { passTotp } from "@/lib/accounts/second-factor/pass-totp";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { readFactors } from "@/lib/accounts/second-factor/read-factors";
import { readUnconfirmedTotp } from "@/lib/accounts/second-factor/read-unconfirmed-totp";
import { recoveryCodeHash } from "@/lib/accounts/second-factor/recovery-code";
import { consumeRecoveryCode, replaceRecoveryCodes } from "@/lib/accounts/second-factor/recovery-codes";
import { removeFactor } from "@/lib/accounts/second-factor/remove-factor";
import { requestOwnPasskey } from "@/lib/accounts/second-factor/request-passkey";
import { resetSecondFactors } from "@/lib/accounts/second-factor/reset-second-factors";
import { startTotp } from "@/lib/accounts/second-factor/start-totp";
import { again, aPerson, codeAt, wait, withPasskey, withTotp } from "@/lib/accounts/second-factor/testing/person";
import { endSessions } from "@/lib/accounts/sessions/end-sessions";
import { listSessions } from "@/lib/accounts/sessions/list-sessions";
import { makeNeighbours, type Neighbourhood } from "@/lib/accounts/testing/neighbour";
import { inStory, lastMailOf, linkProof, minutesLater } from "@/lib/accounts/testing/mailed-story";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { someone } from "@/lib/files/testing/test-tools";

const password = "Un-Bon-Secret-42";
const passwordHash = await hashPassword(password);
const neighbourPassword = "Le-Secret-De-Ma-Voisine-7";
const neighbourHash = await hashPassword(neighbourPassword);
const idOf = (ctx: Ctx) => personOf(ctx).accountId;
const administrator = () => someone({ grants: [{ role: "administrator", structureId: null, authorityId: null }] });

/** All that a person sees of the account module. */
async function everythingSeen(ctx: Ctx) {
  const person = personOf(ctx);
  const seen: Record<string, unknown> = {};
  for (const [name, section] of Object.entries(mySections)) seen[name] = await section(ctx, person);
  return {
    sections: seen,
    download: await lastDownload(ctx, person, "json"),
    summary: await readSummary(ctx),
    proved: await readProvedAddresses(ctx, person.accountId),
    own: await readOwnAddresses(ctx),
    consents: await listConsents(ctx),
    terms: await listAcceptedTerms(ctx),
    sessions: await listSessions(ctx),
    factorsRead: await readFactors(ctx, person.accountId),
    unconfirmed: await readUnconfirmedTotp(ctx),
    rules: await readPasswordRules(ctx, person.accountId),
    mailsRead: await readPersonMails({ ...ctx, actor: administrator() }, person.accountId),
  };
}

test("MC-30 whoever lives in the same database changes nothing of what a person sees", () =>
  inStory(async ({ db }) => {
    const ctx = await aPerson(db, { firstName: "Camille" });
    const before = await everythingSeen(ctx);
    await makeNeighbours(db, neighbourHash);
    expect(await everythingSeen(ctx)).toEqual(before);
  }));

test("MC-13 MC-14 what a neighbour accepted opens nothing to anybody else", () =>
  inStory(async ({ db }) => {
    await makeNeighbours(db, neighbourHash);
    const ctx = await aPerson(db, { role: "administrator" });
    expect(await nextGate(ctx, "gestion")).toMatchObject({ kind: "consent", further: false });
    const scopes = ["first_name", "last_name", "address"] as const;
    await db.insert(appConsents).values({
      accountId: idOf(ctx),
      application: "gestion",
      scopes: [...scopes],
      mode: "always",
      decidedAt: ctx.now,
      lastUsedAt: ctx.now,
    });
    expect(await nextGate(ctx, "gestion")).toMatchObject({ kind: "terms", renewed: false });
  }));

test("MC-23 AD-10 a neighbour’s password may be chosen, a neighbour’s role is not held, a neighbour’s passkey is not offered", () =>
  inStory(async ({ db }) => {
    await makeNeighbours(db, neighbourHash);
    const ctx = await aPerson(db, { firstName: "Camille", passwordHash });
    await expect(choosePassword(ctx, { accountId: idOf(ctx), password: neighbourPassword })).resolves.toMatchObject({
      replaces: passwordHash,
    });
    expect(await withTx(ctx, (tx) => isAdministrator(tx, idOf(ctx)))).toBe(false);
    expect((await requestOwnPasskey(ctx)).allowCredentials ?? []).toEqual([]);
  }));

test("MC-20 a first reset drops the passkeys a thief may have added, whatever neighbours did or are", () =>
  inStory(async ({ db }) => {
    const { ids } = await makeNeighbours(db, neighbourHash);
    const ctx = await aPerson(db, { firstName: "Camille", address: "camille@example.net", passwordHash });
    await withPasskey(ctx);
    await withTx(ctx, async (tx) => {
      await audit(tx, { action: "password.reset", accountId: ids[1] ?? "" });
      await sendReset(tx, { accountId: idOf(ctx), resends: 0 });
    });
    const mail = await lastMailOf(ctx, "reset-password", "camille@example.net");
    await resetPassword(ctx, { ...linkProof(mail, ctx.now), password: "Encore-Un-Secret-43", confirmation: "Encore-Un-Secret-43" });
    expect((await readFactors(ctx, idOf(ctx))).passkeys).toEqual([]);
  }));

test("MC-23 the five passwords that are remembered are one’s own, however often neighbours choose others", () =>
  inStory(async ({ db }) => {
    const { ids } = await makeNeighbours(db, neighbourHash);
    const ctx = await aPerson(db, { firstName: "Camille", passwordHash });
    await db.insert(passwordHistory).values({ accountId: idOf(ctx), passwordHash, createdAt: ctx.now });
    const later = wait(ctx, 60);
    await db
      .insert(passwordHistory)
      .values([1, 2, 3, 4, 5, 6].map(() => ({ accountId: ids[0] ?? "", passwordHash: neighbourHash, createdAt: wait(ctx, 3600).now })));
    const chosen = await choosePassword(later, { accountId: idOf(ctx), password: "Encore-Un-Secret-43" });
    await withTx(later, (tx) => storePassword(tx, idOf(ctx), chosen));
    await expect(choosePassword(later, { accountId: idOf(ctx), password })).rejects.toMatchObject({ code: "invalid" });
  }));

/** What a person may do, or have done to them, and what it needs before. */
const acts: Readonly<Record<string, (ctx: Ctx) => Promise<unknown>>> = {
  "closes their account": (ctx) => closeAccount(ctx, { current: password, word: "SUPPRIMER" }, []),
  "takes their secondary address off": async (ctx) => {
    const kept = { accountId: idOf(ctx), address: "camille@example.net", canonical: "camille@example.net" };
    await ctx.db.insert(accountAddresses).values({ ...kept, kind: "secondary", provedAt: ctx.now });
    await removeSecondary(ctx);
  },
  "has their factors reset": async (ctx) => {
    await withTotp(ctx);
    await withPasskey(await again(ctx));
    await resetSecondFactors({ ...ctx, actor: { ...administrator(), provedAt: ctx.now } }, { accountId: idOf(ctx) });
  },
  "removes their only factor": async (ctx) => {
    await withTotp(ctx);
    await removeFactor(await again(ctx), { factor: "totp" });
  },
  "loses what a thief may have left": async (ctx) => {
    await withPasskey(ctx);
    await withTx(ctx, (tx) => dropTrust(tx, idOf(ctx)));
  },
  "passes their code": async (ctx) => {
    const { secret } = await withTotp(ctx);
    const later = wait(ctx, 60);
    const elsewhere = await again(later, await makeSession(ctx, idOf(ctx)));
    await passTotp(elsewhere, { code: codeAt(secret, later) });
  },
  "begins a factor, and confirms it": async (ctx) => {
    await startTotp(ctx);
    const secret = (await readUnconfirmedTotp(ctx)) ?? "";
    await confirmTotp(ctx, { code: codeAt(secret, ctx) });
  },
  "makes new recovery codes": (ctx) => withTx(ctx, (tx) => replaceRecoveryCodes(tx, idOf(ctx))),
  "is signed out everywhere": (ctx) => withTx(ctx, (tx) => endSessions(tx, { accountId: idOf(ctx), reason: "revoked" })),
  "chooses another password": async (ctx) => {
    const chosen = await choosePassword(ctx, { accountId: idOf(ctx), password: "Encore-Un-Secret-43" });
    await withTx(ctx, (tx) => storePassword(tx, idOf(ctx), chosen));
  },
  "gives their account back to its former address": async (ctx) => {
    await requestMainChange(ctx, { address: "autre@example.net", current: password });
    await confirmMainChange(ctx, await lastMailOf(ctx, "main-change-to-prove", "autre@example.net"));
    await undoMainChange(minutesLater(ctx, 60), await lastMailOf(ctx, "main-changed"));
  },
  "withdraws a consent": async (ctx) => {
    const decided = { accountId: idOf(ctx), application: "gestion", scopes: ["address"], mode: "always" } as const;
    const row = { ...decided, scopes: [...decided.scopes], decidedAt: ctx.now, lastUsedAt: ctx.now };
    const [consent] = await ctx.db.insert(appConsents).values(row).returning({ id: appConsents.id });
    await withdrawConsent(ctx, { consentId: consent?.id ?? "" });
  },
};

test.each(Object.entries(acts))("AD-10 MC-30 somebody %s: what their neighbours have stays as it was, row by row", (_what, act) =>
  inStory(async ({ db }) => {
    const neighbours: Neighbourhood = await makeNeighbours(db, neighbourHash);
    const before = await neighbours.read();
    expect(before.length).toBeGreaterThan(20);
    await act(await aPerson(db, { firstName: "Camille", passwordHash }));
    expect(await neighbours.read()).toEqual(before);
  }),
);

test("MC-32 a recovery code is its owner’s: the same one kept for somebody else is neither asked nor used", () =>
  inStory(async ({ db }) => {
    const neighbours = await makeNeighbours(db, neighbourHash);
    const ctx = await aPerson(db);
    const [code = ""] = await withTx(ctx, (tx) => replaceRecoveryCodes(tx, idOf(ctx)));
    await db.insert(recoveryCodes).values({ accountId: neighbours.ids[0] ?? "", codeHash: recoveryCodeHash(idOf(ctx), code) });
    const before = await neighbours.read();
    expect(await withTx(ctx, (tx) => consumeRecoveryCode(tx, idOf(ctx), code))).toBe(true);
    expect(await neighbours.read()).toEqual(before);
    expect(await db.$count(recoveryCodes, eq(recoveryCodes.usedAt, ctx.now))).toBe(1);
  }));
