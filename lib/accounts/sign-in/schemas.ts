import { z } from "zod";
import { mailAddress } from "@/lib/accounts/addresses/schemas";
import { authenticationAnswer } from "@/lib/accounts/second-factor/passkey-answers";
import { returnTo, ticked, typedPassword } from "@/lib/core/fields";

export const signInInput = z.strictObject({
  address: mailAddress(),
  password: typedPassword(),
  remember: ticked,
  retour: returnTo,
});
export type SignInInput = z.output<typeof signInInput>;

export const passkeySignInInput = z.strictObject({ answer: authenticationAnswer, remember: ticked, retour: returnTo });
