import type * as Argon2 from "@node-rs/argon2";
import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { loginSessions, signInThrottles } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { makeAccount } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import { clusterUrl } from "@/db/testing/worker-database";
import { connect } from "@/db/client";
import { hashPassword, verifyPassword } from "@/lib/accounts/passwords/hash-password";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { signInInput } from "./schemas";
import { signIn } from "./sign-in";
import { forgetFailures } from "./throttle";

// The real hashing, counted: how often a password is looked at shows what an attacker could learn, without any clock.
const counted = vi.hoisted(() => ({ verify: vi.fn() }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof Argon2>();
  counted.verify.mockImplementation(real.verify);
  return { ...real, verify: counted.verify };
});
beforeEach(() => void counted.verify.mockClear());
const looks = () => counted.verify.mock.calls.length;

const password = "Mairie-2026!";
const passwordHash = await hashPassword(password);
const given = (address: string, typed = password, more: object = {}) => signInInput.parse({ address, password: typed, ...more });
const refusalOf = (attempt: Promise<unknown>): Promise<Refusal | null> =>
  attempt.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    },
  );
const after = (minutes: number, from = testNow) => new Date(from.getTime() + minutes * 60_000);

const story = (run: (ctx: Ctx) => Promise<void>) => inRolledBackTx((tx) => run(testCtx(tx.db)));
const later = (ctx: Ctx, minutes: number): Ctx => ({ ...ctx, now: after(minutes, ctx.now) });

describe("MC-10 signing in", () => {
  test("MC-10 the right address and password open a session and lead where one was going", () =>
    story(async (ctx) => {
      const { accountId } = await makeAccount(ctx, { address: "claire@mairie.example", passwordHash });
      const result = await signIn(ctx, given("claire@mairie.example", password, { retour: "/intervenants/annonces?page=2" }));
      expect(result).toMatchObject({ returnTo: "/intervenants/annonces?page=2", asksSecondFactor: false });
      const sessions = await ctx.db.select().from(loginSessions).where(eq(loginSessions.accountId, accountId));
      expect(sessions).toHaveLength(1);
      expect(sessions[0]).toMatchObject({ remember: false, secondFactorAt: null, provedAt: testNow });
    }));

  test("MC-10 a destination elsewhere is forgotten, not followed", () =>
    story(async (ctx) => {
      await makeAccount(ctx, { address: "claire@mairie.example", passwordHash });
      for (const retour of ["//evil.example", "https://evil.example", "/\\evil.example"])
        expect((await signIn(ctx, given("claire@mairie.example", password, { retour }))).returnTo).toBeUndefined();
    }));

  test.each(["Claire@Mairie.EXAMPLE", "  claire@mairie.example  ", "CLAIRE@mairie.example\t"])(
    "MC-10 letter case and spaces around the address do not count: %j",
    (typed) =>
      story(async (ctx) => {
        await makeAccount(ctx, { address: "claire@mairie.example", passwordHash });
        await expect(signIn(ctx, given(typed))).resolves.toHaveProperty("ticket");
      }),
  );

  test("MC-10 spaces and letter case of the password do count", () =>
    story(async (ctx) => {
      await makeAccount(ctx, { address: "claire@mairie.example", passwordHash });
      for (const typed of [` ${password}`, `${password} `, password.toLowerCase()])
        expect((await refusalOf(signIn(ctx, given("claire@mairie.example", typed))))?.code).toBe("invalid");
    }));

  test("MC-10 the proved secondary address signs in too", () =>
    story(async (ctx) => {
      await makeAccount(ctx, { address: "claire@mairie.example", secondaryAddress: "claire@maison.example", passwordHash });
      await expect(signIn(ctx, given("claire@maison.example"))).resolves.toHaveProperty("ticket");
    }));

  test("MC-10 an unknown address, a closed account and a wrong password get the same answer, for the same work: one hash", () =>
    story(async (ctx) => {
      await makeAccount(ctx, { address: "claire@mairie.example", passwordHash });
      await makeAccount(ctx, { address: "partie@mairie.example", passwordHash, closedAt: testNow });
      const answers: unknown[] = [];
      for (const [address, typed] of [
        ["claire@mairie.example", "Wrong-2026!"],
        ["nobody@mairie.example", password],
        ["partie@mairie.example", password],
      ] as const) {
        counted.verify.mockClear();
        const refusal = await refusalOf(signIn(ctx, given(address, typed)));
        answers.push({ code: refusal?.code, message: refusal?.message, fields: refusal?.fieldErrors, looks: looks() });
      }
      expect(answers[0]).toMatchObject({ code: "invalid", looks: 1 });
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }));

  test("MC-10 the hash verified for an unknown address costs as much as a real one", () =>
    story(async (ctx) => {
      await refusalOf(signIn(ctx, given("nobody@mairie.example")));
      const [decoy] = counted.verify.mock.calls[0] as [string];
      expect(decoy.split("$").slice(0, 4)).toEqual(passwordHash.split("$").slice(0, 4));
    }));

  test("MC-10 a blocked account says so to its owner only: with a wrong password the answer is the usual one", () =>
    story(async (ctx) => {
      await makeAccount(ctx, { address: "claire@mairie.example", passwordHash, blockedAt: testNow, blockedReason: "test" });
      expect((await refusalOf(signIn(ctx, given("claire@mairie.example", "Wrong-2026!"))))?.code).toBe("invalid");
      const told = await refusalOf(signIn(ctx, given("claire@mairie.example")));
      expect(told).toMatchObject({ code: "forbidden", message: expect.stringContaining("Ce compte est bloqué") });
      expect(await ctx.db.select().from(loginSessions)).toEqual([]);
    }));

  test("MC-10 a password hashed at an older cost is hashed anew, and still the same password", () =>
    story(async (ctx) => {
      const old = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
      const { accountId } = await makeAccount(ctx, { address: "claire@mairie.example", passwordHash: old });
      await signIn(ctx, given("claire@mairie.example"));
      const [account] = await ctx.db.select({ hash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, accountId));
      expect(account?.hash).not.toBe(old);
      expect(account?.hash).toContain("m=47104,t=1,p=1");
      expect(await verifyPassword(account?.hash ?? null, password)).toBe(true);
      await signIn(ctx, given("claire@mairie.example"));
      const [again] = await ctx.db.select({ hash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, accountId));
      expect(again?.hash).toBe(account?.hash);
    }));

  test("MC-12 a password reset while it was being checked opens no session that the reset would miss", () =>
    story(async (ctx) => {
      const { accountId } = await makeAccount(ctx, { address: "claire@mairie.example", passwordHash });
      const real = counted.verify.getMockImplementation();
      counted.verify.mockImplementationOnce(async (...parameters: unknown[]) => {
        const right: unknown = await real?.(...parameters);
        await ctx.db.update(accounts).set({ passwordHash: "another" }).where(eq(accounts.id, accountId));
        return right;
      });
      expect((await refusalOf(signIn(ctx, given("claire@mairie.example"))))?.code).toBe("invalid");
      expect(await ctx.db.select().from(loginSessions)).toEqual([]);
    }));
});

