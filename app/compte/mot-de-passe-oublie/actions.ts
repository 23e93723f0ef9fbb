"use server";

import { requestReset } from "@/lib/accounts/passwords/request-reset";
import { forgottenInput } from "@/lib/accounts/passwords/schemas";
import { action } from "@/lib/entry/action";

export const forgottenAction = action({
  name: "password.request_reset",
  policy: "visitor",
  schema: forgottenInput,
  limit: { points: 30, per: 3600, by: "network" },
  secrets: ["altcha", "formToken", "human"],
  verb: requestReset,
  then: ({ validFor }) => ({
    message: `Votre demande est prise en compte : ouvrez le courriel envoyé à cette adresse. Le lien pour choisir un nouveau mot de passe est valable ${validFor}.`,
  }),
});
