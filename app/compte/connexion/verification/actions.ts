"use server";

import { passPasskey } from "@/lib/accounts/second-factor/pass-passkey";
import { passRecoveryCode } from "@/lib/accounts/second-factor/pass-recovery-code";
import { passTotp } from "@/lib/accounts/second-factor/pass-totp";
import { requestOwnPasskey } from "@/lib/accounts/second-factor/request-passkey";
import { nothing, passPasskeyInput, passRecoveryInput, passTotpInput } from "@/lib/accounts/second-factor/schemas";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

export const passTotpAction = action({
  name: "session.pass_totp",
  policy: "first_factor",
  schema: passTotpInput,
  secrets: ["code"],
  verb: passTotp,
  then: ({ returnTo }) => ({ redirectTo: returnTo ?? paths.applications, changesSession: true }),
});

export const passRecoveryCodeAction = action({
  name: "session.pass_recovery_code",
  policy: "first_factor",
  schema: passRecoveryInput,
  secrets: ["recoveryCode"],
  verb: passRecoveryCode,
  then: ({ returnTo }) => ({ redirectTo: returnTo ?? paths.applications, changesSession: true }),
});

export const requestOwnPasskeyAction = action({
  name: "session.request_passkey",
  policy: "first_factor",
  schema: nothing,
  limit: { points: 60, per: 300, by: "account" },
  verb: (ctx) => requestOwnPasskey(ctx),
  then: (options) => ({ message: "", data: options }),
});

export const passPasskeyAction = action({
  name: "session.pass_passkey",
  policy: "first_factor",
  schema: passPasskeyInput,
  limit: { points: 60, per: 300, by: "account" },
  secrets: ["answer"],
  verb: passPasskey,
  then: ({ returnTo }) => ({ redirectTo: returnTo ?? paths.applications, changesSession: true }),
});
