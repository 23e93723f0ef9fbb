import { proveHuman, requireCodeWithoutScript } from "@/lib/captcha/prove-human";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { fold } from "@/lib/core/text";
import type { MailedLink } from "./read-link";
import type { LinkProof } from "./schemas";
import { tryCode } from "./try-code";

/** Name of the form, for the signed token of its human check. */
export const linkFormPurpose = "mailed-link";

/**
 * The sign that a person, not a mail scanner, acts on a mailed link (MC-06). Scanners follow links, run the page's
 * scripts, wait, press Tab, Enter and Space: so beside the box, the button must be pressed with a pointer, or the word
 * OUI typed; without JavaScript, the code printed in the mail.
 */
export async function requireSign(ctx: Ctx, link: MailedLink, input: LinkProof): Promise<void> {
  const proof = await proveHuman(ctx, input, linkFormPurpose);
  if (proof.way === "plain") {
    requireCodeWithoutScript(proof, input.code ?? null);
    const code = (input.code ?? "").replace(/\D/gu, "");
    return tryCode(ctx, { purpose: link.purpose, subjectId: link.subjectId, code });
  }
  if (input.sign === "pointer" || fold(input.word ?? "") === "oui") return;
  throw new Refusal("invalid", "Encore une étape pour montrer que ce n’est pas un robot de messagerie.", {
    word: ["Tapez le mot OUI, puis appuyez sur « Confirmer »."],
  });
}
