import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts, passkeyChallenges, passkeys } from "@/db/schema/accounts";
import { auditLog } from "@/db/schema/platform";
import { loginSessions } from "@/db/schema/access";
import { makeSession } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { takeOverSession } from "@/lib/accounts/sessions/take-over-session";
import { proveByPasskey } from "@/lib/accounts/sign-in/prove-again";
import { signInWithPasskey } from "@/lib/accounts/sign-in/sign-in-with-passkey";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { holdPasskey } from "./check-passkey";
import { passPasskey } from "./pass-passkey";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { readFactors } from "./read-factors";
import { registerPasskey } from "./register-passkey";
import { userHandleText } from "./relying-party";
import { removeFactor } from "./remove-factor";
import { renamePasskey } from "./rename-passkey";
import { requestOwnPasskey, requestPasskeyCreation, requestPasskeySignIn } from "./request-passkey";
import { again, aPerson, wait, withPasskey, withTotp } from "./testing/person";
import { highestCounter } from "./rules";
import { SoftwareDevice } from "./testing/software-device";

const story = (run: (person: Ctx) => Promise<void>) => inRolledBackTx(async (tx) => run(await aPerson(tx.db)));
const visitor = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: "visitor" } });
const elsewhere = async (person: Ctx) => again(person, await makeSession(person, personOf(person).accountId));
const invalid = expect.objectContaining({ code: "invalid" });
const expired = expect.objectContaining({ code: "expired" });
const keys = async (person: Ctx) => (await readFactors(person, personOf(person).accountId)).passkeys;

test("MC-32 a passkey taken away while its answer was being verified opens nothing", () =>
  story(async (person) => {
    const { accountId } = personOf(person);
    await withPasskey(person);
    const proved = await again(person);
    const [key] = await keys(proved);
    const checked = { accountId, passkeyId: key?.id ?? "" };
    await withTx(proved, (tx) => holdPasskey(tx, checked));
    await removeFactor(proved, { factor: checked.passkeyId });
    await expect(withTx(proved, (tx) => holdPasskey(tx, checked))).rejects.toEqual(invalid);
  }));

test("MC-32 a passkey counts for the account that it belongs to, and for no other", () =>
  story(async (person) => {
    await withPasskey(person);
    const [key] = await keys(person);
    const other = await aPerson(person.db);
    const claimed = { accountId: personOf(other).accountId, passkeyId: key?.id ?? "" };
    await expect(withTx(other, (tx) => holdPasskey(tx, claimed))).rejects.toEqual(invalid);
  }));

