"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { requestTrainerRegistration } from "@/lib/trainers/registration/request-trainer-registration";
import { trainerSignUpInput } from "@/lib/trainers/registration/schemas";

export const trainerSignUpAction = action({
  name: "registration.request_trainer",
  policy: "visitor",
  schema: trainerSignUpInput,
  limit: { points: 30, per: 3600, by: "network" },
  secrets: ["password", "confirmation", "altcha", "formToken", "human"],
  verb: requestTrainerRegistration,
  then: ({ requestId }) => ({ redirectTo: paths.account.signUpSent({ demande: requestId }) }),
});
