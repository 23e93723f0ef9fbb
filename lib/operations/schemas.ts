import { z } from "zod";
import { canonicalAddress } from "@/lib/accounts/addresses/canonical-address";
import { civilities } from "@/lib/accounts/registration/vocabulary";
import { personName } from "@/lib/core/fields";

const address = z.string().transform((text, context) => {
  const canonical = canonicalAddress(text);
  if (canonical !== null) return canonical;
  context.addIssue({ code: "custom", message: "Adresse refusée." });
  return z.NEVER;
});

/** What the command line is told of a new administrator. */
export const newAdministrator = z.strictObject({
  address,
  civility: z.enum(civilities),
  firstName: personName("Prénom manquant."),
  lastName: personName("Nom manquant."),
});
export type NewAdministrator = z.output<typeof newAdministrator>;
