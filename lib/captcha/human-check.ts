import { env } from "@/lib/core/env";
import { issueFormToken } from "./form-token";

/**
 * What a page gives to the box: `<HumanCheck {...readHumanCheck("sign-up", ctx.now)} />`.
 * `purpose` names the form; `proveHuman` is given the same one. `siteKey` is reCAPTCHA's; null: ALTCHA.
 */
export const readHumanCheck = (purpose: string, now: Date): { readonly token: string; readonly siteKey: string | null } => ({
  token: issueFormToken(purpose, now),
  siteKey: env.RECAPTCHA_SITE_KEY ?? null,
});
