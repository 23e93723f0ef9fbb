import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { passkeyChallenges, totpSecrets } from "@/db/schema/accounts";
import { signInThrottles } from "@/db/schema/access";
import { makeSession, makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, testCtx } from "@/db/testing/rollback";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { readActor } from "@/lib/accounts/sessions/read-actor";
import type { Ctx } from "@/lib/core/ctx";
import { proveByPassword } from "./prove-again";
import { purgeSignInTracesJob } from "./purge-sign-in-traces-job";
import { requireFreshProof } from "./require-fresh-proof";
import { tryKeys } from "./throttle";

const passwordHash = await hashPassword("Mairie-2026!");
const later = (ctx: Ctx, minutes: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) });
const next = async (ctx: Ctx, sessionId = personOf(ctx).sessionId): Promise<Ctx> => {
  const actor = await readActor(ctx, sessionId);
  return { ...ctx, actor: actor ?? { kind: "visitor" } };
};
const story = (run: (person: Ctx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    const ctx = testCtx(tx.db);
    await run({ ...ctx, actor: await makeSignedIn(ctx, { passwordHash }) });
  });
const refused = expect.objectContaining({ code: "unauthenticated" });

describe("MC-12 a session left open", () => {
  test("MC-12 fifteen minutes after the password, sensitive acts ask for it again; given, they are open for fifteen more", () =>
    story(async (person) => {
      expect(() => requireFreshProof(later(person, 15))).not.toThrow();
      const late = later(person, 15.1);
      expect(() => requireFreshProof(late)).toThrow(refused);
      expect(await proveByPassword(late, { password: "Mairie-2026!", retour: "/compte/donnees" })).toEqual({ returnTo: "/compte/donnees" });
      expect(() => requireFreshProof(late)).toThrow(refused);
      const proved = await next(late);
      expect(() => requireFreshProof(later(proved, 15))).not.toThrow();
      expect(() => requireFreshProof(later(proved, 15.1))).toThrow(refused);
    }));

  test("MC-12 proving in one session proves nothing in another", () =>
    story(async (person) => {
      const other = await makeSession(person, personOf(person).accountId);
      const late = later(person, 60);
      await proveByPassword(late, { password: "Mairie-2026!" });
      expect(() => requireFreshProof(late)).toThrow(refused);
      const elsewhere = await next(late, other);
      expect(() => requireFreshProof(elsewhere)).toThrow(refused);
    }));

  test("MC-12 visitors prove nothing, the system needs not", () =>
    story(async (person) => {
      expect(() => requireFreshProof({ ...person, actor: { kind: "visitor" } })).toThrow(refused);
      expect(() => requireFreshProof({ ...person, actor: { kind: "system", name: "job" } })).not.toThrow();
    }));

  test("MC-11 five wrong passwords make one wait here, without closing the door of the sign-in", () =>
    story(async (person) => {
      const late = later(person, 60);
      for (let tries = 0; tries < 5; tries += 1)
        await expect(proveByPassword(late, { password: "Wrong-2026!" })).rejects.toMatchObject({ code: "invalid" });
      await expect(proveByPassword(late, { password: "Mairie-2026!" })).rejects.toMatchObject({ code: "limited", retryAfter: 60 });
      const signInKey = tryKeys(late, personOf(person).accountId).account;
      expect(await person.db.select().from(signInThrottles).where(eq(signInThrottles.key, signInKey))).toEqual([]);
    }));

  test("MC-12 where to go next stays on this site", () =>
    story(async (person) => {
      expect(await proveByPassword(person, { password: "Mairie-2026!", retour: "//evil.example" })).toEqual({ returnTo: undefined });
    }));
});

test("MC-11 what signing in leaves behind is removed once it serves nothing", () =>
  story(async (person) => {
    const { accountId } = personOf(person);
    const hoursAgo = (hours: number) => new Date(person.now.getTime() - hours * 3_600_000);
    await person.db.insert(signInThrottles).values([
      { key: "old", failures: 3, windowStartedAt: hoursAgo(25) },
      { key: "recent", failures: 3, windowStartedAt: hoursAgo(1) },
    ]);
    await person.db.insert(passkeyChallenges).values([
      { challenge: "old", expiresAt: hoursAgo(2) },
      { challenge: "live", expiresAt: hoursAgo(-0.05) },
    ]);
    await person.db.insert(totpSecrets).values({ accountId, secret: "sealed", createdAt: hoursAgo(30) });
    const run = () => purgeSignInTracesJob.run(person, { asOf: person.now });
    expect(await run()).toEqual({ counters: 1, challenges: 1, unfinishedSetUps: 1 });
    expect(await run()).toEqual({ counters: 0, challenges: 0, unfinishedSetUps: 0 });
    expect((await person.db.select().from(passkeyChallenges)).map(({ challenge }) => challenge)).toEqual(["live"]);
    await person.db.insert(totpSecrets).values({ accountId, secret: "sealed", createdAt: hoursAgo(3000), confirmedAt: hoursAgo(3000) });
    expect(await run()).toMatchObject({ unfinishedSetUps: 0 });
  }));
