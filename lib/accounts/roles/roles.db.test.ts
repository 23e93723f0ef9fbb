import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roleGrants } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { auditLog, mails } from "@/db/schema/platform";
import { authorities, structures } from "@/db/schema/references";
import { makeAccount, makeSession, makeSignedIn } from "@/db/testing/factories/accounts";
import { anAuthority, aStructure } from "@/db/testing/factories/references";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import { readActor } from "@/lib/accounts/sessions/read-actor";
import type { SignedIn, TxCtx } from "@/lib/core/ctx";
import { grantRole } from "./grant-role";
import { grantRoleInput } from "./schemas";
import { roles } from "./vocabulary";
import { withdrawRole } from "./withdraw-role";

const nobody = "00000000-0000-4000-8000-00000000ffff";
const nowhere = { structureId: null, authorityId: null };

const story = (tell: (tx: TxCtx & { actor: SignedIn }) => Promise<void>) =>
  inRolledBackTx(async (tx) =>
    tell({ ...tx, actor: await makeSignedIn(tx, { role: "administrator", firstName: "Hélène", lastName: "Vasseur" }) }),
  );
const grantsOf = (tx: TxCtx, accountId: string) => tx.db.select().from(roleGrants).where(eq(roleGrants.accountId, accountId));
const linesAbout = (tx: TxCtx, accountId: string) =>
  tx.db
    .select({ action: auditLog.action, details: auditLog.details })
    .from(auditLog)
    .where(eq(auditLog.accountId, accountId))
    .orderBy(auditLog.id);
const mailsTo = (tx: TxCtx, accountId: string) =>
  tx.db.select({ kind: mails.kind, props: mails.props }).from(mails).where(eq(mails.accountId, accountId)).orderBy(mails.kind);

async function grantIdOf(tx: TxCtx, accountId: string): Promise<string> {
  const [grant] = await grantsOf(tx, accountId);
  if (grant === undefined) throw new Error("no grant");
  return grant.id;
}

