import { z } from "zod";
import { typedPassword } from "@/lib/core/fields";
import { isCleanText } from "@/lib/core/text";
import { canonicalAddress } from "./canonical-address";
import { addressProofs } from "./vocabulary";

const wrong = "Indiquez une adresse complète, par exemple prenom.nom@ville.fr.";

/** A typed mail address; gives its canonical form, the only one that is kept and written to. */
export const mailAddress = (missing = "Indiquez votre adresse électronique.") =>
  z
    .string({ error: missing })
    .max(254, { error: "254 caractères au maximum.", abort: true })
    .refine(isCleanText, { error: wrong, abort: true })
    .refine((text) => text.trim() !== "", { error: missing, abort: true })
    .transform((text, context) => {
      const address = canonicalAddress(text);
      if (address !== null) return address;
      context.addIssue({ code: "custom", message: wrong });
      return z.NEVER;
    });

export const optionalMailAddress = z
  .string({ error: wrong })
  .optional()
  .transform((text) => (text === undefined || text.trim() === "" ? undefined : text))
  .pipe(mailAddress().optional())
  .transform((address) => address ?? null);

/** Another address for one's account, main or secondary, with the password that proves who asks. */
export const requestAddressInput = z.strictObject({
  address: mailAddress("Indiquez la nouvelle adresse."),
  current: typedPassword("Saisissez votre mot de passe actuel."),
});
export type RequestAddressInput = z.output<typeof requestAddressInput>;

/** Which of the addresses being proved a button is about. */
export const proofInput = z.strictObject({ purpose: z.enum(addressProofs, { error: "Cette demande est inconnue. Rechargez la page." }) });
export type ProofInput = z.output<typeof proofInput>;

export const noInput = z.strictObject({});
