import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { consumeLimit, takePoint } from "@/lib/limits/consume-limit";
import { challengeLifetime, checkSolution } from "./altcha";
import { checkFormToken } from "./form-token";
import type { HumanProof } from "./schemas";
import { recaptchaSettings, type RecaptchaVerdict, verifyRecaptcha } from "./verify-recaptcha";

/** "plain": the box alone, from a browser without JavaScript (or that could not load the check). */
export type HumanWay = "altcha" | "recaptcha" | "plain";
export interface ProvedHuman {
  readonly way: HumanWay;
}

/** Seconds between showing a form and posting it, for the plain way. */
const plainAge = { least: 3, most: 7_200 } as const;
const plainLimit = { points: 5, per: 900 } as const;

/**
 * Tells a person from a robot, by the best sign that the form carries. To be called before the transaction: a
 * solution counts as used even when what follows is refused. Errors: a Refusal on the field `human`; "limited";
 * "unavailable" when Google does not answer.
 */
export async function proveHuman(ctx: Ctx, input: HumanProof, purpose: string): Promise<ProvedHuman> {
  if (isFilled(input.altcha)) {
    await acceptSolution(ctx, input.altcha);
    return { way: "altcha" };
  }
  const recaptcha = recaptchaSettings();
  const answer = input["g-recaptcha-response"];
  if (recaptcha !== null && isFilled(answer)) {
    acceptRecaptcha(await verifyRecaptcha(answer, recaptcha));
    return { way: "recaptcha" };
  }
  await acceptPlain(ctx, input, purpose);
  return { way: "plain" };
}

/** For the pages of mailed links: without JavaScript the code printed in the mail is the sign of a human (MC-06). */
export function requireCodeWithoutScript({ way }: ProvedHuman, code: string | null): void {
  if (way !== "plain" || isFilled(code)) return;
  const message = "Recopiez aussi le code à 8 chiffres qui figure dans le courriel.";
  throw new Refusal("invalid", message, { code: [message] });
}

const isFilled = (text: string | null | undefined): text is string => text !== undefined && text !== null && text !== "";

const expired = "La vérification a expiré, cochez à nouveau la case.";
const failed = "La vérification a échoué, cochez à nouveau la case.";

const refuse = (message: string): never => {
  throw new Refusal("invalid", message, { human: [message] });
};

async function acceptSolution(ctx: Ctx, payload: string): Promise<void> {
  const verdict = await checkSolution(payload, ctx.now);
  if (verdict.state !== "solved") return refuse(verdict.state === "expired" ? expired : failed);
  // Remembered for twice its life, so that no difference between two clocks makes it live again.
  const wait = await takePoint(ctx, "captcha.solution", verdict.challengeId, { points: 1, per: 2 * challengeLifetime });
  if (wait > 0) refuse(expired);
}

function acceptRecaptcha(verdict: RecaptchaVerdict): void {
  if (verdict !== "human") refuse(verdict === "expired" ? expired : failed);
}

async function acceptPlain(ctx: Ctx, input: HumanProof, purpose: string): Promise<void> {
  if (isFilled(input.site_web)) refuse("L’envoi ressemble à celui d’un robot. Rechargez la page, puis cochez à nouveau la case.");
  const age = checkFormToken(input.formToken, purpose, ctx.now);
  if (age === null) return refuse("La vérification a échoué. Rechargez la page, puis cochez à nouveau la case.");
  if (age < plainAge.least) refuse("Le formulaire est parti très vite. Attendez quelques secondes, puis envoyez-le à nouveau.");
  if (age > plainAge.most) refuse("La page est restée ouverte trop longtemps. Rechargez-la, puis cochez à nouveau la case.");
  await consumeLimit(ctx, "captcha.plain", ctx.network, plainLimit);
}
