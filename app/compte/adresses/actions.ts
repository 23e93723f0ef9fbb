"use server";

import { removeSecondary } from "@/lib/accounts/addresses/remove-secondary";
import { requestMainChange } from "@/lib/accounts/addresses/request-main-change";
import { requestSecondary } from "@/lib/accounts/addresses/request-secondary";
import { cancelProof, resendProof } from "@/lib/accounts/addresses/resend-proof";
import { noInput, proofInput, requestAddressInput } from "@/lib/accounts/addresses/schemas";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

/** Back to the page, which says what was done: the part that was pressed may be there no more. */
const back = (message: string) => ({ redirectTo: paths.account.addressesAfter({ message }) });

export const requestSecondaryAction = action({
  name: "address.request_secondary",
  policy: "signed_in",
  schema: requestAddressInput,
  limit: { points: 20, per: 3600, by: "account" },
  secrets: ["current"],
  verb: requestSecondary,
  then: () => back("envoi"),
});

export const requestMainChangeAction = action({
  name: "address.request_main_change",
  policy: "signed_in",
  schema: requestAddressInput,
  limit: { points: 20, per: 3600, by: "account" },
  secrets: ["current"],
  verb: requestMainChange,
  then: () => back("envoi"),
});

export const removeSecondaryAction = action({
  name: "address.remove_secondary",
  policy: "signed_in",
  schema: noInput,
  verb: (ctx) => removeSecondary(ctx),
  then: () => back("retire"),
});

export const resendProofAction = action({
  name: "address.resend",
  policy: "signed_in",
  schema: proofInput,
  limit: { points: 20, per: 3600, by: "account" },
  verb: resendProof,
  then: () => back("renvoi"),
});

export const cancelProofAction = action({
  name: "address.cancel",
  policy: "signed_in",
  schema: proofInput,
  verb: cancelProof,
  then: () => back("annule"),
});
