import { randomUUID } from "node:crypto";
import { registrationRequests } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import { findOwner } from "@/lib/accounts/addresses/find-owner";
import { proveHuman } from "@/lib/captcha/prove-human";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { classesOf } from "@/lib/accounts/passwords/rules";
import { bornOnRefusal } from "@/lib/accounts/identity/rules";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { safeReturn } from "@/lib/core/paths";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { consumeLimit } from "@/lib/limits/consume-limit";
import { readSettings } from "@/lib/settings/read-settings";
import { sendConfirmation, sendKnown } from "./send-confirmation";
import type { AcceptingSignUp, FormadistSignUpInput, SignUpInput } from "./schemas";

type AnySignUp = SignUpInput | FormadistSignUpInput | AcceptingSignUp;

/** Whoever asks from many networks does not fill a mailbox either; whether the address is known changes nothing. */
const mailboxLimit = { points: 5, per: 3600 } as const;

// No policy: anybody may ask for an account.
/**
 * Takes a sign-up. The answer is the same, in words and in work done, whether or not the address has an account;
 * its owner learns the truth by mail (MC-04). Gives the reference under which the code can be typed.
 */
export async function requestRegistration(ctx: Ctx, input: AnySignUp): Promise<{ requestId: string }> {
  const unlikely = "bornOn" in input ? bornOnRefusal(input.bornOn, ctx.now) : null;
  if (unlikely !== null) throw new Refusal("invalid", "La date de naissance est à corriger.", { bornOn: [unlikely] });
  await proveHuman(ctx, input, "sign-up");
  await consumeLimit(ctx, "registration.address", input.address, mailboxLimit);
  const passwordHash = await hashPassword(input.password);
  return withTx(ctx, async (tx) => {
    const owner = await findOwner(tx, input.address);
    const expiresAt = await requestEnd(tx, input.application);
    const requestId = owner === null ? await storeRequest(tx, input, { passwordHash, expiresAt }) : randomUUID();
    if (owner === null) await sendConfirmation(tx, { requestId, resends: 0 });
    else await sendKnown(tx, { decoyId: requestId, accountId: owner.accountId, address: input.address, expiresAt, resends: 0 });
    // The same line in both cases: the log does not tell either.
    await audit(tx, {
      action: "registration.request",
      subject: { type: "registration_request", id: requestId },
      details: { application: input.application },
    });
    return { requestId };
  });
}

/** Until when it may be confirmed. */
async function requestEnd(tx: TxCtx, application: SignUpInput["application"]): Promise<Date> {
  const hours = applicationOf(application).linkLifetimeHours ?? (await readSettings(tx))["registration.lifetimeHours"];
  return new Date(tx.now.getTime() + hours * 3_600_000);
}

async function storeRequest(
  tx: TxCtx,
  input: AnySignUp,
  { passwordHash, expiresAt }: { passwordHash: string; expiresAt: Date },
): Promise<string> {
  const more =
    "bornOn" in input
      ? { birthName: input.birthName, bornOn: input.bornOn, secondaryAddress: input.secondaryAddress, phone: input.phone }
      : {};
  const [request] = await tx.db
    .insert(registrationRequests)
    .values({
      application: input.application,
      civility: input.civility,
      firstName: input.firstName,
      lastName: input.lastName,
      address: input.address,
      canonical: input.address,
      passwordHash,
      passwordClasses: classesOf(input.password, input),
      returnTo: safeReturn(input.retour) ?? null,
      accepted: "accepted" in input ? input.accepted : {},
      createdAt: tx.now,
      expiresAt,
      ...more,
    })
    .returning({ id: registrationRequests.id });
  if (request === undefined) throw new Error("request not stored");
  return request.id;
}
