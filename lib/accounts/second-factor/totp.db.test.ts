import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { totpSecrets } from "@/db/schema/accounts";
import { auditLog, settings } from "@/db/schema/platform";
import { makeSession } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy } from "@/db/testing/rollback";
import { openText } from "@/lib/core/crypto";
import type { Ctx } from "@/lib/core/ctx";
import { confirmTotp } from "./confirm-totp";
import { passTotp } from "./pass-totp";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { readFactors } from "./read-factors";
import { readUnconfirmedTotp } from "./read-unconfirmed-totp";
import { removeFactor } from "./remove-factor";
import { startTotp } from "./start-totp";
import { again, aPerson, codeAt, mailsOf, wait, withTotp } from "./testing/person";
import { totpContext } from "./totp";

const story = (run: (person: Ctx) => Promise<void>, over = {}) => inRolledBackTx(async (tx) => run(await aPerson(tx.db, over)));
const invalid = expect.objectContaining({ code: "invalid" });
const limited = expect.objectContaining({ code: "limited" });
/** A second session of the same person: password given, factor not yet. */
const elsewhere = async (person: Ctx) => again(person, await makeSession(person, personOf(person).accountId));

describe("MC-32 setting up an application of codes", () => {
  test("MC-32 a first code puts it in service, counts for this session, and gives ten recovery codes", () =>
    story(async (person) => {
      const { codes } = await withTotp(person);
      expect(new Set(codes).size).toBe(10);
      expect(await readFactors(person, personOf(person).accountId)).toMatchObject({
        totp: { confirmedAt: person.now },
        recoveryCodesLeft: 10,
      });
      expect((await again(person)).actor).toMatchObject({ secondFactor: "passed" });
      expect((await elsewhere(person)).actor).toMatchObject({ secondFactor: "missing" });
    }));

  test("MC-32 shown but not confirmed, it is asked of nobody", () =>
    story(async (person) => {
      await startTotp(person);
      expect((await again(person)).actor).toMatchObject({ secondFactor: "not_asked" });
    }));

  test("MC-32 a wrong code puts nothing in service; the right one still does", () =>
    story(async (person) => {
      await startTotp(person);
      const secret = (await readUnconfirmedTotp(person)) ?? "";
      await expect(confirmTotp(person, { code: codeAt(secret, person, 5) })).rejects.toEqual(invalid);
      expect((await readFactors(person, personOf(person).accountId)).totp).toBeNull();
      await confirmTotp(person, { code: codeAt(secret, person) });
    }));

  test("MC-32 pressing twice keeps the code already scanned; after an hour another one is shown", () =>
    story(async (person) => {
      await startTotp(person);
      const secret = await readUnconfirmedTotp(person);
      await startTotp(person);
      expect(await readUnconfirmedTotp(person)).toBe(secret);
      const late = wait(person, 3601);
      expect(await readUnconfirmedTotp(late)).toBeNull();
      const fresh = { ...late, actor: { ...personOf(late), provedAt: late.now } };
      await startTotp(fresh);
      expect(await readUnconfirmedTotp(fresh)).not.toBe(secret);
    }));

  test("MC-32 a code prepared by somebody else with the password is never the one that the owner puts in service", () =>
    story(async (person) => {
      const thief = await elsewhere(person);
      await startTotp(thief);
      const theirs = await readUnconfirmedTotp(thief);
      expect(await readUnconfirmedTotp(person)).toBeNull();
      const { secret } = await withTotp(person);
      expect(secret).not.toBe(theirs);
      const session = await elsewhere(wait(person, 60));
      await passTotp(session, { code: codeAt(secret, session) });
    }));

  test("MC-32 the secret is sealed, and opens on its own row only", () =>
    story(async (person) => {
      const { secret } = await withTotp(person);
      const [row] = await person.db
        .select()
        .from(totpSecrets)
        .where(eq(totpSecrets.accountId, personOf(person).accountId));
      expect(JSON.stringify(row)).not.toContain(secret);
      expect(() => openText(row?.secret ?? "", totpContext("00000000-0000-0000-0000-000000000000"))).toThrow();
    }));

  test("MC-32 putting one's application in use leaves another person's, set up at the same time, as it was", () =>
    story(async (person) => {
      const other = await aPerson(person.db);
      await startTotp(other);
      const before = await readUnconfirmedTotp(other);
      await withTotp(person);
      expect(before).not.toBeNull();
      expect(await readUnconfirmedTotp(other)).toBe(before);
    }));

  test("MC-32 all addresses of the account are told, at each change", () =>
    story(
      async (person) => {
        await withTotp(person);
        await removeFactor(wait(await again(person), 60), { factor: "totp" });
        expect(await mailsOf(person)).toEqual([
          "factor-added a@mairie.example",
          "factor-added b@maison.example",
          "factor-removed a@mairie.example",
          "factor-removed b@maison.example",
        ]);
      },
      { address: "a@mairie.example", secondaryAddress: "b@maison.example" },
    ));

  test("MC-32 a second application is refused while one is in service", () =>
    story(async (person) => {
      await withTotp(person);
      await expect(startTotp(await again(person))).rejects.toMatchObject({ code: "conflict" });
    }));
});

