"use server";

import { acceptTerms } from "@/lib/accounts/consents/accept-terms";
import { decideConsent } from "@/lib/accounts/consents/decide-consent";
import { acceptTermsInput, decideConsentInput } from "@/lib/accounts/consents/schemas";
import { paths, safeReturn } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

export const decideConsentAction = action({
  name: "consent.decide",
  policy: "signed_in",
  schema: decideConsentInput,
  verb: decideConsent,
  then: ({ application, entered }, { retour }) => ({
    redirectTo: entered ? paths.account.enter(application, { retour: safeReturn(retour) }) : paths.launcher({ refus: application }),
  }),
});

export const acceptTermsAction = action({
  name: "terms.accept",
  policy: "signed_in",
  schema: acceptTermsInput,
  verb: acceptTerms,
  then: ({ application }, { retour }) => ({ redirectTo: paths.account.enter(application, { retour: safeReturn(retour) }) }),
});
