import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { loginSessions, mailedLinks } from "@/db/schema/access";
import { accountAddresses, passkeys, passwordHistory } from "@/db/schema/accounts";
import { settings } from "@/db/schema/platform";
import { makeAccount, makeSignedIn } from "@/db/testing/factories/accounts";
import { onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import { resetPassword } from "@/lib/accounts/passwords/reset-password";
import { sendReset } from "@/lib/accounts/passwords/send-reset";
import { signIn } from "@/lib/accounts/sign-in/sign-in";
import {
  as,
  auditOf,
  countWrites,
  inStory,
  lastMailOf,
  linkOf,
  linkProof,
  mailsOf,
  minutesLater,
} from "@/lib/accounts/testing/mailed-story";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { confirmMainChange } from "./confirm-main-change";
import { proveSecondary } from "./prove-secondary";
import { readOwnAddresses } from "./read-own-addresses";
import { requestMainChange } from "./request-main-change";
import { requestSecondary } from "./request-secondary";
import { undoMainChange } from "./undo-main-change";

const before = "camille@ville.fr";
const after = "camille@metropole.fr";
const current = "Actuel-2026";

/** Somebody signed in, whose password is known. */
async function signedIn(ctx: Ctx, over: Parameters<typeof makeSignedIn>[1] = {}) {
  const passwordHash = await hashPassword(current);
  const person = await makeSignedIn(ctx, { address: before, passwordHash, ...over });
  await ctx.db.insert(passwordHistory).values({ accountId: person.accountId, passwordHash, createdAt: ctx.now });
  return { person, mine: as(ctx, person) };
}

async function addressesOf(ctx: Ctx, accountId: string) {
  const rows = await ctx.db.select().from(accountAddresses).where(eq(accountAddresses.accountId, accountId));
  return Object.fromEntries(rows.map(({ kind, address }) => [kind, address]));
}

/** Asks for another main address and confirms it, as one person or as a thief who knows the password would. */
async function changed(ctx: Ctx, mine: Ctx, address = after) {
  await requestMainChange(mine, { address, current });
  await confirmMainChange(ctx, await lastMailOf(ctx, "main-change-to-prove", address));
}

const enter = (ctx: Ctx, address: string, password = current) => signIn(ctx, { address, password, remember: false, retour: undefined });

test("MC-22 a new main address counts only once its link is confirmed; then it signs in, and the former one no longer does", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx);
    expect(await requestMainChange(mine, { address: after, current })).toEqual({ address: after });
    expect(await addressesOf(ctx, person.accountId)).toEqual({ main: before });
    expect((await readOwnAddresses(mine)).pending.change_main).toMatchObject({ address: after, expired: false });
    const mail = await lastMailOf(ctx, "main-change-to-prove");
    expect(mail.to).toBe(after);
    expect(await confirmMainChange(ctx, mail)).toEqual({ accountId: person.accountId, main: after });
    expect(await addressesOf(ctx, person.accountId)).toEqual({ main: after });
    await expect(enter(ctx, after)).resolves.toBeDefined();
    await expect(enter(ctx, before)).rejects.toMatchObject({ code: "invalid" });
    expect((await auditOf(ctx, "address.main_change")).map(({ accountId }) => accountId)).toEqual([person.accountId]);
  }));

test("MC-22 the former address is told, with a way to undo valid 72 hours, or what the setting says", () =>
  inStory(async (ctx) => {
    const { mine } = await signedIn(ctx);
    await changed(ctx, mine);
    const told = await lastMailOf(ctx, "main-changed");
    expect(told).toMatchObject({ to: before, props: { former: before, address: after } });
    expect((await linkOf(ctx, told)).expiresAt).toEqual(minutesLater(ctx, 72 * 60).now);
    await ctx.db.insert(settings).values({ key: "address.undoHours", value: 24, updatedAt: ctx.now });
    const { mine: other } = await signedIn(ctx, { address: "ines@ville.fr" });
    await changed(ctx, other, "ines@metropole.fr");
    expect((await linkOf(ctx, await lastMailOf(ctx, "main-changed", "ines@ville.fr"))).expiresAt).toEqual(minutesLater(ctx, 24 * 60).now);
  }));

test("MC-22 one's own secondary address may become the main one", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx, { secondaryAddress: after });
    await changed(ctx, mine);
    expect(await addressesOf(ctx, person.accountId)).toEqual({ main: after });
  }));

