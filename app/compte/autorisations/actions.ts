"use server";

import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { withdrawConsentInput } from "@/lib/accounts/consents/schemas";
import { withdrawConsent } from "@/lib/accounts/consents/withdraw-consent";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

export const withdrawConsentAction = action({
  name: "consent.withdraw",
  policy: "signed_in",
  schema: withdrawConsentInput,
  verb: withdrawConsent,
  then: ({ application }) => ({
    message: `${applicationOf(application).name} ne lit plus vos informations. La question vous sera posée à sa prochaine ouverture.`,
    refresh: paths.account.consents,
  }),
});
