import { expect, test } from "vitest";
import { registrationRequests } from "@/db/schema/accounts";
import { settings } from "@/db/schema/platform";
import { makeAccount } from "@/db/testing/factories/accounts";
import { onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { auditOf, countWrites, inStory, lastMailOf, linkOf, mailsOf, minutesLater, plainHuman } from "@/lib/accounts/testing/mailed-story";
import { forgottenFormPurpose, requestReset } from "./request-reset";

const main = "camille@ville.fr";
const ask = (ctx: Ctx, address = main) => requestReset(ctx, { ...plainHuman(forgottenFormPurpose, ctx.now), address });

test("MC-20 a forgotten password: a link valid one hour, which the log tells of", () =>
  inStory(async (ctx) => {
    const { accountId } = await makeAccount(ctx, { address: main });
    expect(await ask(ctx)).toEqual({ validFor: "1 heure" });
    const mail = await lastMailOf(ctx, "reset-password");
    const link = await linkOf(ctx, mail);
    expect(mail.to).toBe(main);
    expect(link).toMatchObject({ purpose: "reset_password", subjectId: accountId, usedAt: null, voidedAt: null });
    expect(link.expiresAt.getTime() - ctx.now.getTime()).toBe(3_600_000);
    expect(await auditOf(ctx, "password.reset_request")).toMatchObject([{ accountId, details: { sent: true } }]);
  }));

test("MC-21 the same link goes to the main and to the secondary address, whichever was typed", () =>
  inStory(async (ctx) => {
    await makeAccount(ctx, { address: main, secondaryAddress: "camille@maison.fr" });
    await ask(ctx, "camille@maison.fr");
    const mails = await mailsOf(ctx, "reset-password");
    expect(mails.map(({ to }) => to)).toEqual(["camille@maison.fr", main]);
    expect(new Set(mails.map(({ token }) => token)).size).toBe(1);
    expect(mails.map(({ props }) => props["address"])).toEqual([main, main]);
  }));

test("MC-20 the delay is the one of the settings", () =>
  inStory(async (ctx) => {
    await makeAccount(ctx, { address: main });
    await ctx.db.insert(settings).values({ key: "password.resetMinutes", value: 30, updatedAt: ctx.now });
    await ask(ctx);
    expect((await linkOf(ctx, await lastMailOf(ctx, "reset-password"))).expiresAt.getTime() - ctx.now.getTime()).toBe(30 * 60_000);
  }));

test("MC-20 asking again voids the earlier link", () =>
  inStory(async (ctx) => {
    await makeAccount(ctx, { address: main });
    await ask(ctx);
    const first = await lastMailOf(ctx, "reset-password");
    await ask(minutesLater(ctx, 1));
    expect(await mailsOf(ctx, "reset-password")).toHaveLength(2);
    expect(await linkOf(ctx, first)).toMatchObject({ voidReason: "newer_link" });
  }));

test("MC-07 MC-20 asked again: at once, then after 1, 5 and 15 minutes; too early nothing goes out, the answer stays the same and the last link good", () =>
  inStory(async (ctx) => {
    await makeAccount(ctx, { address: main });
    // Each figure: minutes since the beginning, and how many mails have gone out by then.
    const steps = [
      [0, 1],
      [0, 2],
      [0.9, 2],
      [1, 3],
      [5.9, 3],
      [6, 4],
      [20.9, 4],
      [21, 5],
      [35.9, 5],
      [36, 6],
    ] as const;
    const answers = [];
    for (const [at, sent] of steps) {
      const then = { ...minutesLater(ctx, at), network: `192.0.2.${Math.round(at * 10) % 200}` };
      answers.push(await ask(then));
      expect(await mailsOf(ctx, "reset-password"), `after ${at} minutes`).toHaveLength(sent);
    }
    expect(new Set(answers.map(({ validFor }) => validFor)).size).toBe(1);
    expect(await linkOf(ctx, await lastMailOf(ctx, "reset-password"))).toMatchObject({ voidedAt: null });
  }));

test("MC-20 once the last link has expired, the next one goes at once", () =>
  inStory(async (ctx) => {
    await makeAccount(ctx, { address: main });
    for (const at of [0, 0, 1, 6]) await ask(minutesLater(ctx, at));
    await ask(minutesLater(ctx, 67));
    expect(await mailsOf(ctx, "reset-password")).toHaveLength(5);
  }));

test("MC-20 an address with only an unconfirmed sign-up gets its confirmation anew", () =>
  inStory(async (ctx) => {
    await aRequest(ctx, 72);
    await ask(ctx);
    expect(await lastMailOf(ctx, "confirm-registration")).toMatchObject({ to: main });
    expect(await mailsOf(ctx, "reset-password")).toEqual([]);
  }));

test("MC-07 a sign-up past its delay counts no more: the address is unknown", () =>
  inStory(async (ctx) => {
    await aRequest(ctx, -1);
    await ask(ctx);
    expect(await mailsOf(ctx, "confirm-registration")).toEqual([]);
    expect(await lastMailOf(ctx, "reset-unknown")).toMatchObject({ to: main });
  }));

test("MC-20 known, waiting or unknown: the same answer and the same writes, the first time and when asked too soon", () =>
  inStory(async (ctx) => {
    await makeAccount(ctx, { address: main });
    await aRequest(ctx, 72, "attente@ville.fr");
    const told = [];
    for (const address of [main, "attente@ville.fr", "inconnue@ville.fr"]) {
      const network = `2001:db8:${told.length}::1`;
      const trail = [];
      for (const at of [0, 0, 0.5]) {
        const before = await countWrites(ctx);
        const answer = await ask({ ...minutesLater(ctx, at), network }, address);
        const after = await countWrites(ctx);
        trail.push({ answer, mails: after.mails - before.mails, links: after.links - before.links, audit: after.audit - before.audit });
      }
      told.push(trail);
    }
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    expect(told[0]?.map(({ mails }) => mails)).toEqual([1, 1, 0]);
  }));

test("MC-20 the mail to an unknown address holds no link", () =>
  inStory(async (ctx) => {
    await ask(ctx, "inconnue@ville.fr");
    expect(await lastMailOf(ctx, "reset-unknown")).toMatchObject({ url: "", code: "", props: { address: "inconnue@ville.fr" } });
  }));

test("MC-20 a closed account is an unknown address", () =>
  inStory(async (ctx) => {
    await makeAccount(ctx, { address: main, closedAt: ctx.now });
    await ask(ctx);
    expect(await mailsOf(ctx, "reset-password")).toEqual([]);
  }));

test("MC-20 without the sign of a human nothing is written", () =>
  inStory(async (ctx) => {
    await makeAccount(ctx, { address: main });
    const before = await countWrites(ctx);
    await expect(requestReset(ctx, { ...plainHuman("another form"), address: main })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { human: expect.any(Array) as unknown },
    });
    expect(await countWrites(ctx)).toEqual(before);
  }));

test("MC-20 asked by five browsers at once: the two that may go out do, and one link lives", () =>
  onCommittedCopy("reset_requests", async (db) => {
    const ctx = testCtx(db);
    await makeAccount(ctx, { address: main });
    await Promise.all([1, 2, 3, 4, 5].map((host) => ask({ ...ctx, network: `192.0.2.${host}` })));
    const mails = await mailsOf(ctx, "reset-password");
    expect(mails).toHaveLength(2);
    const links = await Promise.all(mails.map((mail) => linkOf(ctx, mail)));
    expect(links.filter(({ voidedAt }) => voidedAt === null)).toHaveLength(1);
  }));

async function aRequest(ctx: Ctx, hours: number, address = main): Promise<void> {
  await ctx.db.insert(registrationRequests).values({
    application: "compte",
    civility: "mme",
    firstName: "Camille",
    lastName: "Durand",
    address,
    canonical: address,
    passwordHash: "not a hash",
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + hours * 3_600_000),
  });
}
