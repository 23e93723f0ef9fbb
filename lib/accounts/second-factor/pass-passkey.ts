import type { Ctx } from "@/lib/core/ctx";
import { checkPasskey, holdPasskey } from "./check-passkey";
import { passFactor, type PassedFactor } from "./pass-factor";
import type { AuthenticationAnswer } from "./passkey-answers";
import { personOf } from "@/lib/accounts/second-factor/person-of";

interface PasskeyGiven {
  readonly answer: AuthenticationAnswer;
  readonly retour?: string | undefined;
}

/** Gives this session its second factor with one of the person's passkeys. */
export async function passPasskey(ctx: Ctx, { answer, retour }: PasskeyGiven): Promise<PassedFactor> {
  // Outside the transaction: a used challenge stays used whatever follows.
  const checked = await checkPasskey(ctx, answer, personOf(ctx).accountId);
  return passFactor(ctx, { way: "passkey", retour }, (tx) => holdPasskey(tx, checked));
}
