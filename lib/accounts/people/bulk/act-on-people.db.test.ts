import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts } from "@/db/schema/accounts";
import { auditLog, mails } from "@/db/schema/platform";
import { makeAccount, makeSession, makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import { readActor } from "@/lib/accounts/sessions/read-actor";
import type { TxCtx } from "@/lib/core/ctx";
import { actOnPeople } from "./act-on-people";
import { readSelection } from "./read-selection";
import { actOnPeopleInput } from "./schemas";
import { joinIds, longestSelection } from "./vocabulary";

const reason = "Adresses compromises";
const nobody = "00000000-0000-4000-8000-00000000ffff";

const asAdministrator = async (tx: TxCtx) => ({
  ...tx,
  actor: await makeSignedIn(tx, { role: "administrator", firstName: "Hélène", lastName: "Vasseur" }),
});
const linesOf = (tx: TxCtx, action: string) =>
  tx.db.select({ accountId: auditLog.accountId }).from(auditLog).where(eq(auditLog.action, action));

describe("AD-10 the administrator acts on several people at once", () => {
  test("blocks each with the reason, tells who was refused and why, and the others are blocked all the same", () =>
    inRolledBackTx(async (plain) => {
      const tx = await asAdministrator(plain);
      const one = await makeAccount(tx, { firstName: "Ana", lastName: "Abel" });
      const two = await makeAccount(tx, { firstName: "Bruno", lastName: "Blin" });
      const session = await makeSession(tx, one.accountId);
      await tx.db.update(accounts).set({ blockedAt: testNow, blockedReason: "avant" }).where(eq(accounts.id, two.accountId));

      const ids = [nobody, tx.actor.accountId, two.accountId, one.accountId];
      expect(await actOnPeople(tx, { act: "block", ids, reason })).toEqual([
        { id: one.accountId, name: "Abel Ana", done: true, message: "Compte bloqué." },
        { id: two.accountId, name: "Blin Bruno", done: false, message: "Ce compte est déjà bloqué." },
        {
          id: tx.actor.accountId,
          name: "Vasseur Hélène",
          done: false,
          message: "Vous ne pouvez pas bloquer votre propre compte. Demandez-le à une autre personne de l’administration.",
        },
        { id: nobody, name: "Compte fermé ou inconnu", done: false, message: "Ce compte n’existe plus." },
      ]);
      expect(await readActor(tx, session)).toBeNull();
      expect(await linesOf(tx, "account.block")).toEqual([{ accountId: one.accountId }]);
      expect(
        await tx.db.select({ accountId: mails.accountId, props: mails.props }).from(mails).where(eq(mails.kind, "account-blocked")),
      ).toEqual([{ accountId: one.accountId, props: { firstName: "Ana", reason } }]);
      const [before] = await tx.db.select({ reason: accounts.blockedReason }).from(accounts).where(eq(accounts.id, two.accountId));
      expect(before).toEqual({ reason: "avant" });
    }));

  test("ends everybody’s sessions but the one in use, with a line in the log for each", () =>
    inRolledBackTx(async (plain) => {
      const tx = await asAdministrator(plain);
      const person = await makeAccount(tx, { firstName: "Ana", lastName: "Abel" });
      for (let index = 0; index < 2; index++) await makeSession(tx, person.accountId);
      const outcomes = await actOnPeople(tx, { act: "sign_out", ids: [person.accountId, tx.actor.accountId] });
      expect(outcomes.map(({ done, message }) => [done, message])).toEqual([
        [true, "2 sessions terminées."],
        [true, "Aucune session ouverte."],
      ]);
      expect(await readActor(tx, tx.actor.sessionId)).not.toBeNull();
      const told = (await linesOf(tx, "session.end_all")).map(({ accountId }) => accountId);
      expect(new Set(told)).toEqual(new Set([person.accountId, tx.actor.accountId]));
    }));

  test("unblocks those who are blocked", () =>
    inRolledBackTx(async (plain) => {
      const tx = await asAdministrator(plain);
      const { accountId } = await makeAccount(tx);
      const ids = [accountId];
      await actOnPeople(tx, { act: "block", ids, reason });
      expect(await actOnPeople(tx, { act: "unblock", ids })).toMatchObject([{ done: true, message: "Compte débloqué." }]);
      expect(await actOnPeople(tx, { act: "unblock", ids })).toMatchObject([{ done: false, message: "Ce compte n’est pas bloqué." }]);
    }));

  test("only with a password typed a short while ago, and nobody else ever", () =>
    inRolledBackTx(async (tx) => {
      const { accountId } = await makeAccount(tx);
      const input = { act: "block" as const, ids: [accountId], reason };
      const administrator = await makeSignedIn(tx, { role: "administrator" });
      const late = { ...tx, actor: { ...administrator, provedAt: new Date(testNow.getTime() - 16 * 60_000) } };
      await expect(actOnPeople(late, input)).rejects.toMatchObject({ code: "unauthenticated" });
      for (const actor of [{ kind: "visitor" as const }, await makeSignedIn(tx), await makeSignedIn(tx, { role: "iel_manager" })]) {
        await expect(actOnPeople({ ...tx, actor }, input)).rejects.toMatchObject({ code: "forbidden" });
        await expect(readSelection({ ...tx, actor }, [accountId])).rejects.toMatchObject({ code: "forbidden" });
      }
      expect(await linesOf(tx, "account.block")).toEqual([]);
    }));
});

test("AD-10 each person of a selection is a transaction apart: what was done stays done when the database breaks at another", () =>
  onCommittedCopy("bulk_apart", async (db) => {
    const { actor, person } = await db.transaction(async (inner) => ({
      actor: await makeSignedIn(testCtx(inner), { role: "administrator" }),
      person: await makeAccount(testCtx(inner)),
    }));
    // The database refuses an identifier that is none with an error of its own; the schema would have stopped it.
    const ids = [person.accountId, "not an identifier"];
    expect(await actOnPeople({ ...testCtx(db), actor }, { act: "block", ids, reason })).toMatchObject([
      { id: person.accountId, done: true },
      { done: false, message: "Une erreur est survenue. Réessayez pour cette personne dans un instant." },
    ]);
    expect(await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.blockedReason, reason))).toEqual([
      { id: person.accountId },
    ]);
  }));