describe("MC-32 giving a code", () => {
  test("MC-32 a code of the application opens this session, and no other", () =>
    story(async (person) => {
      const { secret } = await withTotp(person);
      const session = await elsewhere(wait(person, 60));
      const third = await elsewhere(wait(person, 60));
      expect(await passTotp(session, { code: codeAt(secret, session), retour: "/compte/securite" })).toEqual({
        returnTo: "/compte/securite",
      });
      expect((await again(session)).actor).toMatchObject({ secondFactor: "passed" });
      expect((await again(third)).actor).toMatchObject({ secondFactor: "missing" });
    }));

  test("MC-32 each code works once: neither the one that set the application up, nor one already given, nor an older one", () =>
    story(async (person) => {
      const { secret } = await withTotp(person);
      const session = await elsewhere(person);
      await expect(passTotp(session, { code: codeAt(secret, session) })).rejects.toMatchObject({ message: "Ce code a déjà servi." });
      await passTotp(session, { code: codeAt(secret, session, 1) });
      await expect(passTotp(session, { code: codeAt(secret, session, 1) })).rejects.toEqual(invalid);
      await expect(passTotp(session, { code: codeAt(secret, session, -1) })).rejects.toEqual(invalid);
    }));

  test("MC-32 a clock thirty seconds away is forgiven, a minute is not", () =>
    story(async (person) => {
      const { secret } = await withTotp(person);
      const session = await elsewhere(wait(person, 300));
      for (const away of [-3, -2, 2, 3]) await expect(passTotp(session, { code: codeAt(secret, session, away) })).rejects.toEqual(invalid);
      await passTotp(session, { code: codeAt(secret, session, -1) });
      await passTotp(session, { code: codeAt(secret, session, 1) });
    }));

  test("MC-11 five wrong codes: the person waits, even with the right one; the others do not", () =>
    story(async (person) => {
      const { secret } = await withTotp(person);
      const session = await elsewhere(wait(person, 60));
      for (let tries = 0; tries < 5; tries += 1)
        await expect(passTotp(session, { code: codeAt(secret, session, 9) })).rejects.toEqual(invalid);
      await expect(passTotp(session, { code: codeAt(secret, session) })).rejects.toEqual(limited);
      const somebody = await aPerson(person.db);
      const theirs = await withTotp(somebody);
      await expect(
        passTotp(await elsewhere(wait(somebody, 60)), { code: codeAt(theirs.secret, wait(somebody, 60)) }),
      ).resolves.toBeDefined();
      const open = wait(session, 60);
      await passTotp(open, { code: codeAt(secret, open) });
    }));

  test("MC-32 somebody else's code, or the code of nobody's application, opens nothing", () =>
    story(async (person) => {
      const { secret } = await withTotp(person);
      const somebody = await aPerson(person.db);
      await expect(passTotp(somebody, { code: codeAt(secret, somebody) })).rejects.toEqual(invalid);
      await withTotp(somebody);
      await expect(passTotp(wait(somebody, 60), { code: codeAt(secret, wait(somebody, 60)) })).rejects.toEqual(invalid);
    }));

  test("MC-32 the same code sent at once through two connections opens one session", () =>
    onCommittedCopy("totp_race", async (db) => {
      const person = await aPerson(db);
      const { secret } = await withTotp(person);
      const sessions = await Promise.all([elsewhere(wait(person, 60)), elsewhere(wait(person, 60)), elsewhere(wait(person, 60))]);
      const answers = await Promise.allSettled(sessions.map((session) => passTotp(session, { code: codeAt(secret, session) })));
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const passed = await Promise.all(sessions.map(async (session) => (await again(session)).actor));
      expect(passed.filter((actor) => actor.kind === "account" && actor.secondFactor === "passed")).toHaveLength(1);
    }));

  test("MC-32 passing is written in the audit log, without the code", () =>
    story(async (person) => {
      const { secret } = await withTotp(person);
      const session = await elsewhere(wait(person, 60));
      const code = codeAt(secret, session);
      await passTotp(session, { code });
      const lines = await person.db.select().from(auditLog).where(eq(auditLog.action, "session.second_factor"));
      expect(lines.map(({ details }) => details)).toEqual([{ way: "totp" }]);
      expect(JSON.stringify(lines)).not.toContain(code);
    }));
});

