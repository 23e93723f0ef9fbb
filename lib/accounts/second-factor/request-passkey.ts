import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { passkeys } from "@/db/schema/accounts";
import { requireFreshProof } from "@/lib/accounts/sign-in/require-fresh-proof";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { readInstitution } from "@/lib/settings/institution";
import { giveChallenge } from "./passkey-challenges";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { mayChangeFactors } from "./policy";
import { readFactors } from "./read-factors";
import { hasFactor } from "./rules";
import { relyingParty, userHandle } from "./relying-party";

/** What a device is asked to make a passkey for the person signed in. */
export async function requestPasskeyCreation(ctx: Ctx): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const person = personOf(ctx);
  requireFreshProof(ctx);
  ensure(mayChangeFactors(person, hasFactor(await readFactors(ctx, person.accountId))));
  return generateRegistrationOptions({
    rpName: `Mon Compte ${(await readInstitution(ctx)).shortName}`,
    rpID: relyingParty().id,
    userName: person.address,
    userDisplayName: `${person.firstName} ${person.lastName}`,
    userID: userHandle(person.accountId),
    challenge: Buffer.from(await giveChallenge(ctx, person.accountId), "base64url"),
    attestationType: "none",
    excludeCredentials: await credentialsOf(ctx, person.accountId),
    // Found without typing an address, and opened by a finger, a face or a code: hence both factors at once.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** What a device is asked to sign somebody in: any passkey of this site. */
export const requestPasskeySignIn = (ctx: Ctx): Promise<PublicKeyCredentialRequestOptionsJSON> => requestUse(ctx, null);

/** The same for the person signed in: one of their own passkeys. */
export const requestOwnPasskey = (ctx: Ctx): Promise<PublicKeyCredentialRequestOptionsJSON> => requestUse(ctx, personOf(ctx).accountId);

async function requestUse(ctx: Ctx, accountId: string | null): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: Buffer.from(await giveChallenge(ctx, accountId), "base64url"),
    userVerification: "required",
    ...(accountId === null ? {} : { allowCredentials: await credentialsOf(ctx, accountId) }),
  });
}

async function credentialsOf(ctx: Ctx, accountId: string): Promise<{ id: string; transports: string[] }[]> {
  return ctx.db
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId));
}