describe("AD-10 the administrator gives and takes back a role", () => {
  test("limited to a structure: in force at the next request of a live session, told by mail, kept in the log", () =>
    story(async (tx) => {
      const { accountId } = await makeAccount(tx, { firstName: "Marc" });
      const session = await makeSession(tx, accountId);
      const structure = await aStructure(tx, { name: "Délégation Grand Est" });

      await grantRole(tx, { accountId, role: "manager", structureId: structure.id, authorityId: null });
      expect((await readActor(tx, session))?.grants).toEqual([{ role: "manager", structureId: structure.id, authorityId: null }]);
      const grantId = await grantIdOf(tx, accountId);
      expect((await grantsOf(tx, accountId))[0]).toMatchObject({ grantedBy: tx.actor.accountId, grantedAt: testNow });

      await withdrawRole(tx, { grantId });
      expect((await readActor(tx, session))?.grants).toEqual([]);
      expect((await grantsOf(tx, accountId))[0]).toMatchObject({ withdrawnBy: tx.actor.accountId, withdrawnAt: testNow });
      expect(await linesAbout(tx, accountId)).toEqual([
        { action: "role.grant", details: { role: "manager", scope: "Délégation Grand Est", structureId: structure.id, authorityId: null } },
        { action: "role.withdraw", details: { role: "manager", scope: "Délégation Grand Est" } },
      ]);
      const props = { firstName: "Marc", role: "Gestionnaire de structure", scope: "Délégation Grand Est" };
      expect(await mailsTo(tx, accountId)).toEqual([
        { kind: "role-granted", props },
        { kind: "role-withdrawn", props },
      ]);

      await grantRole(tx, { accountId, role: "manager", structureId: structure.id, authorityId: null });
      expect(await grantsOf(tx, accountId)).toHaveLength(2);
    }));

  test("limited to an authority, and the same role for two authorities", () =>
    story(async (tx) => {
      const { accountId } = await makeAccount(tx);
      for (const authority of [await anAuthority(tx), await anAuthority(tx)])
        await grantRole(tx, { accountId, role: "principal", structureId: null, authorityId: authority.id });
      expect(await grantsOf(tx, accountId)).toHaveLength(2);
    }));

  test("never twice the same, nor for a place that is unknown or out of service, nor for nobody", () =>
    story(async (tx) => {
      const { accountId } = await makeAccount(tx, { role: "member" });
      await expect(grantRole(tx, { accountId, role: "member", ...nowhere })).rejects.toMatchObject({
        code: "conflict",
        fieldErrors: { role: [expect.any(String)] },
      });
      const structure = await aStructure(tx);
      await tx.db.update(structures).set({ active: false }).where(eq(structures.id, structure.id));
      const authority = await anAuthority(tx);
      await tx.db.update(authorities).set({ active: false }).where(eq(authorities.id, authority.id));
      for (const structureId of [structure.id, nobody])
        await expect(grantRole(tx, { accountId, role: "manager", structureId, authorityId: null })).rejects.toMatchObject({
          code: "invalid",
          fieldErrors: { structureId: [expect.any(String)] },
        });
      for (const authorityId of [authority.id, nobody])
        await expect(grantRole(tx, { accountId, role: "agent", structureId: null, authorityId })).rejects.toMatchObject({
          code: "invalid",
          fieldErrors: { authorityId: [expect.any(String)] },
        });
      await expect(grantRole(tx, { accountId: nobody, role: "member", ...nowhere })).rejects.toMatchObject({ code: "absent" });
      await expect(withdrawRole(tx, { grantId: nobody })).rejects.toMatchObject({ code: "absent" });
      const grantId = await grantIdOf(tx, accountId);
      await withdrawRole(tx, { grantId });
      await expect(withdrawRole(tx, { grantId })).rejects.toMatchObject({ code: "conflict" });
      expect(await mailsTo(tx, accountId)).toHaveLength(1);
    }));

  test("only when their password was given a short while ago", () =>
    story(async (tx) => {
      const { accountId } = await makeAccount(tx, { role: "member" });
      const late = { ...tx, actor: { ...tx.actor, provedAt: new Date(testNow.getTime() - 16 * 60_000) } };
      await expect(grantRole(late, { accountId, role: "administrator", ...nowhere })).rejects.toMatchObject({ code: "unauthenticated" });
      await expect(withdrawRole(late, { grantId: await grantIdOf(tx, accountId) })).rejects.toMatchObject({ code: "unauthenticated" });
    }));

  test("and nobody else may", () =>
    inRolledBackTx(async (tx) => {
      const { accountId } = await makeAccount(tx, { role: "member" });
      const grantId = await grantIdOf(tx, accountId);
      for (const actor of [{ kind: "visitor" as const }, await makeSignedIn(tx), await makeSignedIn(tx, { role: "iel_manager" })]) {
        await expect(grantRole({ ...tx, actor }, { accountId, role: "administrator", ...nowhere })).rejects.toMatchObject({
          code: "forbidden",
        });
        await expect(withdrawRole({ ...tx, actor }, { grantId })).rejects.toMatchObject({ code: "forbidden" });
      }
      expect(await grantsOf(tx, accountId)).toMatchObject([{ role: "member", withdrawnAt: null }]);
      expect(await linesAbout(tx, accountId)).toEqual([]);
    }));
});

