import { z } from "zod";
import { humanFields } from "@/lib/captcha/schemas";
import { identifier } from "@/lib/core/fields";

/** Eight digits as people type or paste them: spaces and hyphens do not count. */
export const mailedCode = z
  .string({ error: "Saisissez le code du courriel." })
  .max(40, { error: "Le code compte 8 chiffres." })
  .transform((text) => text.replace(/[\s.-]/gu, ""))
  .refine((text) => /^\d{8}$/u.test(text), { error: "Le code compte 8 chiffres." });

export const requestInput = z.strictObject({ requestId: identifier });
export const requestCodeInput = z.strictObject({ requestId: identifier, code: mailedCode });

/** What every page of a mailed link posts: the link, and the sign of a human (lib/accounts/links/require-sign.ts). */
export const linkFields = {
  ...humanFields,
  token: z.string().regex(/^[\w-]{43}$/u, { error: "Ce lien est incomplet." }),
  /** "pointer" when the button was pressed with a mouse or a finger. */
  sign: z.string().max(20).optional(),
  /** Typed by those who confirm with the keyboard. */
  word: z.string().max(40).optional(),
  /** Typed without JavaScript. */
  code: z.string().max(40).optional(),
} as const;

export const followLinkInput = z.strictObject(linkFields);
export type LinkProof = z.output<typeof followLinkInput>;
