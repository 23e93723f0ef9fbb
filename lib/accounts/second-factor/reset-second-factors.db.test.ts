import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts } from "@/db/schema/accounts";
import { auditLog } from "@/db/schema/platform";
import { inRolledBackTx } from "@/db/testing/rollback";
import { readActor } from "@/lib/accounts/sessions/read-actor";
import type { Ctx } from "@/lib/core/ctx";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { readFactors } from "./read-factors";
import { resetSecondFactors } from "./reset-second-factors";
import { aPerson, mailsOf, wait, withPasskey, withTotp } from "./testing/person";

const story = (run: (administrator: Ctx, person: Ctx) => Promise<void>) =>
  inRolledBackTx(async (tx) =>
    run(
      await aPerson(tx.db, { role: "administrator", firstName: "Hélène" }),
      await aPerson(tx.db, { address: "claire@mairie.example", passwordHash: "the hash" }),
    ),
  );

describe("MC-32 somebody lost every factor", () => {
  test("MC-32 an administrator removes them: sessions end, the person is told, the password is neither shown nor changed", () =>
    story(async (administrator, person) => {
      await withTotp(person);
      const { accountId, sessionId } = personOf(person);
      expect(await resetSecondFactors(administrator, { accountId })).toEqual({ endedSessions: 1 });
      expect(await readFactors(person, accountId)).toEqual({ totp: null, passkeys: [], recoveryCodesLeft: 0 });
      expect(await readActor(person, sessionId)).toBeNull();
      expect(await mailsOf(person)).toContain("factors-reset claire@mairie.example");
      const [account] = await person.db.select({ hash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, accountId));
      expect(account?.hash).toBe("the hash");
      const [line] = await person.db.select().from(auditLog).where(eq(auditLog.action, "account.factors_reset"));
      expect(line).toMatchObject({
        actorId: personOf(administrator).accountId,
        accountId,
        details: { totp: true, passkeys: 0, endedSessions: 1 },
      });
      await expect(resetSecondFactors(administrator, { accountId })).rejects.toMatchObject({ code: "conflict" });
    }));

  test("MC-32 passkeys go too", () =>
    story(async (administrator, person) => {
      await withPasskey(person);
      await resetSecondFactors(administrator, { accountId: personOf(person).accountId });
      expect((await readFactors(person, personOf(person).accountId)).passkeys).toEqual([]);
    }));

  test("MC-32 nobody else may, nor an administrator for their own account, nor one who gave no factor or no password lately", () =>
    story(async (administrator, person) => {
      await withTotp(person);
      const { accountId } = personOf(person);
      const trainer = await aPerson(person.db, { role: "trainer" });
      const half: Ctx = { ...administrator, actor: { ...personOf(administrator), secondFactor: "missing" } };
      for (const ctx of [trainer, half, { ...administrator, actor: { kind: "visitor" } } satisfies Ctx])
        await expect(resetSecondFactors(ctx, { accountId })).rejects.toMatchObject({ code: "forbidden" });
      await expect(resetSecondFactors(administrator, { accountId: personOf(administrator).accountId })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(resetSecondFactors(wait(administrator, 3600), { accountId })).rejects.toMatchObject({ code: "unauthenticated" });
      expect((await readFactors(person, accountId)).totp).not.toBeNull();
    }));

  test("MC-32 a person who does not exist is absent", () =>
    story(async (administrator) => {
      await expect(resetSecondFactors(administrator, { accountId: "00000000-0000-0000-0000-000000000000" })).rejects.toMatchObject({
        code: "absent",
      });
    }));
});