describe("MC-32 who may change factors", () => {
  test("MC-32 a stolen password alone neither adds, nor removes, nor sees anything", () =>
    story(async (person) => {
      await withTotp(person);
      const thief = await elsewhere(person);
      for (const attempt of [() => startTotp(thief), () => removeFactor(thief, { factor: "totp" })])
        await expect(attempt()).rejects.toMatchObject({ code: "unauthenticated" });
      expect(await readUnconfirmedTotp(thief)).toBeNull();
    }));

  test("MC-32 a session left open is asked for the password again before any change", () =>
    story(async (person) => {
      await withTotp(person);
      const idle = wait(await again(person), 16 * 60);
      await expect(removeFactor(idle, { factor: "totp" })).rejects.toMatchObject({
        code: "unauthenticated",
        message: expect.stringContaining("confirmez votre mot de passe"),
      });
      expect((await readFactors(person, personOf(person).accountId)).totp).not.toBeNull();
    }));

  test("MC-32 removing the last factor takes the recovery codes and what sessions had proved with it", () =>
    story(async (person) => {
      const { secret } = await withTotp(person);
      const other = await elsewhere(wait(person, 60));
      await passTotp(other, { code: codeAt(secret, other) });
      await removeFactor(await again(person), { factor: "totp" });
      expect(await readFactors(person, personOf(person).accountId)).toEqual({ totp: null, passkeys: [], recoveryCodesLeft: 0 });
      for (const session of [person, other]) expect((await again(session)).actor).toMatchObject({ secondFactor: "not_asked" });
    }));

  test("MC-32 staff who must have a factor are asked for one, may set it up, and are asked again once it is removed", () =>
    inRolledBackTx(async (tx) => {
      await tx.db.insert(settings).values({ key: "security.staffSecondFactor", value: "yes", updatedAt: tx.now });
      const person: Ctx = { ...(await aPerson(tx.db, { role: "administrator" })), inTransaction: true };
      const asked = await again(person);
      expect(asked.actor).toMatchObject({ secondFactor: "missing" });
      await withTotp(asked);
      const passed = await again(person);
      expect(passed.actor).toMatchObject({ secondFactor: "passed" });
      await removeFactor(passed, { factor: "totp" });
      expect((await again(person)).actor).toMatchObject({ secondFactor: "missing" });
      const trainer: Ctx = { ...(await aPerson(tx.db, { role: "trainer" })), inTransaction: true };
      expect((await again(trainer)).actor).toMatchObject({ secondFactor: "not_asked" });
    }));
});
