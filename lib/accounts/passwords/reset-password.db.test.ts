import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { loginSessions, mailedLinks, roleGrants, signInThrottles } from "@/db/schema/access";
import { accounts, appConsents, passkeys, passwordHistory } from "@/db/schema/accounts";
import { makeAccount, makeSession } from "@/db/testing/factories/accounts";
import { onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { issueLink } from "@/lib/accounts/links/issue-link";
import { linkFormPurpose } from "@/lib/accounts/links/require-sign";
import { signIn } from "@/lib/accounts/sign-in/sign-in";
import { auditOf, inStory, lastMailOf, linkOf, linkProof, mailsOf, minutesLater, plainHuman } from "@/lib/accounts/testing/mailed-story";
import { newChallenge } from "@/lib/captcha/altcha";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { hashPassword } from "./hash-password";
import { resetPassword } from "./reset-password";
import { sendReset } from "./send-reset";

const main = "camille@ville.fr";
const old = "Ancien-2026";
const fresh = "Nouveau-2026";

/** Somebody with a known password, who has just received a reset link. */
async function received(ctx: Ctx, over: Parameters<typeof makeAccount>[1] = {}) {
  const { accountId } = await makeAccount(ctx, { address: main, passwordHash: await hashPassword(old), ...over });
  return { accountId, mail: await again(ctx, accountId) };
}

async function again(ctx: Ctx, accountId: string) {
  await withTx(ctx, (tx) => sendReset(tx, { accountId, resends: 0 }));
  return lastMailOf(ctx, "reset-password", main);
}

const reset = (ctx: Ctx, mail: { token: string; code: string }, password = fresh) =>
  resetPassword(ctx, { ...linkProof(mail, ctx.now), password, confirmation: password });
const onPassword = (message: RegExp) => ({ code: "invalid", fieldErrors: { password: [expect.stringMatching(message)] } });

test("MC-20 a new password by the mailed link: the old one no longer signs in, the new one does", () =>
  inStory(async (ctx) => {
    const { accountId, mail } = await received(ctx);
    expect(await reset(ctx, mail)).toEqual({ address: main });
    await expect(signIn(ctx, { address: main, password: old, remember: false, retour: undefined })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(signIn(ctx, { address: main, password: fresh, remember: false, retour: undefined })).resolves.toMatchObject({
      ticket: expect.any(String) as string,
    });
    expect(await linkOf(ctx, mail)).toMatchObject({ usedAt: ctx.now });
    expect(await auditOf(ctx, "password.reset")).toMatchObject([{ accountId }]);
  }));

test("MC-12 MC-20 every session ends, and the failures counted against both addresses are forgotten", () =>
  inStory(async (ctx) => {
    const { accountId, mail } = await received(ctx, { secondaryAddress: "camille@maison.fr" });
    await makeSession(ctx, accountId);
    for (const address of [main, "camille@maison.fr"])
      await expect(signIn(ctx, { address, password: "Faux-2026", remember: false, retour: undefined })).rejects.toThrow();
    await reset(ctx, mail);
    const sessions = await ctx.db
      .select({ reason: loginSessions.endReason })
      .from(loginSessions)
      .where(eq(loginSessions.accountId, accountId));
    expect(sessions).toEqual([{ reason: "password_reset" }]);
    const keys = await ctx.db.select({ key: signInThrottles.key }).from(signInThrottles);
    expect(keys.filter(({ key }) => key.startsWith("account:"))).toEqual([]);
  }));

test("MC-21 both addresses are told, with what to do if it was not them", () =>
  inStory(async (ctx) => {
    const { mail } = await received(ctx, { secondaryAddress: "camille@maison.fr" });
    await reset(ctx, mail);
    expect((await mailsOf(ctx, "password-changed")).map(({ to }) => to)).toEqual(["camille@maison.fr", main]);
  }));

test("MC-03 the rules of the applications where the person has a role are added, and a refusal leaves the link good", () =>
  inStory(async (ctx) => {
    const { mail } = await received(ctx, { role: "iel_manager" });
    await expect(reset(ctx, mail, "Nouveau2026")).rejects.toMatchObject(onPassword(/caractère spécial/u));
    expect(await linkOf(ctx, mail)).toMatchObject({ usedAt: null, voidedAt: null });
    await expect(reset(ctx, mail, fresh)).resolves.toEqual({ address: main });
  }));

test("MC-03 a role that was withdrawn asks for nothing more", () =>
  inStory(async (ctx) => {
    const { accountId, mail } = await received(ctx, { role: "iel_manager" });
    await ctx.db.update(roleGrants).set({ withdrawnAt: ctx.now }).where(eq(roleGrants.accountId, accountId));
    await expect(reset(ctx, mail, "Nouveau2026")).resolves.toBeDefined();
  }));

test("MC-03 neither first nor last name, whatever the case and accents", () =>
  inStory(async (ctx) => {
    const { mail } = await received(ctx, { firstName: "Hélène", lastName: "Le Goff" });
    for (const password of ["helene-2026!A", "xLEGOFF-2026"])
      await expect(reset(ctx, mail, password)).rejects.toMatchObject(onPassword(/nom ou prénom/u));
  }));

test("MC-23 none of the last five passwords, but the sixth; the refused link works on", () =>
  inStory(async (ctx) => {
    const { accountId, mail } = await received(ctx);
    const earlier = ["Premier-2026", "Second-2026", "Troisieme-2026", "Quatrieme-2026", "Cinquieme-2026"];
    for (const [index, password] of earlier.entries())
      await ctx.db
        .insert(passwordHistory)
        .values({ accountId, passwordHash: await hashPassword(password), createdAt: new Date(ctx.now.getTime() - 100_000 + index) });
    await ctx.db
      .update(accounts)
      .set({ passwordHash: await hashPassword("Cinquieme-2026") })
      .where(eq(accounts.id, accountId));
    for (const password of ["Cinquieme-2026", "Troisieme-2026", "Premier-2026"]) {
      await expect(reset(ctx, mail, password)).rejects.toMatchObject(onPassword(/différent des 5 derniers/u));
    }
    await reset(ctx, mail, fresh);
    const next = await again(minutesLater(ctx, 1), accountId);
    await expect(reset({ ...minutesLater(ctx, 1), network: "192.0.2.7" }, next, "Premier-2026")).resolves.toBeDefined();
    expect(await ctx.db.$count(passwordHistory, eq(passwordHistory.accountId, accountId))).toBe(5);
  }));

test("MC-07 a used, a replaced and an expired link each say so, and change nothing", () =>
  inStory(async (ctx) => {
    const { accountId, mail } = await received(ctx);
    const newer = await again(minutesLater(ctx, 1), accountId);
    await expect(reset(ctx, mail)).rejects.toMatchObject({ code: "expired", message: expect.stringContaining("plus récent") as string });
    await expect(reset(minutesLater(ctx, 61), newer)).rejects.toMatchObject({
      code: "expired",
      message: expect.stringContaining("délai") as string,
    });
    await reset(minutesLater(ctx, 2), newer);
    await expect(reset(minutesLater(ctx, 3), newer, "Encore-2026")).rejects.toMatchObject({
      code: "expired",
      message: expect.stringMatching(/déjà (?:été utilisé|servi)/u) as string,
    });
    expect(await auditOf(ctx, "password.reset")).toHaveLength(1);
  }));

test("MC-06 a link made for something else sets no password", () =>
  inStory(async (ctx) => {
    const { accountId } = await received(ctx);
    const other = await withTx(ctx, (tx) =>
      issueLink(tx, { purpose: "prove_secondary", subjectId: accountId, address: "x@ville.fr", expiresAt: minutesLater(ctx, 60).now }),
    );
    const token = other.url.split("/").at(-1) ?? "";
    await expect(reset(ctx, { token, code: other.code })).rejects.toMatchObject({ code: "expired" });
  }));

test("MC-06 a scanner that runs the page and presses the button is asked for the sign of a human; a pointer or the word is one", () =>
  inStory(async (ctx) => {
    const { mail } = await received(ctx);
    const challenge = async () => {
      const made = await newChallenge(ctx.now);
      return Buffer.from(JSON.stringify({ challenge: made, solution: await solveChallenge({ challenge: made, deriveKey }) })).toString(
        "base64",
      );
    };
    const posted = async (sign: { sign?: string; word?: string }) =>
      resetPassword(ctx, {
        ...plainHuman(linkFormPurpose),
        altcha: await challenge(),
        token: mail.token,
        ...sign,
        password: fresh,
        confirmation: fresh,
      });
    for (const sign of [{}, { sign: "" }, { sign: "keyboard" }, { word: "non" }])
      await expect(posted(sign)).rejects.toMatchObject({ fieldErrors: { word: expect.any(Array) as unknown } });
    expect(await linkOf(ctx, mail)).toMatchObject({ usedAt: null });
    await expect(posted({ word: " Oui " })).resolves.toEqual({ address: main });
  }));

test("MC-05 MC-06 without JavaScript the code of the mail is asked; the right one, refused for the password, is not used up", () =>
  inStory(async (ctx) => {
    const { mail } = await received(ctx);
    await expect(
      resetPassword(ctx, { ...plainHuman(linkFormPurpose), token: mail.token, password: fresh, confirmation: fresh }),
    ).rejects.toMatchObject({ fieldErrors: { code: expect.any(Array) as unknown } });
    for (let time = 0; time < 7; time++)
      await expect(reset({ ...ctx, network: `192.0.2.${time}` }, mail, `Camille-${time}`)).rejects.toMatchObject({
        fieldErrors: { password: expect.any(Array) as unknown },
      });
    await expect(reset({ ...ctx, network: "192.0.2.200" }, mail)).resolves.toEqual({ address: main });
  }));

test("MC-05 five wrong codes void the link", () =>
  inStory(async (ctx) => {
    const { mail } = await received(ctx);
    const wrong = mail.code === "00000000" ? "00000001" : "00000000";
    for (let time = 0; time < 5; time++)
      await expect(reset({ ...ctx, network: `192.0.2.${time}` }, { ...mail, code: wrong })).rejects.toThrow();
    await expect(reset({ ...ctx, network: "192.0.2.200" }, mail)).rejects.toMatchObject({
      code: "expired",
      message: expect.stringContaining("codes") as string,
    });
  }));

test("MC-20 one link, two browsers at once: one password is set, the other reads that the link was used", () =>
  onCommittedCopy("reset_race", async (db) => {
    const ctx = testCtx(db);
    const { accountId, mail } = await received(ctx);
    const answers = await Promise.allSettled(["Premier-2026", "Second-2026"].map((password) => reset(ctx, mail, password)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "expired", message: expect.stringContaining("déjà été utilisé") as string },
    });
    expect(await mailsOf(ctx, "password-changed")).toHaveLength(1);
    expect(await ctx.db.$count(passwordHistory, eq(passwordHistory.accountId, accountId))).toBe(1);
  }));

test("MC-20 the first reset takes passkeys and consents away, for somebody else may have made the sign-up; later ones do not", () =>
  inStory(async (ctx) => {
    const { accountId, mail } = await received(ctx);
    await trust(ctx, accountId);
    await reset(ctx, mail);
    expect(await kept(ctx, accountId)).toEqual({ passkeys: 0, consents: 0 });
    expect((await lastMailOf(ctx, "password-changed")).props).toMatchObject({ droppedPasskeys: true });
    await trust(ctx, accountId);
    await reset(minutesLater(ctx, 1), await again(minutesLater(ctx, 1), accountId), "Encore-2026");
    expect(await kept(ctx, accountId)).toEqual({ passkeys: 1, consents: 1 });
  }));

test("MC-32 the passkeys of staff stay: a mailbox alone does not get past their second factor", () =>
  inStory(async (ctx) => {
    const { accountId, mail } = await received(ctx, { role: "administrator" });
    await trust(ctx, accountId);
    await reset(ctx, mail);
    expect(await kept(ctx, accountId)).toMatchObject({ passkeys: 1 });
  }));

test("MC-22 what was being proved stops, but the link that undoes a change of address stays", () =>
  inStory(async (ctx) => {
    const { accountId, mail } = await received(ctx);
    const link = (purpose: "change_main" | "prove_secondary" | "undo_change", subjectId: string) =>
      withTx(ctx, (tx) =>
        issueLink(tx, { purpose, subjectId, address: "voleur@ailleurs.fr", expiresAt: minutesLater(ctx, 600).now, payload: { accountId } }),
      );
    await Promise.all([
      link("change_main", accountId),
      link("prove_secondary", accountId),
      link("undo_change", "0198f000-0000-7000-8000-000000000001"),
    ]);
    await reset(ctx, mail);
    const links = await ctx.db
      .select({ purpose: mailedLinks.purpose, reason: mailedLinks.voidReason })
      .from(mailedLinks)
      .where(eq(mailedLinks.address, "voleur@ailleurs.fr"));
    expect(Object.fromEntries(links.map(({ purpose, reason }) => [purpose, reason]))).toEqual({
      change_main: "withdrawn",
      prove_secondary: "withdrawn",
      undo_change: null,
    });
  }));

async function trust(ctx: Ctx, accountId: string): Promise<void> {
  await ctx.db
    .insert(passkeys)
    .values({ accountId, credentialId: `${accountId}${ctx.now.getTime()}`, publicKey: "key", counter: 0, name: "Téléphone" });
  await ctx.db
    .insert(appConsents)
    .values({ accountId, application: "formadist", scopes: ["first_name"], mode: "always", decidedAt: ctx.now, lastUsedAt: ctx.now });
}

async function kept(ctx: Ctx, accountId: string) {
  const live = await ctx.db.select({ endedAt: appConsents.endedAt }).from(appConsents).where(eq(appConsents.accountId, accountId));
  return {
    passkeys: await ctx.db.$count(passkeys, eq(passkeys.accountId, accountId)),
    consents: live.filter(({ endedAt }) => endedAt === null).length,
  };
}
