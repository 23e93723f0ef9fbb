import { z } from "zod";
import { mailAddress } from "@/lib/accounts/addresses/schemas";
import { linkFields } from "@/lib/accounts/links/schemas";
import { humanFields } from "@/lib/captcha/schemas";
import { returnTo, typedPassword } from "@/lib/core/fields";
import { brokenRules, ruleMessages, rulesKnownToAll } from "./rules";

/** "Mot de passe oublié" (MC-20). */
export const forgottenInput = z.strictObject({ ...humanFields, address: mailAddress() });
export type ForgottenInput = z.output<typeof forgottenInput>;

const chosenFields = {
  password: typedPassword("Choisissez un mot de passe."),
  confirmation: z.string({ error: "Saisissez le mot de passe une seconde fois." }).max(128, { error: "128 caractères au maximum." }),
} as const;

interface Chosen {
  readonly password: string;
  readonly confirmation: string;
}

/** What can be judged without knowing the person; the verb adds the rules of their applications, their names and their history. */
function checkChosen({ password, confirmation }: Chosen, context: z.RefinementCtx): void {
  const broken = brokenRules(password, { firstName: "", lastName: "" }, rulesKnownToAll);
  for (const message of ruleMessages(broken)) context.addIssue({ code: "custom", path: ["password"], message });
  if (confirmation !== password)
    context.addIssue({ code: "custom", path: ["confirmation"], message: "Les deux mots de passe ne sont pas les mêmes." });
}

/** The page of a reset link: the link, the sign of a human, the new password. */
export const resetPasswordInput = z.strictObject({ ...linkFields, ...chosenFields }).superRefine(checkChosen);
export type ResetPasswordInput = z.output<typeof resetPasswordInput>;

/** The change of a known password (MC-21). */
export const changePasswordInput = z
  .strictObject({ current: typedPassword("Saisissez votre mot de passe actuel."), ...chosenFields, retour: returnTo })
  .superRefine(checkChosen);
export type ChangePasswordInput = z.output<typeof changePasswordInput>;