describe("AD-10 TR-41 without JavaScript the place of a role is typed", () => {
  const scopeOf = async (tx: TxCtx, accountId: string) =>
    (await grantsOf(tx, accountId)).map(({ structureId, authorityId }) => structureId ?? authorityId);

  test("a structure by its name, its town or its code; when several answer, they are named", () =>
    story(async (tx) => {
      const nancy = await aStructure(tx, { name: "Délégation Lothairie", code: "954", city: "Nancy" });
      const metz = await aStructure(tx, { name: "Antenne Lothairie Nord", code: "957", city: "Metz" });
      for (const [typed, structure] of [
        ["delegation lothairie", nancy],
        ["957", metz],
        ["lothairie metz", metz],
      ] as const) {
        const { accountId } = await makeAccount(tx);
        await grantRole(tx, { accountId, role: "manager", structureId: typed, authorityId: null });
        expect(await scopeOf(tx, accountId)).toEqual([structure.id]);
      }
      const { accountId } = await makeAccount(tx);
      const refusal = (typed: string) => grantRole(tx, { accountId, role: "manager", structureId: typed, authorityId: null });
      await expect(refusal("Lothairie")).rejects.toMatchObject({
        fieldErrors: { structureId: [expect.stringMatching(/Délégation Lothairie \(954 · Nancy\).*Écrivez le code/u)] },
      });
      await expect(refusal("Atlantide")).rejects.toMatchObject({
        fieldErrors: { structureId: [expect.stringContaining("Aucune structure")] },
      });
      expect(await scopeOf(tx, accountId)).toEqual([]);
    }));

  test("an authority by its whole name or its SIREN; one that only resembles is proposed, never taken", () =>
    story(async (tx) => {
      const one = await anAuthority(tx, { name: "Vaucresson-les-Tilleuls" });
      for (const typed of ["vaucresson les tilleuls", one.siren.replace(/(...)(...)/u, "$1 $2 ")]) {
        const { accountId } = await makeAccount(tx);
        await grantRole(tx, { accountId, role: "agent", structureId: null, authorityId: typed });
        expect(await scopeOf(tx, accountId)).toEqual([one.id]);
      }
      const { accountId } = await makeAccount(tx);
      const refusal = (typed: string) => grantRole(tx, { accountId, role: "agent", structureId: null, authorityId: typed });
      for (const typed of ["Vaucresson", "Vaucreson-les-Tilleuls"])
        await expect(refusal(typed)).rejects.toMatchObject({
          fieldErrors: { authorityId: [expect.stringMatching(new RegExp(`Vaucresson-les-Tilleuls.*SIREN ${one.siren}`, "u"))] },
        });
      await expect(refusal("Xyzzyville")).rejects.toMatchObject({ fieldErrors: { authorityId: [expect.any(String)] } });
      const twin = await anAuthority(tx, { name: "Vaucresson-les-Tilleuls" });
      await expect(refusal("Vaucresson-les-Tilleuls")).rejects.toMatchObject({ code: "invalid" });
      await grantRole(tx, { accountId, role: "agent", structureId: null, authorityId: twin.siren });
      expect(await scopeOf(tx, accountId)).toEqual([twin.id]);
    }));

  test("a commune by its postcode when it is the only one there, whatever its intercommunality; otherwise they are named", () =>
    story(async (tx) => {
      const one = await anAuthority(tx, { name: "Tilleuls-la-Seule", postcodes: ["94997"] });
      await anAuthority(tx, { kind: "intercommunality", code: null, name: "Tilleuls Agglomération", postcodes: ["94996", "94997"] });
      const [alone, tried] = [await makeAccount(tx), await makeAccount(tx)];
      await grantRole(tx, { accountId: alone.accountId, role: "agent", structureId: null, authorityId: "94997" });
      expect(await scopeOf(tx, alone.accountId)).toEqual([one.id]);

      const refusal = (typed: string) =>
        grantRole(tx, { accountId: tried.accountId, role: "agent", structureId: null, authorityId: typed });
      // The beginning of a postcode is a search, not a choice.
      await expect(refusal("9499")).rejects.toMatchObject({ code: "invalid" });
      const two = await anAuthority(tx, { name: "Tilleuls-Voisine", postcodes: ["94997"] });
      await expect(refusal("94997")).rejects.toMatchObject({
        fieldErrors: { authorityId: [expect.stringMatching(new RegExp(`${one.siren}.*${two.siren}|${two.siren}.*${one.siren}`, "u"))] },
      });
      expect(await scopeOf(tx, tried.accountId)).toEqual([]);
    }));
});

