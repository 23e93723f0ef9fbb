"use server";

import { followLink } from "@/lib/accounts/links/follow-link";
import { followLinkInput } from "@/lib/accounts/links/schemas";
import { resetPassword } from "@/lib/accounts/passwords/reset-password";
import { resetPasswordInput } from "@/lib/accounts/passwords/schemas";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

const linkSecrets = ["token", "altcha", "formToken", "human", "sign"];

export const followLinkAction = action({
  name: "account.follow_link",
  policy: "visitor",
  schema: followLinkInput,
  limit: { points: 60, per: 900, by: "network" },
  secrets: linkSecrets,
  verb: followLink,
  // Sessions may have ended, this one included.
  then: ({ next }) => ({ redirectTo: next, changesSession: true }),
});

export const resetPasswordAction = action({
  name: "password.reset",
  policy: "visitor",
  schema: resetPasswordInput,
  limit: { points: 60, per: 900, by: "network" },
  secrets: [...linkSecrets, "password", "confirmation"],
  verb: resetPassword,
  then: ({ address }) => ({ redirectTo: paths.account.signIn({ message: "mot-de-passe", courriel: address }), changesSession: true }),
});