test("MC-32 nobody renames a passkey before giving the second factor", () =>
  story(async (person) => {
    await withPasskey(person, "Téléphone");
    const [key] = await keys(person);
    await expect(renamePasskey(await elsewhere(person), { id: key?.id ?? "", name: "Autre" })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    expect((await keys(person)).map(({ name }) => name)).toEqual(["Téléphone"]);
  }));

test("MC-32 a session that began before the account had a factor changes none until it has given it", () =>
  story(async (person) => {
    const before = await elsewhere(person);
    expect(personOf(before).secondFactor).not.toBe("passed");
    await withPasskey(person);
    await expect(requestPasskeyCreation(before).then(() => withTotp(before))).rejects.toMatchObject({ code: "unauthenticated" });
  }));

describe("MC-32 registering a passkey", () => {
  test("MC-32 several may be registered, each with its name", () =>
    story(async (person) => {
      await withPasskey(person, "Téléphone");
      await withPasskey(await again(person), "Ordinateur");
      expect((await keys(person)).map(({ name, lastUsedAt }) => ({ name, lastUsedAt }))).toEqual([
        { name: "Téléphone", lastUsedAt: null },
        { name: "Ordinateur", lastUsedAt: null },
      ]);
      expect((await again(person)).actor).toMatchObject({ secondFactor: "passed" });
      expect((await elsewhere(person)).actor).toMatchObject({ secondFactor: "missing" });
    }));

  test("MC-32 the device is asked for a key found without an address, opened by its owner, and not twice for one account", () =>
    story(async (person) => {
      await withPasskey(person);
      const options = await requestPasskeyCreation(await again(person));
      expect(options).toMatchObject({
        rp: { id: "localhost" },
        user: { name: personOf(person).address },
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        attestation: "none",
      });
      expect(options.excludeCredentials).toHaveLength(1);
      expect(JSON.stringify(options.user)).not.toContain(personOf(person).accountId);
    }));

  test.each([
    ["another site", { origin: "https://evil.example" }],
    ["another domain", { rpId: "evil.example" }],
    ["a device that did not check its owner", { unverified: true }],
  ] as const)("MC-32 the answer of %s is refused", (_, lies) =>
    story(async (person) => {
      const answer = new SoftwareDevice().make(await requestPasskeyCreation(person), lies);
      await expect(registerPasskey(person, { name: "Téléphone", answer })).rejects.toEqual(invalid);
      expect(await keys(person)).toEqual([]);
    }),
  );

  test("MC-32 a counter goes up to the highest that a device can hold", () =>
    story(async (person) => {
      const answer = new SoftwareDevice().make(await requestPasskeyCreation(person), { counter: highestCounter });
      await registerPasskey(person, { name: "Téléphone", answer });
      const [key] = await person.db.select({ counter: passkeys.counter }).from(passkeys);
      expect(key?.counter).toBe(highestCounter);
    }));

  test("MC-32 a challenge works once, five minutes, for the person it was given to", () =>
    story(async (person) => {
      const somebody = await aPerson(person.db);
      const options = await requestPasskeyCreation(person);
      await expect(registerPasskey(somebody, { name: "x", answer: new SoftwareDevice().make(options) })).rejects.toEqual(expired);
      await expect(registerPasskey(wait(person, 301), { name: "x", answer: new SoftwareDevice().make(options) })).rejects.toEqual(expired);
      await registerPasskey(person, { name: "x", answer: new SoftwareDevice().make(options) });
      await expect(registerPasskey(await again(person), { name: "y", answer: new SoftwareDevice().make(options) })).rejects.toEqual(
        expired,
      );
      await expect(
        registerPasskey(await again(person), { name: "y", answer: new SoftwareDevice().make({ challenge: "bWFkZSB1cA" }) }),
      ).rejects.toEqual(expired);
    }));

  test("MC-32 a device already registered is not registered again, not even by somebody else", () =>
    story(async (person) => {
      const { device } = await withPasskey(person);
      const somebody = await aPerson(person.db);
      await expect(withPasskey(somebody, "Téléphone", device)).rejects.toMatchObject({ code: "conflict" });
    }));

  test("MC-32 with a factor in service, a password alone asks for no new one", () =>
    story(async (person) => {
      await withTotp(person);
      await expect(requestPasskeyCreation(await elsewhere(person))).rejects.toMatchObject({ code: "unauthenticated" });
    }));
});

describe("MC-32 signing in with a passkey", () => {
  const signIn = async (person: Ctx, device: SoftwareDevice, lies = {}) =>
    signInWithPasskey(visitor(person), {
      answer: device.sign(await requestPasskeySignIn(visitor(person)), lies),
      remember: false,
      retour: "/compte",
    });

  test("MC-32 neither address nor password: the session has both factors", () =>
    story(async (person) => {
      const { device } = await withPasskey(person);
      const { ticket, returnTo } = await signIn(wait(person, 60), device, { userHandle: userHandleText(personOf(person).accountId) });
      expect(returnTo).toBe("/compte");
      const taken = await takeOverSession(wait(person, 60), { ticket });
      expect((await again(wait(person, 60), taken?.sessionId)).actor).toMatchObject({
        accountId: personOf(person).accountId,
        secondFactor: "passed",
      });
      expect((await keys(person))[0]?.lastUsedAt).toEqual(wait(person, 60).now);
    }));

  test.each([
    ["another site", { origin: "https://evil.example" }],
    ["another domain", { rpId: "evil.example" }],
    ["a device that did not check its owner", { unverified: true }],
    ["somebody else's account", { userHandle: userHandleText("019a0000-0000-7000-8000-000000000000") }],
  ] as const)("MC-32 an answer for %s opens nothing", (_, lies) =>
    story(async (person) => {
      const { device } = await withPasskey(person);
      await expect(signIn(person, device, lies)).rejects.toEqual(invalid);
    }),
  );

  test("MC-32 an unknown passkey, or one removed, opens nothing", () =>
    story(async (person) => {
      await expect(signIn(person, new SoftwareDevice())).rejects.toEqual(invalid);
      const { device } = await withPasskey(person);
      const [key] = await keys(person);
      await removeFactor(await again(person), { factor: key?.id ?? "" });
      await expect(signIn(person, device)).rejects.toEqual(invalid);
    }));

  test("MC-32 a signature by another key is refused", () =>
    story(async (person) => {
      const { device } = await withPasskey(person);
      const right = device.sign(await requestPasskeySignIn(visitor(person)));
      const forged = new SoftwareDevice().sign(await requestPasskeySignIn(visitor(person)));
      const answer = { ...right, response: forged.response };
      await expect(signInWithPasskey(visitor(person), { answer, remember: false })).rejects.toEqual(invalid);
    }));

  test("MC-32 an answer works once: sent again, it is refused", () =>
    story(async (person) => {
      const { device } = await withPasskey(person);
      const answer = device.sign(await requestPasskeySignIn(visitor(person)));
      await signInWithPasskey(visitor(person), { answer, remember: false });
      await expect(signInWithPasskey(visitor(person), { answer, remember: false })).rejects.toEqual(expired);
    }));

  test("MC-32 the same answer sent at once through several connections opens one session", () =>
    onCommittedCopy("passkey_race", async (db) => {
      const person = await aPerson(db);
      const { device } = await withPasskey(person);
      const answer = device.sign(await requestPasskeySignIn(visitor(person)));
      const answers = await Promise.allSettled(
        Array.from({ length: 4 }, () => signInWithPasskey(testCtx(db), { answer, remember: false })),
      );
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await db.select().from(loginSessions).where(eq(loginSessions.secondFactorAt, person.now))).toHaveLength(2);
    }));

  test("MC-32 a copied key shows by its counter: refused, and written in the audit log", () =>
    story(async (person) => {
      const { device } = await withPasskey(person);
      await signIn(person, device);
      await signIn(person, device);
      for (const counter of [3, 2, 0])
        await expect(signIn(person, device, { counter })).rejects.toMatchObject({
          message: expect.stringContaining("semble avoir été copiée"),
        });
      const lines = await person.db.select().from(auditLog).where(eq(auditLog.action, "account.passkey_copied"));
      expect(lines).toHaveLength(3);
    }));

  test("MC-32 a device that does not count signs in as often as it likes", () =>
    story(async (person) => {
      const { device } = await withPasskey(person, "Gestionnaire", new SoftwareDevice({ counts: false }));
      for (let times = 0; times < 3; times += 1) await signIn(person, device);
      const [row] = await person.db.select({ counter: passkeys.counter }).from(passkeys);
      expect(row?.counter).toBe(0);
    }));

  test("MC-32 a blocked account is told so; a closed one opens nothing", () =>
    story(async (person) => {
      const { device } = await withPasskey(person);
      const { accountId } = personOf(person);
      await person.db.update(accounts).set({ blockedAt: person.now }).where(eq(accounts.id, accountId));
      await expect(signIn(person, device)).rejects.toMatchObject({ code: "forbidden" });
      await person.db.update(accounts).set({ blockedAt: null, closedAt: person.now }).where(eq(accounts.id, accountId));
      await expect(signIn(person, device)).rejects.toMatchObject({ code: "absent" });
    }));

  test("MC-32 the challenge of a visitor and that of a person signed in do not replace each other", () =>
    story(async (person) => {
      const { device } = await withPasskey(person);
      const session = await elsewhere(person);
      await expect(passPasskey(session, { answer: device.sign(await requestPasskeySignIn(visitor(person))) })).rejects.toEqual(expired);
      await expect(
        signInWithPasskey(visitor(person), { answer: device.sign(await requestOwnPasskey(session)), remember: false }),
      ).rejects.toEqual(expired);
      expect(
        await person.db
          .select()
          .from(passkeyChallenges)
          .where(eq(passkeyChallenges.accountId, personOf(person).accountId)),
      ).not.toEqual([]);
    }));
});

