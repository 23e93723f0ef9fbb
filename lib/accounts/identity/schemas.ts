import { z } from "zod";
import { civilities } from "@/lib/accounts/registration/vocabulary";
import { optionalPersonName, personName, ticked, typedDay } from "@/lib/core/fields";
import { phoneNumber } from "@/lib/accounts/phone/schemas";

const empty = (text: unknown) => (typeof text === "string" && text.trim() === "" ? undefined : text);

export const changeIdentityInput = z.strictObject({
  civility: z.enum(civilities, { error: "Choisissez Mme ou M." }),
  firstName: personName("Indiquez votre prénom."),
  lastName: personName("Indiquez votre nom."),
  birthName: optionalPersonName("Indiquez votre nom de naissance."),
  bornOn: z.preprocess(empty, typedDay().optional()).transform((day) => day ?? null),
  phone: phoneNumber,
  /** What the form showed when it was opened (see identityVersion). */
  version: z.string().max(100),
  /** Ticked to save over what was changed elsewhere in the meantime. */
  overwrite: ticked,
});
export type ChangeIdentityInput = z.output<typeof changeIdentityInput>;
