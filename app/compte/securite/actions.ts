"use server";

import { confirmTotp } from "@/lib/accounts/second-factor/confirm-totp";
import { regenerateRecoveryCodes } from "@/lib/accounts/second-factor/regenerate-recovery-codes";
import { registerPasskey } from "@/lib/accounts/second-factor/register-passkey";
import { removeFactor } from "@/lib/accounts/second-factor/remove-factor";
import { renamePasskey } from "@/lib/accounts/second-factor/rename-passkey";
import { requestPasskeyCreation } from "@/lib/accounts/second-factor/request-passkey";
import {
  confirmTotpInput,
  nothing,
  registerPasskeyInput,
  removeFactorInput,
  renamePasskeyInput,
  startTotpInput,
} from "@/lib/accounts/second-factor/schemas";
import { startTotp } from "@/lib/accounts/second-factor/start-totp";
import { paths, safeReturn } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

export const startTotpAction = action({
  name: "account.start_totp",
  policy: "first_factor",
  schema: startTotpInput,
  verb: (ctx) => startTotp(ctx),
  then: (_, { retour }) => ({ redirectTo: paths.account.totp({ retour: safeReturn(retour) }), changesSession: true }),
});

export const confirmTotpAction = action({
  name: "account.confirm_totp",
  policy: "first_factor",
  schema: confirmTotpInput,
  secrets: ["code"],
  verb: confirmTotp,
  then: ({ codes }) => ({ message: "Votre application de codes est en service.", data: codes }),
});

export const regenerateRecoveryCodesAction = action({
  name: "account.regenerate_recovery_codes",
  policy: "signed_in",
  schema: nothing,
  verb: (ctx) => regenerateRecoveryCodes(ctx),
  then: ({ codes }) => ({ message: "Vos nouveaux codes de secours sont prêts.", data: codes }),
});

export const requestPasskeyCreationAction = action({
  name: "account.request_passkey_creation",
  policy: "first_factor",
  schema: nothing,
  limit: { points: 60, per: 300, by: "account" },
  verb: (ctx) => requestPasskeyCreation(ctx),
  then: (options) => ({ message: "", data: options }),
});

export const registerPasskeyAction = action({
  name: "account.register_passkey",
  policy: "first_factor",
  schema: registerPasskeyInput,
  limit: { points: 60, per: 300, by: "account" },
  secrets: ["answer"],
  verb: registerPasskey,
  then: ({ codes }) => ({ message: "Votre clé d’accès est enregistrée.", data: codes }),
});

export const renamePasskeyAction = action({
  name: "account.rename_passkey",
  policy: "signed_in",
  schema: renamePasskeyInput,
  verb: renamePasskey,
  then: () => ({ redirectTo: paths.account.chooseFactor({ fait: "renommee" }) }),
});

export const removeFactorAction = action({
  name: "account.remove_factor",
  policy: "signed_in",
  schema: removeFactorInput,
  verb: removeFactor,
  then: ({ factor }) => ({
    redirectTo: paths.account.chooseFactor({ fait: factor === "totp" ? "application-retiree" : "cle-retiree" }),
    changesSession: true,
  }),
});