describe("AD-10 there is always an administrator who can sign in", () => {
  test("the last one's role is not withdrawn, not even by themselves; a blocked one does not count", () =>
    story(async (tx) => {
      const own = await grantIdOf(tx, tx.actor.accountId);
      await expect(withdrawRole(tx, { grantId: own })).rejects.toMatchObject({ code: "conflict" });
      const other = await makeAccount(tx, { role: "administrator" });
      await tx.db.update(accounts).set({ blockedAt: testNow, blockedReason: "x" }).where(eq(accounts.id, other.accountId));
      await expect(withdrawRole(tx, { grantId: own })).rejects.toMatchObject({ code: "conflict" });
      await tx.db.update(accounts).set({ blockedAt: null, blockedReason: null }).where(eq(accounts.id, other.accountId));
      await withdrawRole(tx, { grantId: own });
    }));

  test("of two who withdraw each other at the same instant, one stays", () =>
    onCommittedCopy("withdraw_each_other", async (db) => {
      const people = await db.transaction(async (inner) => {
        const tx = { ...testCtx(inner), inTransaction: true } as TxCtx;
        const pair = [await makeSignedIn(tx, { role: "administrator" }), await makeSignedIn(tx, { role: "administrator" })] as const;
        return { pair, grants: [await grantIdOf(tx, pair[0].accountId), await grantIdOf(tx, pair[1].accountId)] as const };
      });
      const ctx = testCtx(db);
      const results = await Promise.allSettled([
        withdrawRole({ ...ctx, actor: people.pair[0] }, { grantId: people.grants[1] }),
        withdrawRole({ ...ctx, actor: people.pair[1] }, { grantId: people.grants[0] }),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
      const left = await db.select({ withdrawnAt: roleGrants.withdrawnAt }).from(roleGrants);
      expect(left.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(1);
    }));

  test("the same role given twice at the same instant is given once, told once", () =>
    onCommittedCopy("grant_twice", async (db) => {
      const [actor, { accountId }] = await db.transaction(async (inner) => {
        const tx = { ...testCtx(inner), inTransaction: true } as TxCtx;
        return [await makeSignedIn(tx, { role: "administrator" }), await makeAccount(tx)] as const;
      });
      const ctx = { ...testCtx(db), actor };
      const grant = () => grantRole(ctx, { accountId, role: "course_author", ...nowhere });
      const results = await Promise.allSettled([grant(), grant()]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await db.select({ id: mails.id }).from(mails)).toHaveLength(1);
    }));
});

describe("AD-10 the form that gives a role", () => {
  const accountId = nobody;
  test("asks for the structure or the authority of the roles that are limited, and drops what the role has no use for", () => {
    const errors = (input: object) =>
      grantRoleInput.safeParse({ accountId, ...input }).error?.issues.map(({ path, message }) => [path[0], message]);
    expect(errors({ role: "manager", structureId: "", authorityId: "" })).toEqual([
      ["structureId", "Indiquez la structure à laquelle ce rôle est limité."],
    ]);
    expect(errors({ role: "agent" })).toEqual([["authorityId", "Indiquez la collectivité à laquelle ce rôle est limité."]]);
    expect(grantRoleInput.parse({ accountId, role: "manager", structureId: " Grand  Est " })).toMatchObject({ structureId: "Grand Est" });
    expect(errors({ role: "" })).toEqual([["role", "Choisissez un rôle."]]);
    expect(grantRoleInput.parse({ accountId, role: "administrator", structureId: nobody, authorityId: nobody })).toEqual({
      accountId,
      role: "administrator",
      ...nowhere,
    });
  });

  test("takes anything without breaking", () => {
    const anything = fc.oneof(fc.anything(), fc.string(), fc.constantFrom("\0", "\uD800", "x".repeat(100_000), "__proto__"));
    fc.assert(
      fc.property(
        fc.record(
          { accountId: anything, role: fc.oneof(anything, fc.constantFrom(...roles)), structureId: anything, authorityId: anything },
          { requiredKeys: [] },
        ),
        (input) => {
          const { success, error } = grantRoleInput.safeParse(input);
          if (!success) expect(error.issues.every(({ message }) => message.length > 0)).toBe(true);
        },
      ),
    );
  });
});