describe("MC-32 a passkey after the password, or asked again", () => {
  test("MC-32 as a second factor it opens this session; somebody else's does not", () =>
    story(async (person) => {
      const { device } = await withPasskey(person);
      const session = await elsewhere(person);
      const somebody = await aPerson(person.db);
      const { device: theirs } = await withPasskey(somebody);
      await expect(passPasskey(session, { answer: theirs.sign(await requestOwnPasskey(session)) })).rejects.toEqual(invalid);
      expect((await again(session)).actor).toMatchObject({ secondFactor: "missing" });
      await passPasskey(session, { answer: device.sign(await requestOwnPasskey(session)) });
      expect((await again(session)).actor).toMatchObject({ secondFactor: "passed" });
    }));

  test("MC-32 it proves again who is there, for the next quarter of an hour", () =>
    story(async (person) => {
      const { device } = await withPasskey(person);
      const late = wait(await again(person), 3600);
      await expect(requestPasskeyCreation(late)).rejects.toMatchObject({ code: "unauthenticated" });
      await proveByPasskey(late, { answer: device.sign(await requestOwnPasskey(late)) });
      await expect(requestPasskeyCreation(await again(late))).resolves.toBeDefined();
    }));
});

describe("MC-32 the list of passkeys", () => {
  test("MC-32 one's own are renamed and removed; those of others do not exist", () =>
    story(async (person) => {
      await withPasskey(person);
      const somebody = await aPerson(person.db);
      await withPasskey(somebody);
      const [theirs] = await keys(somebody);
      const me = await again(person);
      await expect(renamePasskey(me, { id: theirs?.id ?? "", name: "à moi" })).rejects.toMatchObject({ code: "absent" });
      await expect(removeFactor(me, { factor: theirs?.id ?? "" })).rejects.toMatchObject({ code: "absent" });
      const [mine] = await keys(person);
      await renamePasskey(me, { id: mine?.id ?? "", name: "Portable" });
      expect((await keys(person)).map(({ name }) => name)).toEqual(["Portable"]);
      await removeFactor(me, { factor: mine?.id ?? "" });
      expect(await keys(person)).toEqual([]);
      expect(await keys(somebody)).toHaveLength(1);
    }));

  test("MC-32 removing one of two factors keeps the recovery codes, and the session as it was", () =>
    story(async (person) => {
      await withTotp(person);
      await withPasskey(await again(person));
      await removeFactor(await again(person), { factor: "totp" });
      expect(await readFactors(person, personOf(person).accountId)).toMatchObject({ totp: null, recoveryCodesLeft: 10 });
      expect((await again(person)).actor).toMatchObject({ secondFactor: "passed" });
    }));
});
