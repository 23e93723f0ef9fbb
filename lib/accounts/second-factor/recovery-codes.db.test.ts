import { describe, expect, test } from "vitest";
import { recoveryCodes } from "@/db/schema/accounts";
import { makeSession } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { passRecoveryCode } from "./pass-recovery-code";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { readFactors } from "./read-factors";
import { regenerateRecoveryCodes } from "./regenerate-recovery-codes";
import { again, aPerson, mailsOf, wait, withPasskey, withTotp } from "./testing/person";

const story = (run: (person: Ctx) => Promise<void>, over = {}) => inRolledBackTx(async (tx) => run(await aPerson(tx.db, over)));
const elsewhere = async (person: Ctx) => again(person, await makeSession(person, personOf(person).accountId));
const left = async (person: Ctx) => (await readFactors(person, personOf(person).accountId)).recoveryCodesLeft;

describe("MC-32 recovery codes", () => {
  test("MC-32 each opens one session, once, and the owner is told how many remain", () =>
    story(
      async (person) => {
        const { codes } = await withTotp(person);
        const [first = "", second = ""] = codes;
        const session = await elsewhere(person);
        await passRecoveryCode(session, { recoveryCode: first });
        expect((await again(session)).actor).toMatchObject({ secondFactor: "passed" });
        expect(await left(person)).toBe(9);
        const other = await elsewhere(person);
        await expect(passRecoveryCode(other, { recoveryCode: first })).rejects.toMatchObject({ code: "invalid" });
        await passRecoveryCode(other, { recoveryCode: second });
        expect((await mailsOf(person)).filter((mail) => mail.startsWith("recovery-code-used"))).toEqual([
          "recovery-code-used a@mairie.example",
          "recovery-code-used a@mairie.example",
        ]);
      },
      { address: "a@mairie.example" },
    ));

  test("MC-32 used at once through two connections, a code opens one session", () =>
    onCommittedCopy("recovery_race", async (db) => {
      const person = await aPerson(db);
      const { codes } = await withTotp(person);
      const sessions = await Promise.all([elsewhere(person), elsewhere(person), elsewhere(person)]);
      const answers = await Promise.allSettled(sessions.map((session) => passRecoveryCode(session, { recoveryCode: codes[0] ?? "" })));
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await left(person)).toBe(9);
    }));

  test("MC-32 only hashes are kept, and a hash is worth nothing on another account", () =>
    story(async (person) => {
      const { codes } = await withTotp(person);
      const rows = await person.db.select().from(recoveryCodes);
      expect(rows).toHaveLength(10);
      for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code);
      const somebody = await aPerson(person.db);
      await withTotp(somebody);
      await person.db.insert(recoveryCodes).values({ accountId: personOf(somebody).accountId, codeHash: rows[0]?.codeHash ?? "" });
      for (const recoveryCode of codes.slice(0, 4))
        await expect(passRecoveryCode(await elsewhere(somebody), { recoveryCode })).rejects.toMatchObject({ code: "invalid" });
    }));

  test("MC-32 new codes replace the earlier ones", () =>
    story(async (person) => {
      const { codes: old } = await withTotp(person);
      const { codes } = await regenerateRecoveryCodes(await again(wait(person, 60)));
      expect(codes.filter((code) => old.includes(code))).toEqual([]);
      expect(await left(person)).toBe(10);
      await expect(passRecoveryCode(await elsewhere(person), { recoveryCode: old[0] ?? "" })).rejects.toMatchObject({ code: "invalid" });
      await passRecoveryCode(await elsewhere(person), { recoveryCode: codes[0] ?? "" });
    }));

  test("MC-32 without a factor there is nothing to recover: none are made", () =>
    story(async (person) => {
      await expect(regenerateRecoveryCodes(person)).rejects.toMatchObject({ code: "conflict" });
      expect(await left(person)).toBe(0);
    }));

  test("MC-32 the first factor gives codes, whichever it is; the second one keeps them", () =>
    story(async (person) => {
      expect((await withPasskey(person)).codes).toHaveLength(10);
      expect((await withTotp(await again(person))).codes).toEqual([]);
      expect(await left(person)).toBe(10);
    }));

  test("MC-11 five wrong codes, of either kind, make the person wait", () =>
    story(async (person) => {
      const { codes } = await withTotp(person);
      const session = await elsewhere(person);
      for (let tries = 0; tries < 5; tries += 1)
        await expect(passRecoveryCode(session, { recoveryCode: "00000-00000" })).rejects.toMatchObject({ code: "invalid" });
      await expect(passRecoveryCode(session, { recoveryCode: codes[0] ?? "" })).rejects.toMatchObject({ code: "limited" });
      expect(await left(person)).toBe(10);
    }));
});
