import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { expect, test } from "vitest";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { newChallenge } from "./altcha";
import { issueFormToken } from "./form-token";
import { proveHuman, requireCodeWithoutScript } from "./prove-human";
import type { HumanProof } from "./schemas";

const purpose = "sign-up";
const secondsAgo = (seconds: number) => new Date(testNow.getTime() - seconds * 1000);
const plain = (age: number, over: Partial<HumanProof> = {}): HumanProof => ({
  human: "on",
  formToken: issueFormToken(purpose, secondsAgo(age)),
  site_web: "",
  altcha: "",
  ...over,
});

/** What a browser with JavaScript posts. */
async function solved(since = testNow): Promise<HumanProof> {
  const challenge = await newChallenge(since);
  const solution = await solveChallenge({ challenge, deriveKey });
  return { human: "on", formToken: "", altcha: Buffer.from(JSON.stringify({ challenge, solution })).toString("base64") };
}

const inStory = (story: (ctx: Ctx) => Promise<void>) => inRolledBackTx((tx) => story(testCtx(tx.db)));
const onTheBox = (message: string) => ({ name: "Refusal", code: "invalid", message, fieldErrors: { human: [message] } });
const expiredAgain = onTheBox("La vérification a expiré, cochez à nouveau la case.");

test("MC-06 ticking the box in a browser with JavaScript is enough", () =>
  inStory(async (ctx) => {
    expect(await proveHuman(ctx, await solved(), purpose)).toEqual({ way: "altcha" });
  }));

test("MC-06 a proof is used once: the next post asks to tick again", () =>
  inStory(async (ctx) => {
    const proof = await solved();
    await proveHuman(ctx, proof, purpose);
    await expect(proveHuman(ctx, proof, purpose)).rejects.toMatchObject(expiredAgain);
  }));

test("MC-06 one proof posted twenty times at once passes once", () =>
  onCommittedCopy("captcha_race", async (db) => {
    const proof = await solved();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => proveHuman(testCtx(db), proof, purpose)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }));

test("MC-06 a proof ten minutes old asks to tick again", () =>
  inStory(async (ctx) => {
    await expect(proveHuman(ctx, await solved(secondsAgo(600)), purpose)).rejects.toMatchObject(expiredAgain);
  }));

test("MC-06 an invented proof is refused, and does not fall back to the plain way", () =>
  inStory(async (ctx) => {
    const message = "La vérification a échoué, cochez à nouveau la case.";
    for (const altcha of ["x", "e30=", "unreadable"])
      await expect(proveHuman(ctx, plain(60, { altcha }), purpose)).rejects.toMatchObject(onTheBox(message));
  }));

test("TR-41 without JavaScript the ticked box of a form shown between 3 seconds and 2 hours ago passes", () =>
  inStory(async (ctx) => {
    for (const age of [3, 60, 7_200]) expect(await proveHuman(ctx, plain(age), purpose)).toEqual({ way: "plain" });
  }));

test("TR-41 a form posted at once, or kept for hours, is refused with what to do", () =>
  inStory(async (ctx) => {
    await expect(proveHuman(ctx, plain(2.9), purpose)).rejects.toMatchObject(
      onTheBox("Le formulaire est parti très vite. Attendez quelques secondes, puis envoyez-le à nouveau."),
    );
    await expect(proveHuman(ctx, plain(7_201), purpose)).rejects.toMatchObject(
      onTheBox("La page est restée ouverte trop longtemps. Rechargez-la, puis cochez à nouveau la case."),
    );
  }));

test("TR-41 a robot that fills the hidden field, or brings no token or that of another form, is refused", () =>
  inStory(async (ctx) => {
    const others = [
      { site_web: "https://spam.example" },
      { formToken: "" },
      { formToken: issueFormToken("forgotten-password", secondsAgo(60)) },
    ];
    for (const over of others)
      await expect(proveHuman(ctx, plain(60, over), purpose)).rejects.toMatchObject({
        code: "invalid",
        fieldErrors: { human: [expect.any(String)] },
      });
  }));

test("TR-41 without JavaScript one network passes five times in a quarter of an hour, and others still pass", () =>
  inStory(async (ctx) => {
    for (let times = 0; times < 5; times += 1) await proveHuman(ctx, plain(60), purpose);
    await expect(proveHuman(ctx, plain(60), purpose)).rejects.toMatchObject({
      code: "limited",
      message: "Trop de demandes en peu de temps. Réessayez dans 15 minutes.",
    });
    expect(await proveHuman({ ...ctx, network: "198.51.100.4" }, plain(60), purpose)).toEqual({ way: "plain" });
    expect(await proveHuman(ctx, await solved(), purpose)).toEqual({ way: "altcha" });
  }));

test("MC-06 an answer for Google, on a site without Google's keys, is worth nothing by itself", () =>
  inStory(async (ctx) => {
    await expect(proveHuman(ctx, { human: "on", formToken: "", "g-recaptcha-response": "anything" }, purpose)).rejects.toMatchObject({
      code: "invalid",
    });
  }));

test("MC-06 behind a mailed link, without JavaScript, the code of the mail is asked for; with it, never", () => {
  expect(() => requireCodeWithoutScript({ way: "plain" }, null)).toThrow(
    "Recopiez aussi le code à 8 chiffres qui figure dans le courriel.",
  );
  expect(() => requireCodeWithoutScript({ way: "plain" }, "")).toThrow();
  requireCodeWithoutScript({ way: "plain" }, "12345678");
  requireCodeWithoutScript({ way: "altcha" }, null);
  requireCodeWithoutScript({ way: "recaptcha" }, null);
});