test("MC-22 a reset link sent before the change no longer works", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx);
    await withTx(ctx, (tx) => sendReset(tx, { accountId: person.accountId, resends: 0 }));
    const reset = await lastMailOf(ctx, "reset-password");
    await changed(ctx, mine);
    await expect(resetPassword(ctx, { ...linkProof(reset), password: "Nouveau-2026", confirmation: "Nouveau-2026" })).rejects.toMatchObject(
      { code: "expired", message: expect.stringContaining("adresse") as string },
    );
  }));

test("MC-22 the same answer and writes when the address is somebody else's, who is told; nothing can be confirmed", () =>
  inStory(async (ctx) => {
    await makeAccount(ctx, { address: "prise@ville.fr" });
    const seen = [];
    for (const [address, name] of [
      ["libre@ville.fr", "un@ville.fr"],
      ["prise@ville.fr", "deux@ville.fr"],
    ] as const) {
      const { mine } = await signedIn(ctx, { address: name });
      const first = await countWrites(ctx);
      const answer = await requestMainChange(mine, { address, current });
      const then = await countWrites(ctx);
      seen.push({
        answer: Object.keys(answer),
        mails: then.mails - first.mails,
        links: then.links - first.links,
        audit: then.audit - first.audit,
      });
    }
    expect(seen[1]).toEqual(seen[0]);
    expect((await mailsOf(ctx, "main-change-to-prove")).map(({ to }) => to)).toEqual(["libre@ville.fr"]);
    expect((await lastMailOf(ctx, "address-known")).to).toBe("prise@ville.fr");
  }));

test("MC-22 refused: the present address, a wrong password, whoever is not signed in", () =>
  inStory(async (ctx) => {
    const { mine } = await signedIn(ctx);
    await expect(requestMainChange(mine, { address: before, current })).rejects.toMatchObject({
      fieldErrors: { address: expect.any(Array) as unknown },
    });
    await expect(requestMainChange(mine, { address: after, current: "Faux-2026" })).rejects.toMatchObject({
      fieldErrors: { current: expect.any(Array) as unknown },
    });
    await expect(requestMainChange(ctx, { address: after, current })).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await ctx.db.$count(mailedLinks)).toBe(0);
  }));

test("MC-22 taken meanwhile by another account: said plainly, and nothing changed", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx);
    await requestMainChange(mine, { address: after, current });
    await makeAccount(ctx, { address: after });
    const mail = await lastMailOf(ctx, "main-change-to-prove");
    await expect(confirmMainChange(ctx, mail)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("d’un autre compte") as string,
    });
    expect(await addressesOf(ctx, person.accountId)).toEqual({ main: before });
    expect(await linkOf(ctx, mail)).toMatchObject({ usedAt: null });
  }));

test("MC-22 two accounts confirm one address at once: one has it, the other keeps its own and is told", () =>
  onCommittedCopy("address_race", async (db) => {
    const ctx = testCtx(db);
    const people = [];
    for (const address of ["un@ville.fr", "deux@ville.fr"]) {
      const { person, mine } = await signedIn(ctx, { address });
      await requestMainChange(mine, { address: after, current });
      people.push({ person, address });
    }
    const mails = await mailsOf(ctx, "main-change-to-prove");
    const answers = await Promise.allSettled(mails.map((mail) => confirmMainChange(ctx, mail)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    const mains = await Promise.all(people.map(async ({ person }) => (await addressesOf(ctx, person.accountId))["main"]));
    expect(mains.filter((address) => address === after)).toHaveLength(1);
    expect(mains.filter((address) => address === "un@ville.fr" || address === "deux@ville.fr")).toHaveLength(1);
  }));

test("MC-22 one link confirmed twice at once changes the address once, and tells the former one once", () =>
  onCommittedCopy("address_twice", async (db) => {
    const ctx = testCtx(db);
    const { mine } = await signedIn(ctx);
    await requestMainChange(mine, { address: after, current });
    const mail = await lastMailOf(ctx, "main-change-to-prove");
    const answers = await Promise.allSettled([confirmMainChange(ctx, mail), confirmMainChange(ctx, mail), confirmMainChange(ctx, mail)]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await mailsOf(ctx, "main-changed")).toHaveLength(1);
  }));

test("MC-22 undone: the address is back, all sessions end, the password stops working and a new one is chosen at once", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx);
    await changed(ctx, mine);
    const { resetPath } = await undoMainChange(minutesLater(ctx, 60), await lastMailOf(ctx, "main-changed"));
    expect(await addressesOf(ctx, person.accountId)).toEqual({ main: before });
    expect(await ctx.db.$count(loginSessions, and(eq(loginSessions.accountId, person.accountId), isNull(loginSessions.endedAt)))).toBe(0);
    for (const address of [before, after]) await expect(enter(ctx, address)).rejects.toMatchObject({ code: "invalid" });
    const mail = await lastMailOf(ctx, "main-undone");
    expect(mail.to).toBe(before);
    expect(resetPath).toBe(`/compte/lien/${mail.token}`);
    const later = minutesLater(ctx, 61);
    const posted = { ...linkProof(mail, later.now), password: "Nouveau-2026", confirmation: "Nouveau-2026" };
    await expect(resetPassword(later, { ...posted, password: current, confirmation: current })).rejects.toMatchObject({
      fieldErrors: { password: expect.any(Array) as unknown },
    });
    await resetPassword(later, posted);
    await expect(enter(later, before, "Nouveau-2026")).resolves.toBeDefined();
    expect((await lastMailOf(ctx, "address-withdrawn")).to).toBe(after);
    expect(await auditOf(ctx, "address.main_undo")).toHaveLength(1);
  }));

