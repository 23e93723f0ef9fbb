import { audit } from "@/lib/audit/audit";
import { factorKeys, forgiveTry, reserveTry } from "@/lib/accounts/sign-in/throttle";
import type { Ctx, SignedIn, TxCtx } from "@/lib/core/ctx";
import { safeReturn } from "@/lib/core/paths";
import { withTx } from "@/lib/core/tx";
import { markSession } from "./change-factors";
import { personOf } from "@/lib/accounts/second-factor/person-of";

export interface PassedFactor {
  readonly returnTo: string | undefined;
}

interface Pass {
  readonly way: "totp" | "recovery_code" | "passkey";
  readonly retour: string | undefined;
}
/** Accepts what was given, or throws what to tell the person. */
type Check = (tx: TxCtx, person: SignedIn) => Promise<void>;

/** Gives this session its second factor when `check` accepts what was given. No policy: the session is one's own. */
export async function passFactor(ctx: Ctx, { way, retour }: Pass, check: Check): Promise<PassedFactor> {
  const person = personOf(ctx);
  return withTx(ctx, async (tx) => {
    await check(tx, person);
    await markSession(tx, person);
    await audit(tx, {
      action: "session.second_factor",
      accountId: person.accountId,
      subject: { type: "login_session", id: person.sessionId },
      details: { way },
    });
    return { returnTo: safeReturn(retour) };
  });
}

/**
 * The same for a code, which could be guessed: wrong tries are counted as for the password (MC-11), under keys of
 * their own, so that they block neither the sign-in, nor passkeys, nor other people.
 */
export async function passCode(ctx: Ctx, pass: Pass, check: Check): Promise<PassedFactor> {
  const keys = factorKeys(ctx, personOf(ctx).accountId);
  await reserveTry(ctx, keys, "");
  const passed = await passFactor(ctx, pass, check);
  await forgiveTry(ctx, keys);
  return passed;
}
