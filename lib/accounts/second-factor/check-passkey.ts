import { verifyAuthenticationResponse, type WebAuthnCredential } from "@simplewebauthn/server";
import { and, eq, lt } from "drizzle-orm";
import { passkeys } from "@/db/schema/accounts";
import { lockPerson } from "@/lib/accounts/people/lock-person";
import { auditLook } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import type { AuthenticationAnswer } from "./passkey-answers";
import { takeChallenge } from "./passkey-challenges";
import { relyingParty, userHandleText } from "./relying-party";
import { highestCounter, isCounterFresh } from "./rules";

type Passkey = typeof passkeys.$inferSelect;

export interface CheckedPasskey {
  readonly accountId: string;
  readonly passkeyId: string;
}

/**
 * Verifies what a device signed, with any passkey of the site (`owner` null) or with one of this account. Gives whose
 * it is; throws what to tell the person. A counter that goes back means a copied key: refused, and written down.
 */
export async function checkPasskey(ctx: Ctx, answer: AuthenticationAnswer, owner: string | null): Promise<CheckedPasskey> {
  const expectedChallenge = await takeChallenge(ctx, answer.response.clientDataJSON, owner);
  const [passkey] = await ctx.db.select().from(passkeys).where(eq(passkeys.credentialId, answer.id));
  if (passkey === undefined || (owner !== null && passkey.accountId !== owner)) throw unknownKey();
  const { newCounter, backedUp } = await verifySignature(passkey, answer, expectedChallenge);
  if (!isCounterFresh(passkey.counter, newCounter) || !(await advance(ctx, passkey.id, newCounter, backedUp))) {
    await auditLook(ctx, {
      action: "account.passkey_copied",
      accountId: passkey.accountId,
      subject: { type: "passkey", id: passkey.id },
      details: { stored: passkey.counter, given: newCounter },
    });
    throw new Refusal(
      "invalid",
      "Cette clé d’accès semble avoir été copiée : elle est refusée. Connectez-vous autrement, puis retirez-la de votre compte.",
    );
  }
  return { accountId: passkey.accountId, passkeyId: passkey.id };
}

/** Locks the account and makes sure of the passkey: one taken away while it was being verified opens nothing. */
export async function holdPasskey(tx: TxCtx, { accountId, passkeyId }: CheckedPasskey): Promise<void> {
  await lockPerson(tx, accountId);
  const held = await tx.db
    .select({ id: passkeys.id })
    .from(passkeys)
    .where(and(eq(passkeys.id, passkeyId), eq(passkeys.accountId, accountId)));
  if (held.length === 0) throw unknownKey();
}

const unknownKey = () =>
  new Refusal(
    "invalid",
    "Cette clé d’accès n’est pas, ou n’est plus, enregistrée ici. Choisissez-en une autre ou connectez-vous autrement.",
  );

async function verifySignature(
  passkey: Passkey,
  answer: AuthenticationAnswer,
  expectedChallenge: string,
): Promise<{ newCounter: number; backedUp: boolean }> {
  const { userHandle, ...signed } = answer.response;
  if (userHandle !== undefined && userHandle !== userHandleText(passkey.accountId)) throw unknownKey();
  const { id, origin } = relyingParty();
  // The counter is compared afterwards, with the stored one locked: here any value passes.
  const credential: WebAuthnCredential = {
    id: passkey.credentialId,
    publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
    counter: 0,
  };
  const verified = await verifyAuthenticationResponse({
    response: { id: answer.id, rawId: answer.rawId, type: answer.type, response: signed, clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    credential,
    requireUserVerification: true,
  }).catch(() => null);
  if (verified === null || !verified.verified || verified.authenticationInfo.newCounter > highestCounter) {
    throw new Refusal("invalid", "La réponse de votre clé d’accès n’a pas pu être vérifiée. Recommencez.");
  }
  return { newCounter: verified.authenticationInfo.newCounter, backedUp: verified.authenticationInfo.credentialBackedUp };
}

/** Guarded, so that of two answers with one counter, one passes. */
async function advance(ctx: Ctx, id: string, counter: number, backedUp: boolean): Promise<boolean> {
  const notBack = counter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, counter);
  const moved = await ctx.db
    .update(passkeys)
    .set({ counter, backedUp, lastUsedAt: ctx.now })
    .where(and(eq(passkeys.id, id), notBack))
    .returning({ id: passkeys.id });
  return moved.length === 1;
}
