import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts } from "@/db/schema/accounts";
import { auditLog } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { furnish, managerOf } from "../../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, typeInDossier } from "../../testing/dossier-stage";
import { aTrainer } from "../../testing/profile-stage";
import { noteLook } from "../looks/note-look";
import { breachHeader, exportBreach } from "./export-breach";
import { findSuspects, readBreach } from "./touched-people";

const days = { since: "2026-11-21", until: "2026-11-22" };
const idOf = ({ actor }: Ctx) => (actor.kind === "account" ? actor.accountId : "");
const at = (ctx: TxCtx, instant: string): TxCtx => ({ ...ctx, now: new Date(instant) });

/** A manager whose account was stolen, and what it looked at of two trainers, over three days. */
async function story(tx: TxCtx) {
  await furnish(tx);
  const administrator = { ...tx, actor: await makeSignedIn(tx, { role: "administrator" }) };
  const thief = { ...(await managerOf(tx, "075")), inTransaction: true } as TxCtx;
  const looked = async (lastName: string) => {
    const trainer = await aTrainer(tx, { lastName });
    await typeInDossier(trainer, identityAnswers);
    const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
    const openingId = await anOpening(thief, dossierId);
    return { trainer, look: { openingId, dossierId, trainerId: trainer.accountId } };
  };
  const [ana, bea] = [await looked("Ancel"), await looked("Béchir")];
  const piece = { kind: "piece", block: "identity", slot: "identity_front" } as const;
  for (const minute of [1, 2]) await noteLook(at(thief, `2026-11-21T10:0${minute}:00Z`), { ...ana.look, ...piece });
  await noteLook(at(thief, "2026-11-21T10:05:00Z"), { ...ana.look, kind: "iban", block: "bank" });
  // Half past midnight on the 23rd in Paris: out of the two days.
  await noteLook(at(thief, "2026-11-22T23:30:00Z"), { ...ana.look, kind: "nir", block: "social_security" });
  await noteLook(at(thief, "2026-11-22T22:30:00Z"), { ...bea.look, kind: "nir", block: "social_security" });
  await audit(at(thief, "2026-11-22T09:00:00Z"), { action: "trainer.cv_export", details: {} });
  // Somebody else looked too: not the thief's doing.
  const colleague = { ...(await managerOf(tx, "075")), inTransaction: true } as TxCtx;
  await noteLook(colleague, { ...bea.look, ...piece });
  return { administrator, thief, ana: ana.trainer, bea: bea.trainer };
}

test("EI-98 breach drill: the people that an account touched between two days, which data, how often, and the lists taken away", () =>
  inRolledBackTx(async (tx) => {
    const { administrator, thief, ana, bea } = await story(tx);
    const breach = await readBreach(administrator, { who: idOf(thief), ...days });
    expect(breach?.people.map(({ accountId, count }) => [accountId, count])).toEqual([
      [ana.accountId, 3],
      [bea.accountId, 1],
    ]);
    expect(breach?.people[0]).toMatchObject({
      name: "Camille Ancel",
      address: ana.address,
      categories: [
        { label: "IBAN et BIC en entier", count: 1 },
        { label: "Pièce : Document d’identité", count: 2 },
      ],
      first: new Date("2026-11-21T10:01:00Z"),
      last: new Date("2026-11-21T10:05:00Z"),
    });
    expect(breach?.exports.map(({ label }) => label)).toEqual(["CVthèque exportée"]);
    expect(breach?.networks).toEqual(["192.0.2.1"]);
    const [line] = await tx.db.select().from(auditLog).where(eq(auditLog.action, "trainer.breach_drill"));
    expect(line).toMatchObject({ actorId: idOf(administrator), subjectId: idOf(thief), accountId: null, details: { ...days, people: 2 } });
  }));

test("EI-98 breach drill: the file for the authority has a line a person and category; a closed account stays in it without a name", () =>
  inRolledBackTx(async (tx) => {
    const { administrator, thief, bea } = await story(tx);
    await tx.db.update(accounts).set({ firstName: "Compte", lastName: "supprimé", closedAt: tx.now }).where(eq(accounts.id, bea.accountId));
    const lines = [];
    for await (const batch of await exportBreach(administrator, { who: idOf(thief), ...days })) lines.push(...batch);
    expect(lines.every((cells) => cells.length === breachHeader.length)).toBe(true);
    expect(lines.map(([name, , , category, count]) => [name, category, count])).toEqual([
      ["Camille Ancel", "IBAN et BIC en entier", 1],
      ["Camille Ancel", "Pièce : Document d’identité", 2],
      ["Compte supprimé", "Numéro de sécurité sociale en entier", 1],
      ["(liste exportée)", "CVthèque exportée", 1],
    ]);
    expect(lines[2]?.[1]).toBe("");
  }));

test("EI-98 breach drill: an account is found by its address, its name or its identifier; only the national administration may look", () =>
  inRolledBackTx(async (tx) => {
    const { administrator, thief } = await story(tx);
    const address = thief.actor.kind === "account" ? thief.actor.address : "";
    expect((await findSuspects(administrator, address)).map(({ id }) => id)).toEqual([idOf(thief)]);
    expect((await findSuspects(administrator, idOf(thief))).map(({ id }) => id)).toEqual([idOf(thief)]);
    expect((await findSuspects(administrator, "camille durand")).length).toBeGreaterThan(1);
    expect(await findSuspects(administrator, "")).toEqual([]);
    for (const by of [thief, tx]) {
      await expect(findSuspects(by, address)).rejects.toMatchObject({ code: "forbidden" });
      await expect(readBreach(by, { who: idOf(thief), ...days })).rejects.toMatchObject({ code: "forbidden" });
    }
  }));