test("MC-22 a thief's secondary address, passkey and pending requests go with the undo", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx, { secondaryAddress: "camille@maison.fr" });
    await ctx.db
      .update(accountAddresses)
      .set({ provedAt: minutesLater(ctx, -1e5).now })
      .where(eq(accountAddresses.kind, "secondary"));
    await requestSecondary(mine, { address: "voleur@un.fr", current });
    await proveSecondary(ctx, await lastMailOf(ctx, "secondary-to-prove"));
    await changed(ctx, mine, "voleur@deux.fr");
    const thief = as(ctx, { ...person, address: "voleur@deux.fr" });
    await requestSecondary(thief, { address: "voleur@trois.fr", current });
    await ctx.db.insert(passkeys).values({ accountId: person.accountId, credentialId: "x", publicKey: "x", counter: 0, name: "x" });
    await undoMainChange(ctx, await lastMailOf(ctx, "main-changed"));
    expect(await addressesOf(ctx, person.accountId)).toEqual({ main: before });
    expect(await ctx.db.$count(passkeys)).toBe(0);
    await expect(proveSecondary(ctx, await lastMailOf(ctx, "secondary-to-prove", "voleur@trois.fr"))).rejects.toMatchObject({
      code: "expired",
    });
  }));

test("MC-22 a secondary address proved long before stays after an undo", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx, { secondaryAddress: "camille@maison.fr" });
    await ctx.db
      .update(accountAddresses)
      .set({ provedAt: minutesLater(ctx, -1e5).now })
      .where(eq(accountAddresses.kind, "secondary"));
    await changed(ctx, mine);
    await undoMainChange(ctx, await lastMailOf(ctx, "main-changed"));
    expect(await addressesOf(ctx, person.accountId)).toEqual({ main: before, secondary: "camille@maison.fr" });
  }));

test("MC-22 changed twice by a thief: the first undo still gives the account back, and the thief's own undo is void", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx);
    await changed(ctx, mine, "voleur@un.fr");
    await changed(ctx, as(ctx, { ...person, address: "voleur@un.fr" }), "voleur@deux.fr");
    const thiefs = await lastMailOf(ctx, "main-changed", "voleur@un.fr");
    await undoMainChange(ctx, await lastMailOf(ctx, "main-changed", before));
    expect(await addressesOf(ctx, person.accountId)).toEqual({ main: before });
    await expect(undoMainChange(ctx, thiefs)).rejects.toMatchObject({ code: "expired" });
  }));

test("MC-22 after 72 hours it is too late, and the page says so", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx);
    await changed(ctx, mine);
    await expect(undoMainChange(minutesLater(ctx, 72 * 60), await lastMailOf(ctx, "main-changed"))).rejects.toMatchObject({
      code: "expired",
      message: expect.stringContaining("délai") as string,
    });
    expect(await addressesOf(ctx, person.accountId)).toEqual({ main: after });
  }));

test("MC-22 the former address taken by another account meanwhile: the undo says whom to call, and changes nothing", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx);
    await changed(ctx, mine);
    await makeAccount(ctx, { address: before });
    await expect(undoMainChange(ctx, await lastMailOf(ctx, "main-changed"))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("assistance") as string,
    });
    expect(await addressesOf(ctx, person.accountId)).toEqual({ main: after });
    await expect(enter(ctx, after)).resolves.toBeDefined();
  }));
