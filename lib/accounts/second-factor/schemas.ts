import { z } from "zod";
import { identifier, line, returnTo, typedPassword } from "@/lib/core/fields";
import { authenticationAnswer, registrationAnswer } from "./passkey-answers";
import { canonicalRecoveryCode } from "./recovery-code-text";

/** Six digits as people type or paste them. */
const totpCode = z
  .string({ error: "Saisissez le code affiché par votre application." })
  .max(40, { error: "Le code compte 6 chiffres." })
  .transform((text) => text.replace(/[\s.-]/gu, ""))
  .refine((text) => /^\d{6}$/u.test(text), { error: "Le code compte 6 chiffres." });

const recoveryCode = z
  .string({ error: "Saisissez l’un de vos codes de secours." })
  .max(40, { error: "Un code de secours compte 10 caractères, par exemple 7k3mx-p9dqa." })
  .transform((text, context) => {
    const code = canonicalRecoveryCode(text);
    if (code !== null) return code;
    context.addIssue({ code: "custom", message: "Un code de secours compte 10 caractères, par exemple 7k3mx-p9dqa." });
    return z.NEVER;
  });

const passkeyName = line(60, "Donnez un nom à cette clé, par exemple « Téléphone ».");

export const nothing = z.strictObject({});
export const startTotpInput = z.strictObject({ retour: returnTo });
export const confirmTotpInput = z.strictObject({ code: totpCode });
export const passTotpInput = z.strictObject({ code: totpCode, retour: returnTo });
export const passRecoveryInput = z.strictObject({ recoveryCode, retour: returnTo });
export const passPasskeyInput = z.strictObject({ answer: authenticationAnswer, retour: returnTo });
export const registerPasskeyInput = z.strictObject({ name: passkeyName, answer: registrationAnswer });
/** What the browser can check before the device is asked. */
export const passkeyNameInput = z.strictObject({ name: passkeyName });
export const renamePasskeyInput = z.strictObject({ id: identifier, name: passkeyName });
export const removeFactorInput = z.strictObject({ factor: z.union([z.literal("totp"), identifier]) });
export const resetFactorsInput = z.strictObject({ accountId: identifier });
export const provePasswordInput = z.strictObject({ password: typedPassword(), retour: returnTo });
export const provePasskeyInput = passPasskeyInput;
