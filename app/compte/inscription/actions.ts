"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { requestRegistration } from "@/lib/accounts/registration/request-registration";
import { formadistSignUpInput, signUpInput } from "@/lib/accounts/registration/schemas";

export const signUpAction = action({
  name: "registration.request",
  policy: "visitor",
  schema: signUpInput,
  limit: { points: 30, per: 3600, by: "network" },
  secrets: ["password", "confirmation", "altcha", "formToken", "human"],
  verb: requestRegistration,
  then: ({ requestId }) => ({ redirectTo: paths.account.signUpSent({ demande: requestId }) }),
});

export const formadistSignUpAction = action({
  name: "registration.request_formadist",
  policy: "visitor",
  schema: formadistSignUpInput,
  limit: { points: 30, per: 3600, by: "network" },
  secrets: ["password", "confirmation", "altcha", "formToken", "human"],
  verb: requestRegistration,
  then: ({ requestId }) => ({ redirectTo: paths.account.signUpSent({ demande: requestId }) }),
});
