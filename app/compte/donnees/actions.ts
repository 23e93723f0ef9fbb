"use server";

import { closeAccount } from "@/lib/accounts/closing/close-account";
import { closeAccountInput } from "@/lib/accounts/closing/schemas";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { closingRules } from "./closing-rules";

export const closeAccountAction = action({
  name: "account.close",
  policy: "signed_in",
  schema: closeAccountInput,
  secrets: ["current"],
  verb: (ctx, input) => closeAccount(ctx, input, closingRules),
  then: () => ({ redirectTo: paths.account.signIn({ message: "ferme" }), endsSession: true }),
});
