"use server";

import { changePassword } from "@/lib/accounts/passwords/change-password";
import { changePasswordInput } from "@/lib/accounts/passwords/schemas";
import { plural } from "@/lib/core/format";
import { action } from "@/lib/entry/action";

export const changePasswordAction = action({
  name: "password.change",
  policy: "signed_in",
  schema: changePasswordInput,
  limit: { points: 30, per: 900, by: "account" },
  secrets: ["current", "password", "confirmation"],
  verb: changePassword,
  then: ({ endedSessions, returnTo }) =>
    returnTo === undefined
      ? {
          message: `Vos changements ont été enregistrés.${endedSessions === 0 ? "" : ` ${plural(endedSessions, "autre appareil a été déconnecté", "autres appareils ont été déconnectés")}.`}`,
        }
      : { redirectTo: returnTo },
});
