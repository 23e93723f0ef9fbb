import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { loginSessions } from "@/db/schema/access";
import { passkeys } from "@/db/schema/accounts";
import { makeSession } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import { proveByPasskey } from "@/lib/accounts/sign-in/prove-again";
import { signInWithPasskey } from "@/lib/accounts/sign-in/sign-in-with-passkey";
import type { Ctx } from "@/lib/core/ctx";
import type * as CheckPasskey from "./check-passkey";
import { passPasskey } from "./pass-passkey";
import type { AuthenticationAnswer } from "./passkey-answers";
import { personOf } from "./person-of";
import { requestOwnPasskey, requestPasskeySignIn } from "./request-passkey";
import { again, aPerson, wait, withPasskey } from "./testing/person";

/** What happens between the check, which is real, and what it opens. */
const meanwhile = vi.hoisted(() => ({ happens: (): Promise<unknown> => Promise.resolve() }));
vi.mock("./check-passkey", async (original) => {
  const real = await original<typeof CheckPasskey>();
  const checkPasskey: typeof real.checkPasskey = async (...given) => {
    const checked = await real.checkPasskey(...given);
    await meanwhile.happens();
    return checked;
  };
  return { ...real, checkPasskey };
});

const visitor = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: "visitor" } });
type Opens = (ctx: Ctx, answer: AuthenticationAnswer) => Promise<unknown>;

test.each<[string, typeof requestOwnPasskey, Opens]>([
  [
    "no session",
    (ctx) => requestPasskeySignIn(visitor(ctx)),
    (ctx, answer) => signInWithPasskey(visitor(ctx), { answer, remember: false }),
  ],
  ["no second factor", requestOwnPasskey, (ctx, answer) => passPasskey(ctx, { answer })],
  ["no sensitive act", requestOwnPasskey, (ctx, answer) => proveByPasskey(ctx, { answer })],
])("MC-32 a passkey taken away while its answer was being checked opens %s", (_what, request, open) =>
  inRolledBackTx(async (tx) => {
    const person = await aPerson(tx.db);
    const { accountId } = personOf(person);
    const { device } = await withPasskey(person);
    const session = await again(wait(person, 60), await makeSession(person, accountId));
    const sessions = () => tx.db.select().from(loginSessions).where(eq(loginSessions.accountId, accountId)).orderBy(loginSessions.id);
    const before = await sessions();
    meanwhile.happens = () => tx.db.delete(passkeys).where(eq(passkeys.accountId, accountId));
    await expect(open(session, device.sign(await request(session)))).rejects.toMatchObject({ code: "invalid" });
    expect(await sessions()).toEqual(before);

    // Left alone, the same opens.
    meanwhile.happens = () => Promise.resolve();
    const { device: other } = await withPasskey(await again(person));
    await open(session, other.sign(await request(session)));
    expect(await sessions()).not.toEqual(before);
  }),
);
