"use server";

import { requestOwnPasskey } from "@/lib/accounts/second-factor/request-passkey";
import { nothing, provePasskeyInput, provePasswordInput } from "@/lib/accounts/second-factor/schemas";
import { proveByPasskey, proveByPassword } from "@/lib/accounts/sign-in/prove-again";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

export const proveByPasswordAction = action({
  name: "session.prove_by_password",
  policy: "first_factor",
  schema: provePasswordInput,
  secrets: ["password"],
  verb: proveByPassword,
  then: ({ returnTo }) => ({ redirectTo: returnTo ?? paths.account.security, changesSession: true }),
});

export const requestProofPasskeyAction = action({
  name: "session.request_proof_passkey",
  policy: "first_factor",
  schema: nothing,
  limit: { points: 60, per: 300, by: "account" },
  verb: (ctx) => requestOwnPasskey(ctx),
  then: (options) => ({ message: "", data: options }),
});

export const proveByPasskeyAction = action({
  name: "session.prove_by_passkey",
  policy: "first_factor",
  schema: provePasskeyInput,
  limit: { points: 60, per: 300, by: "account" },
  secrets: ["answer"],
  verb: proveByPasskey,
  then: ({ returnTo }) => ({ redirectTo: returnTo ?? paths.account.security, changesSession: true }),
});