test("AD-10 the people ticked are read by name, once each, without closed accounts nor identifiers of nobody", () =>
  inRolledBackTx(async (plain) => {
    const tx = await asAdministrator(plain);
    const b = await makeAccount(tx, { firstName: "Zoé", lastName: "Blin" });
    const a = await makeAccount(tx, { firstName: "Ana", lastName: "Abel" });
    const closed = await makeAccount(tx, { lastName: "Partie" });
    await tx.db.update(accounts).set({ closedAt: testNow }).where(eq(accounts.id, closed.accountId));
    const seen = await readSelection(tx, [b.accountId, a.accountId, a.accountId, closed.accountId, nobody, "n’importe quoi"]);
    expect(seen.map(({ lastName }) => lastName)).toEqual(["Abel", "Blin"]);
    expect(await readSelection(tx, [])).toEqual([]);
  }));

test("AD-10 a block asks for a reason, the other acts do not; a selection is at least one person and at most a page", () => {
  const id = (index: number) => `0198f2aa-0000-7000-8000-${String(index).padStart(12, "0")}`;
  const many = (count: number) => joinIds(Array.from({ length: count }, (_, index) => id(index)));
  const refused = (input: object) => actOnPeopleInput.safeParse(input).error?.issues.map(({ path }) => path.join("."));
  expect(refused({ act: "block", ids: id(1), reason: "" })).toEqual(["reason"]);
  expect(actOnPeopleInput.parse({ act: "sign_out", ids: `${id(1)}.${id(2)}.${id(1)}`, reason: "" })).toMatchObject({ ids: [id(1), id(2)] });
  // The same person written in capitals is one person, acted on once.
  expect(actOnPeopleInput.parse({ act: "unblock", ids: `${id(1).toUpperCase()}.${id(1)}` }).ids).toEqual([id(1)]);
  expect(actOnPeopleInput.parse({ act: "unblock", ids: many(longestSelection) }).ids).toHaveLength(longestSelection);
  expect(refused({ act: "unblock", ids: many(longestSelection + 1) })).toEqual(["ids"]);
  for (const ids of ["", ".", "x", `${id(1)}.x`]) expect(refused({ act: "unblock", ids })?.[0]).toMatch(/^ids/u);
  expect(refused({ ids: id(1) })).toEqual(["act"]);
});
