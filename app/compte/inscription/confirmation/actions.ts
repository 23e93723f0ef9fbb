"use server";

import { confirmByCode } from "@/lib/accounts/registration/confirm-registration";
import { resendConfirmation } from "@/lib/accounts/registration/resend-confirmation";
import { requestCodeInput, requestInput } from "@/lib/accounts/links/schemas";
import { paths, safeReturn } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

export const confirmByCodeAction = action({
  name: "registration.confirm_by_code",
  policy: "visitor",
  schema: requestCodeInput,
  limit: { points: 30, per: 900, by: "network" },
  verb: confirmByCode,
  then: ({ address, returnTo }) => ({
    redirectTo: paths.account.signIn({ message: "confirme", courriel: address, retour: safeReturn(returnTo) }),
  }),
});

export const resendConfirmationAction = action({
  name: "registration.resend",
  policy: "visitor",
  schema: requestInput,
  limit: { points: 20, per: 900, by: "network" },
  verb: resendConfirmation,
  then: ({ next }) => ({ message: `Un nouveau courriel vient de partir ; les liens précédents ne fonctionnent plus. ${next}` }),
});
