import { type VerifiedRegistrationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { passkeys } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { changeFactors, markSession } from "./change-factors";
import type { RegistrationAnswer } from "./passkey-answers";
import { takeChallenge } from "./passkey-challenges";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { replaceRecoveryCodes } from "./recovery-codes";
import { relyingParty } from "./relying-party";
import { highestCounter, mostPasskeys } from "./rules";
import { tellFactorAdded } from "./tell-owner";

interface Registration {
  readonly name: string;
  readonly answer: RegistrationAnswer;
}

/** Keeps the passkey that a device just made. Gives the recovery codes when these are the account's first. */
export async function registerPasskey(ctx: Ctx, { name, answer }: Registration): Promise<{ codes: readonly string[] }> {
  const { credential, credentialBackedUp } = await verify(ctx, answer);
  return changeFactors(ctx, async (tx, person, before) => {
    const { accountId } = person;
    if (before.passkeys.length >= mostPasskeys)
      throw new Refusal("conflict", `Vous avez déjà ${mostPasskeys} clés d’accès. Retirez-en une qui ne sert plus.`);
    const stored = await tx.db
      .insert(passkeys)
      .values({
        accountId,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString("base64url"),
        counter: credential.counter,
        transports: answer.response.transports ?? [],
        name,
        backedUp: credentialBackedUp,
        createdAt: tx.now,
      })
      .onConflictDoNothing({ target: passkeys.credentialId })
      .returning({ id: passkeys.id });
    if (stored.length === 0) throw new Refusal("conflict", "Cette clé d’accès est déjà enregistrée.");
    const codes = before.recoveryCodesLeft === 0 ? await replaceRecoveryCodes(tx, accountId) : [];
    await markSession(tx, person);
    await audit(tx, {
      action: "account.factor_added",
      accountId,
      subject: { type: "account", id: accountId },
      details: { factor: "passkey", passkeyId: stored[0]?.id },
    });
    await tellFactorAdded(tx, accountId, { factor: "passkey", name });
    return { codes };
  });
}

type Verified = NonNullable<VerifiedRegistrationResponse["registrationInfo"]>;

async function verify(ctx: Ctx, answer: RegistrationAnswer): Promise<Verified> {
  const expectedChallenge = await takeChallenge(ctx, answer.response.clientDataJSON, personOf(ctx).accountId);
  const { id, origin } = relyingParty();
  const { clientDataJSON, attestationObject } = answer.response;
  const verified = await verifyRegistrationResponse({
    response: {
      id: answer.id,
      rawId: answer.rawId,
      type: answer.type,
      response: { clientDataJSON, attestationObject },
      clientExtensionResults: {},
    },
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch(() => null);
  const info = verified?.registrationInfo;
  if (info === undefined || info.credential.counter > highestCounter) {
    throw new Refusal("invalid", "Cette clé d’accès n’a pas pu être vérifiée. Recommencez, ou essayez avec un autre appareil.");
  }
  return info;
}
