import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { mailedLinks } from "@/db/schema/access";
import { accountAddresses, accounts, registrationRequests } from "@/db/schema/accounts";
import { makeAccount } from "@/db/testing/factories/accounts";
import { onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { linkState } from "@/lib/accounts/links/rules";
import { requestReset, forgottenFormPurpose } from "@/lib/accounts/passwords/request-reset";
import { inStory, lastMailOf, linkOf, mailsOf, minutesLater, plainHuman } from "@/lib/accounts/testing/mailed-story";
import type { Ctx } from "@/lib/core/ctx";
import { confirmByCode, confirmByLink } from "./confirm-registration";
import { purgeRequestsJob } from "./purge-requests-job";
import { requestRegistration } from "./request-registration";
import { resendConfirmation } from "./resend-confirmation";
import { formadistSignUpInput, signUpInput } from "./schemas";

const address = "camille@ville.fr";
const person = {
  application: "compte",
  civility: "mme",
  firstName: "Camille",
  lastName: "Durand",
  address,
  password: "Motdepasse-2026",
  confirmation: "Motdepasse-2026",
};
const distance = { ...person, application: "formadist", human: "on", bornOn: "01/02/1980", addressAgain: address };

/** Each from a place of its own, so that no limit by network counts. */
let places = 0;
const signUp = (ctx: Ctx, over: Partial<typeof person> = {}) =>
  requestRegistration(
    { ...ctx, network: `198.51.100.${(places += 1)}` },
    signUpInput.parse({ ...plainHuman("sign-up", ctx.now), ...person, ...over }),
  );
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

describe("MC-05 MC-06 signing up", () => {
  test("MC-06 the link, or the code, of the mail makes the account; the request is gone, and neither serves twice", () =>
    inStory(async (ctx) => {
      await signUp(ctx);
      const mail = await lastMailOf(ctx, "confirm-registration", address);
      expect(await ctx.db.$count(accounts)).toBe(0);
      expect(await confirmByLink(ctx, mail)).toEqual({ address, returnTo: null });
      expect(await ctx.db.select({ address: accountAddresses.address, kind: accountAddresses.kind }).from(accountAddresses)).toEqual([
        { address, kind: "main" },
      ]);
      expect(await ctx.db.$count(registrationRequests)).toBe(0);
      await expect(confirmByLink(ctx, mail)).rejects.toMatchObject({ code: "expired" });
      const { requestId } = await signUp(ctx, { address: "alix@ville.fr" });
      const { code } = await lastMailOf(ctx, "confirm-registration", "alix@ville.fr");
      expect(await confirmByCode(ctx, { requestId, code })).toMatchObject({ address: "alix@ville.fr" });
      expect(await outcome(confirmByCode(ctx, { requestId, code }))).toBe("expired");
    }));

  test("MC-07 two sign-ups for one address confirmed at the same moment: one account, and the other person is told", () =>
    onCommittedCopy("two_sign_ups", async (db) => {
      const ctx = testCtx(db);
      for (let round = 0; round < 8; round += 1) {
        const one = { address: `round${round}@ville.fr` };
        await signUp(ctx, one);
        await signUp(ctx, one);
        const received = await mailsOf(ctx, "confirm-registration", one.address);
        const outcomes = await Promise.all(received.map((mail) => outcome(confirmByLink(ctx, mail))));
        expect(outcomes.filter((each) => each === "done")).toHaveLength(1);
        expect(outcomes.filter((each) => each === "conflict" || each === "expired")).toHaveLength(1);
      }
      expect(await db.$count(accounts)).toBe(8);
    }));
});

test("MC-07 once one of two sign-ups is confirmed, the link of the other says that it has served, whichever it is", () =>
  inStory(async (ctx) => {
    await signUp(ctx);
    await signUp(ctx);
    const [one, other] = await mailsOf(ctx, "confirm-registration", address);
    if (one === undefined || other === undefined) throw new Error("two mails were expected");
    await confirmByLink(ctx, one);
    expect(linkState(await linkOf(ctx, other), ctx.now)).toBe("used");
    expect(await outcome(confirmByLink(ctx, other))).toBe("expired");
  }));

describe("MC-07 asking for the mail again", () => {
  test("MC-07 pressed four times at once, one mail goes out", () =>
    onCommittedCopy("resend_race", async (db) => {
      const ctx = testCtx(db);
      const { requestId } = await signUp(ctx);
      const outcomes = await Promise.all([1, 2, 3, 4].map(() => outcome(resendConfirmation(minutesLater(ctx, 1), { requestId }))));
      expect(outcomes.sort()).toEqual(["done", "limited", "limited", "limited"]);
      expect(await mailsOf(ctx, "confirm-registration")).toHaveLength(2);
    }));

  test.each([["compte"], ["intervenants"]])(
    "MC-04 from %s, an address that has an account answers as another one does, as long as one asks",
    (application) =>
      inStory(async (ctx) => {
        await makeAccount(ctx, { address });
        const known = await signUp(ctx, { application });
        const unknown = await signUp(ctx, { application, address: "alix@ville.fr" });
        for (const hours of [1, 71, 73, 167, 169]) {
          const then = minutesLater(ctx, hours * 60);
          await purgeRequestsJob.run(then, { asOf: then.now });
          const answer = await outcome(resendConfirmation(then, known));
          expect(answer, `after ${hours} hours`).toBe(await outcome(resendConfirmation(then, unknown)));
        }
      }),
  );
});

test("MC-04 MC-20 signing up again and again with somebody's address neither fills their mailbox nor voids the link they asked for", () =>
  inStory(async (ctx) => {
    const { accountId } = await makeAccount(ctx, { address });
    await requestReset(ctx, { ...plainHuman(forgottenFormPurpose, ctx.now), address });
    await requestReset(ctx, { ...plainHuman(forgottenFormPurpose, ctx.now), address });
    const theirs = await linkOf(ctx, await lastMailOf(ctx, "reset-password"));
    for (const seconds of [10, 20, 30]) await signUp(minutesLater(ctx, seconds / 60));
    const [live] = await ctx.db.select().from(mailedLinks).where(eq(mailedLinks.id, theirs.id));
    expect(live).toMatchObject({ subjectId: accountId, voidedAt: null });
    expect(await mailsOf(ctx, "registration-known")).toHaveLength(0);
    await signUp(minutesLater(ctx, 1));
    expect(await mailsOf(ctx, "registration-known")).toHaveLength(1);
  }));

test("MC-11 one address is signed up five times an hour, wherever it is asked from; others are not concerned", () =>
  inStory(async (ctx) => {
    for (let times = 0; times < 5; times += 1) await signUp(ctx);
    expect(await outcome(signUp(ctx))).toBe("limited");
    expect(await ctx.db.$count(registrationRequests)).toBe(5);
    await signUp(ctx, { address: "alix@ville.fr" });
  }));

describe("MC-02 the form of distance learning", () => {
  test("MC-02 the telephone is kept as the account keeps it", () => {
    expect(formadistSignUpInput.parse({ ...distance, phone: "06 12 34 56 78" })).toMatchObject({ phone: "+33612345678" });
    expect(formadistSignUpInput.parse({ ...distance, phone: "" })).toMatchObject({ phone: null });
  });

  test.each([
    ["phone", "pas un numéro"],
    ["birthName", "<b>42</b>"],
  ])("MC-02 what the account would refuse as %s is refused at once", (field, typed) => {
    const parsed = formadistSignUpInput.safeParse({ ...distance, [field]: typed });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });

  test.each([["01/02/2027"], ["01/02/2020"]])("MC-02 nobody born on %s signs up", (bornOn) =>
    inStory(async (ctx) => {
      const input = formadistSignUpInput.parse({ ...plainHuman("sign-up", ctx.now), ...distance, bornOn });
      await expect(requestRegistration({ ...ctx, network: "198.51.100.250" }, input)).rejects.toMatchObject({
        code: "invalid",
        fieldErrors: { bornOn: [expect.any(String)] },
      });
      expect(await ctx.db.$count(registrationRequests)).toBe(0);
    }),
  );
});