describe("MC-11 guessing passwords", () => {
  test("MC-11 five wrong passwords: the wait grows 1, 2, 4, 8, 15 minutes, is told in words, and nothing is looked at meanwhile", () =>
    story(async (ctx) => {
      await makeAccount(ctx, { address: "claire@mairie.example", passwordHash });
      const wrong = (at: Ctx) => refusalOf(signIn(at, given("claire@mairie.example", "Wrong-2026!")));
      for (let tries = 1; tries <= 5; tries += 1) expect((await wrong(ctx))?.code).toBe("invalid");
      let now = ctx;
      for (const [minutes, words] of [
        [1, "1 minute"],
        [2, "2 minutes"],
        [4, "4 minutes"],
        [8, "8 minutes"],
        [15, "15 minutes"],
        [15, "15 minutes"],
      ] as const) {
        const seen = looks();
        const refusal = await refusalOf(signIn(now, given("claire@mairie.example")));
        expect(refusal).toMatchObject({ code: "limited", retryAfter: minutes * 60 });
        expect(refusal?.message).toContain(`Réessayez dans ${words},`);
        expect(looks()).toBe(seen);
        now = later(now, minutes);
        expect((await wrong(now))?.code).toBe("invalid");
      }
    }));

  test("MC-11 once the wait is over the right password opens, and the failures are forgotten", () =>
    story(async (ctx) => {
      await makeAccount(ctx, { address: "claire@mairie.example", passwordHash });
      for (let tries = 0; tries < 5; tries += 1) await refusalOf(signIn(ctx, given("claire@mairie.example", "Wrong-2026!")));
      const open = later(ctx, 1);
      await signIn(open, given("claire@mairie.example"));
      for (let tries = 0; tries < 4; tries += 1)
        expect((await refusalOf(signIn(open, given("claire@mairie.example", "Wrong-2026!"))))?.code).toBe("invalid");
      await expect(signIn(open, given("claire@mairie.example"))).resolves.toHaveProperty("ticket");
    }));

  test("MC-11 four failures, then a quiet quarter of an hour: the count starts again", () =>
    story(async (ctx) => {
      await makeAccount(ctx, { address: "claire@mairie.example", passwordHash });
      for (let tries = 0; tries < 4; tries += 1) await refusalOf(signIn(ctx, given("claire@mairie.example", "Wrong-2026!")));
      const quiet = later(ctx, 15.1);
      for (let tries = 0; tries < 4; tries += 1) await refusalOf(signIn(quiet, given("claire@mairie.example", "Wrong-2026!")));
      await expect(signIn(quiet, given("claire@mairie.example"))).resolves.toHaveProperty("ticket");
    }));

  test("MC-11 an unknown address is made to wait like a known one: the wait tells nothing", () =>
    story(async (ctx) => {
      for (let tries = 0; tries < 5; tries += 1) await refusalOf(signIn(ctx, given("nobody@mairie.example")));
      expect(await refusalOf(signIn(ctx, given("nobody@mairie.example")))).toMatchObject({ code: "limited", retryAfter: 60 });
    }));

  test("MC-11 another way of writing the address is the same account", () =>
    story(async (ctx) => {
      for (const typed of [
        "nobody@mairie.example",
        "NOBODY@mairie.example",
        " nobody@mairie.example",
        "nobody@MAIRIE.example",
        "Nobody@mairie.example",
      ])
        await refusalOf(signIn(ctx, given(typed)));
      expect((await refusalOf(signIn(ctx, given("nobody@mairie.example"))))?.code).toBe("limited");
    }));

  test("MC-11 twenty failures from one network, whatever the addresses: that network waits, the others do not", () =>
    story(async (ctx) => {
      await makeAccount(ctx, { address: "claire@mairie.example", passwordHash });
      for (let tries = 0; tries < 20; tries += 1)
        expect((await refusalOf(signIn(ctx, given(`nobody-${tries}@mairie.example`))))?.code).toBe("invalid");
      expect((await refusalOf(signIn(ctx, given("claire@mairie.example"))))?.code).toBe("limited");
      await expect(signIn({ ...ctx, network: "198.51.100.7" }, given("claire@mairie.example"))).resolves.toHaveProperty("ticket");
    }));

  test("MC-11 MC-21 the second address of an account gives no second set of tries", () =>
    story(async (ctx) => {
      await makeAccount(ctx, { address: "claire@mairie.example", secondaryAddress: "claire@maison.example", passwordHash });
      for (const address of [
        "claire@mairie.example",
        "claire@maison.example",
        "claire@mairie.example",
        "claire@maison.example",
        "claire@mairie.example",
      ])
        expect((await refusalOf(signIn(ctx, given(address, "Wrong-2026!"))))?.code).toBe("invalid");
      expect((await refusalOf(signIn(ctx, given("claire@maison.example"))))?.code).toBe("limited");
    }));

  test("MC-11 the addresses of one IPv6 subscriber count as one network", () =>
    story(async (ctx) => {
      for (let tries = 0; tries < 20; tries += 1)
        await refusalOf(signIn({ ...ctx, network: `2001:db8:1:2::${tries + 1}` }, given(`nobody-${tries}@mairie.example`)));
      expect((await refusalOf(signIn({ ...ctx, network: "2001:db8:1:2::ffff" }, given("nobody@mairie.example"))))?.code).toBe("limited");
    }));

  test("MC-11 a town hall that signs in all day behind one address is not made to wait", () =>
    story(async (ctx) => {
      await makeAccount(ctx, { address: "claire@mairie.example", passwordHash });
      for (let times = 0; times < 25; times += 1) await signIn(ctx, given("claire@mairie.example"));
    }));

  test("MC-11 a wait does not stop a reset: whoever proved the address by a mailed link signs in at once", () =>
    story(async (ctx) => {
      const { accountId } = await makeAccount(ctx, { address: "claire@mairie.example", passwordHash });
      for (let tries = 0; tries < 6; tries += 1) await refusalOf(signIn(ctx, given("claire@mairie.example", "Wrong-2026!")));
      expect((await refusalOf(signIn(ctx, given("claire@mairie.example"))))?.code).toBe("limited");
      await forgetFailures(ctx, accountId);
      await expect(signIn(ctx, given("claire@mairie.example"))).resolves.toHaveProperty("ticket");
    }));

  test("MC-11 the counters name nobody", () =>
    story(async (ctx) => {
      await refusalOf(signIn(ctx, given("nobody@mairie.example")));
      const rows = await ctx.db.select().from(signInThrottles);
      expect(rows).toHaveLength(2);
      for (const { key } of rows) expect(key).toMatch(/^(account|network):[\w-]{43}$/u);
    }));

  test("MC-11 fifty tries at once through two servers are five guesses", () =>
    onCommittedCopy("sign_in_race", async (db) => {
      await makeAccount(testCtx(db), { address: "claire@mairie.example", passwordHash });
      const [row] = await db.execute<{ name: string }>("select current_database() as name");
      const other = connect(clusterUrl(row?.name ?? ""), { max: 6 });
      try {
        const tries = Array.from({ length: 50 }, (_, index) =>
          refusalOf(signIn(testCtx(index % 2 === 0 ? db : other.db), given("claire@mairie.example", `Wrong-${index}!`))),
        );
        const codes = (await Promise.all(tries)).map((refusal) => refusal?.code);
        expect(codes.filter((code) => code === "invalid")).toHaveLength(5);
        expect(codes.filter((code) => code === "limited")).toHaveLength(45);
        expect(looks()).toBe(5);
        // The other server knows too.
        expect((await refusalOf(signIn(testCtx(other.db), given("claire@mairie.example"))))?.code).toBe("limited");
      } finally {
        await other.sql.end();
      }
    }));
});
