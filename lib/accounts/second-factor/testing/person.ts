import { makeSignedIn } from "@/db/testing/factories/accounts";
import { mails } from "@/db/schema/platform";
import { testCtx } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { readActor } from "@/lib/accounts/sessions/read-actor";
import { confirmTotp } from "../confirm-totp";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { readUnconfirmedTotp } from "../read-unconfirmed-totp";
import { registerPasskey } from "../register-passkey";
import { requestPasskeyCreation } from "../request-passkey";
import { startTotp } from "../start-totp";
import { totpCode, totpStep } from "../totp";
import { SoftwareDevice } from "./software-device";

type Db = Ctx["db"];

/** Somebody just signed in by password. Not "in transaction", so that refused verbs are undone as in production. */
export async function aPerson(db: Db, over: Parameters<typeof makeSignedIn>[1] = {}): Promise<Ctx> {
  const ctx = testCtx(db);
  return { ...ctx, actor: await makeSignedIn(ctx, over) };
}

/** The same person in a new session, as the next request reads it: password given, nothing more. */
export async function again(ctx: Ctx, sessionId = personOf(ctx).sessionId): Promise<Ctx> {
  const actor = await readActor(ctx, sessionId);
  if (actor === null) throw new Error("the session is over");
  return { ...ctx, actor };
}

export const wait = (ctx: Ctx, seconds: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + seconds * 1000) });

/** The code that the application shows, now or some steps of thirty seconds away. */
export const codeAt = (secret: string, { now }: Ctx, steps = 0): string => totpCode(secret, totpStep(now) + steps);

/** Sets the application up with the code of now; gives what it holds. */
export async function withTotp(ctx: Ctx): Promise<{ readonly secret: string; readonly codes: readonly string[] }> {
  await startTotp(ctx);
  const secret = await readUnconfirmedTotp(ctx);
  if (secret === null) throw new Error("no secret");
  return { secret, ...(await confirmTotp(ctx, { code: codeAt(secret, ctx) })) };
}

export async function withPasskey(
  ctx: Ctx,
  name = "Téléphone",
  device = new SoftwareDevice(),
): Promise<{ readonly device: SoftwareDevice; readonly codes: readonly string[] }> {
  return { device, ...(await registerPasskey(ctx, { name, answer: device.make(await requestPasskeyCreation(ctx)) })) };
}

/** Kind and address of the mails queued. */
export const mailsOf = async ({ db }: Ctx): Promise<string[]> =>
  (await db.select({ kind: mails.kind, to: mails.toAddress }).from(mails)).map(({ kind, to }) => `${kind} ${to}`).sort();
