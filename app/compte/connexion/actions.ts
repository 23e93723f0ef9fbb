"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { requestPasskeySignIn } from "@/lib/accounts/second-factor/request-passkey";
import { nothing } from "@/lib/accounts/second-factor/schemas";
import { passkeySignInInput, signInInput } from "@/lib/accounts/sign-in/schemas";
import { signIn } from "@/lib/accounts/sign-in/sign-in";
import { signInWithPasskey } from "@/lib/accounts/sign-in/sign-in-with-passkey";

export const signInAction = action({
  name: "account.sign_in",
  policy: "visitor",
  schema: signInInput,
  secrets: ["password"],
  verb: signIn,
  then: ({ ticket, returnTo, asksSecondFactor }) => ({
    ticket,
    redirectTo: asksSecondFactor ? paths.account.secondFactor({ retour: returnTo }) : (returnTo ?? paths.applications),
  }),
});

export const requestPasskeySignInAction = action({
  name: "account.request_passkey_sign_in",
  policy: "visitor",
  schema: nothing,
  limit: { points: 60, per: 300, by: "network" },
  verb: (ctx) => requestPasskeySignIn(ctx),
  then: (options) => ({ message: "", data: options }),
});

export const passkeySignInAction = action({
  name: "account.sign_in_with_passkey",
  policy: "visitor",
  schema: passkeySignInInput,
  limit: { points: 60, per: 300, by: "network" },
  secrets: ["answer"],
  verb: signInWithPasskey,
  then: ({ ticket, returnTo }) => ({ ticket, redirectTo: returnTo ?? paths.applications }),
});
