import { z } from "zod";
import { applicationIds, dataScopes } from "@/lib/accounts/applications/vocabulary";
import { accepted, identifier, returnTo } from "@/lib/core/fields";

const application = z.enum(applicationIds, { error: "Cette application est inconnue." });
/** The data named on the screen, so that nothing is given that was not shown; one name alone is a list too. */
const shownScopes = z.preprocess(
  (value) => (typeof value === "string" ? [value] : value),
  z.array(z.enum(dataScopes)).min(1).max(dataScopes.length),
);

/** The three buttons of the consent screen: one form, `decision` says which was pressed. */
export const decideConsentInput = z.strictObject({
  application,
  scopes: shownScopes,
  decision: z.enum(["always", "once", "refused"], { error: "Choisissez l’un des trois boutons." }),
  retour: returnTo,
});
export type DecideConsentInput = z.output<typeof decideConsentInput>;

export const withdrawConsentInput = z.strictObject({ consentId: identifier });

export const acceptTermsInput = z.strictObject({
  application,
  document: z.string().max(100),
  version: z.string().max(40),
  accepted: accepted("Cochez la case pour accepter, ou revenez à vos applications."),
  retour: returnTo,
});
export type AcceptTermsInput = z.output<typeof acceptTermsInput>;
