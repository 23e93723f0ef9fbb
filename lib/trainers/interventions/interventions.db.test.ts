import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { cvEntries } from "@/db/schema/cv-library";
import { interventions } from "@/db/schema/interventions";
import { auditLog } from "@/db/schema/platform";
import { trainerProfiles } from "@/db/schema/trainers";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { allLines } from "@/db/testing/all-lines";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { furnish, managerOf, structureOf } from "../testing/ad-stage";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { changeIntervention } from "./change-intervention";
import { exportInterventions } from "./export-interventions";
import { importInterventions, previewInterventions } from "./import-interventions";
import { listInterventions } from "./list-interventions";
import { readIntervention } from "./read-intervention";
import { recordIntervention } from "./record-intervention";
import { removeIntervention } from "./remove-intervention";
import { recordInterventionInput } from "./schemas";
import { setImmatriculation } from "./set-immatriculation";

const staged = <Result>(story: (tx: TxCtx, trainer: StagedTrainer, manager: Ctx) => Promise<Result>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx, { immatriculation: "054-0012" });
    return story(tx, trainer, await managerOf(tx, "054"));
  });

const typed = async (ctx: Ctx, over: Record<string, unknown> = {}) =>
  recordInterventionInput.parse({
    structureId: await structureOf(ctx, "054"),
    reference: "S-2026-118",
    trainer: "054-0012",
    title: "Élaborer un budget communal",
    startsOn: "02/03/2026",
    endsOn: "03/03/2026",
    hours: "12,5",
    ...over,
  });
const all = { query: "", direction: "desc", after: null } as const;
const header = "Structure;Référence;Intervenant;Intitulé;Début;Fin;Heures\n";
const effects = (preview: { lines: readonly { effect: string }[] }) => preview.lines.map(({ effect }) => effect);

describe("AD-08 recording by hand", () => {
  test("AD-08 a manager records what a trainer of any structure did for theirs; the CVthèque knows of it, and the log", () =>
    staged(async (tx, trainer, manager) => {
      await recordIntervention(manager, await typed(manager, { trainer: trainer.address.toUpperCase() }));
      const { interventions: lines } = await listInterventions(manager, { ...all, query: "durand" });
      expect(lines).toMatchObject([
        { reference: "S-2026-118", hours: 12.5, lastName: "Durand", firstName: "Camille", immatriculation: "054-0012" },
      ]);
      const [entry] = await tx.db.select().from(cvEntries).where(eq(cvEntries.profileId, trainer.profileId));
      expect(entry?.lastInterventionOn).toBe("2026-03-03");
      expect(await tx.db.select().from(auditLog).where(eq(auditLog.action, "trainer.intervention_recorded"))).toHaveLength(1);
    }));

  test("AD-08 an unknown trainer, a reference used already, days out of order and another structure are refused", () =>
    staged(async (tx, trainer, manager) => {
      await recordIntervention(manager, await typed(manager));
      await expect(recordIntervention(manager, await typed(manager))).rejects.toMatchObject({
        fieldErrors: { reference: [expect.any(String)] },
      });
      await expect(
        recordIntervention(manager, await typed(manager, { trainer: "inconnu@ville.fr", reference: "2" })),
      ).rejects.toMatchObject({
        fieldErrors: { trainer: [expect.any(String)] },
      });
      expect(recordInterventionInput.safeParse({ ...(await typed(manager)), hours: "beaucoup" }).success).toBe(false);
      await expect(typed(manager, { endsOn: "01/03/2026" })).rejects.toThrow("précéder");
      const elsewhere = await managerOf(tx, "075");
      await expect(recordIntervention(elsewhere, await typed(tx))).rejects.toMatchObject({ code: "forbidden" });
      await expect(recordIntervention(trainer.ctx, await typed(tx))).rejects.toMatchObject({ code: "forbidden" });
      expect((await listInterventions(elsewhere, all)).interventions).toEqual([]);
      await expect(listInterventions(trainer.ctx, all)).rejects.toMatchObject({ code: "forbidden" });
    }));
});

test("AD-08 AD-13 an export has what the list finds for one’s structures, in its order, and is recorded before its first line", () =>
  staged(async (tx, _trainer, manager) => {
    await recordIntervention(manager, await typed(manager));
    await recordIntervention(manager, await typed(manager, { reference: "S-2026-200", startsOn: "05/05/2026", endsOn: "06/05/2026" }));
    const found = { ...all, from: "2026-03-03", until: "2026-05-05", direction: "asc" } as const;
    const batches = await exportInterventions(manager, found);
    expect(await tx.db.$count(auditLog, eq(auditLog.action, "trainer.interventions_export"))).toBe(1);
    const facts = ["Durand", "Camille", "054-0012", "Élaborer un budget communal"];
    expect(await allLines(batches)).toEqual([
      [...facts, "2026-03-02", "2026-03-03", 12.5, "Délégation Grand Est", "S-2026-118"],
      [...facts, "2026-05-05", "2026-05-06", 12.5, "Délégation Grand Est", "S-2026-200"],
    ]);
    expect((await listInterventions(manager, { ...found, until: "2026-05-04" })).interventions).toHaveLength(1);
    expect(await allLines(await exportInterventions(await managerOf(tx, "075"), all))).toEqual([]);
  }));

/** What the page of an intervention shows now, as its form sends it back. */
const seenBy = async (ctx: Ctx, interventionId: string) => {
  const { id: _id, structure: _structure, trainer: _trainer, ...facts } = await readIntervention(ctx, interventionId);
  return { readAt: ctx.now.toISOString(), ...facts };
};
const later = (ctx: Ctx): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + 60_000) });

describe("AD-08 correcting by hand", () => {
  const entryEnd = async (ctx: Ctx, profileId: string) =>
    (await ctx.db.select().from(cvEntries).where(eq(cvEntries.profileId, profileId)))[0]?.lastInterventionOn;

  test("AD-08 a manager corrects an intervention, gives it to whom it belongs, then removes it: the CVthèque follows, and the log", () =>
    staged(async (tx, trainer, manager) => {
      const { interventionId } = await recordIntervention(manager, await typed(manager));
      const other = await aTrainer(tx, { firstName: "Awa", immatriculation: "054-0013" });
      const { structureId: _structure, ...facts } = await typed(manager, { trainer: "054-0013", endsOn: "05/03/2026" });
      await changeIntervention(manager, { ...facts, interventionId, seen: await seenBy(manager, interventionId) });
      expect(await entryEnd(tx, trainer.profileId)).toBeNull();
      expect(await entryEnd(tx, other.profileId)).toBe("2026-03-05");
      expect(await readIntervention(manager, interventionId)).toMatchObject({ trainer: "054-0013", endsOn: "2026-03-05" });
      await removeIntervention(manager, { interventionId });
      expect(await entryEnd(tx, other.profileId)).toBeNull();
      expect(await tx.db.$count(interventions)).toBe(0);
      for (const action of ["trainer.intervention_changed", "trainer.intervention_removed"])
        expect(await tx.db.$count(auditLog, eq(auditLog.action, action))).toBe(1);
    }));

  test("AD-08 another structure’s intervention does not exist; a reference stays used once; who left the CVthèque keeps theirs", () =>
    staged(async (tx, trainer, manager) => {
      const { interventionId } = await recordIntervention(manager, await typed(manager));
      await recordIntervention(manager, await typed(manager, { reference: "S-2" }));
      const { structureId: _structure, ...facts } = await typed(manager);
      const elsewhere = await managerOf(tx, "075");
      await expect(readIntervention(elsewhere, interventionId)).rejects.toMatchObject({ code: "absent" });
      const seen = await seenBy(manager, interventionId);
      await expect(changeIntervention(elsewhere, { ...facts, interventionId, seen })).rejects.toMatchObject({ code: "absent" });
      await expect(removeIntervention(elsewhere, { interventionId })).rejects.toMatchObject({ code: "absent" });
      await expect(changeIntervention(manager, { ...facts, interventionId, seen, reference: "S-2" })).rejects.toMatchObject({
        fieldErrors: { reference: [expect.any(String)] },
      });
      await tx.db.update(trainerProfiles).set({ state: "archived" }).where(eq(trainerProfiles.id, trainer.profileId));
      await changeIntervention(manager, { ...facts, interventionId, seen, title: "Budget communal" });
      expect(await readIntervention(manager, interventionId)).toMatchObject({ title: "Budget communal" });
    }));
});

describe("AD-08 two managers correct the same intervention", () => {
  test("AD-08 the second is told who changed what, by hand or by a file; told, they may write over it; the same correction sent twice counts once", () =>
    staged(async (tx, _trainer, manager) => {
      const { interventionId } = await recordIntervention(manager, await typed(manager));
      const { structureId, ...facts } = await typed(manager);
      const { accountId, ...person } = await makeSignedIn(tx, { firstName: "Sofia", lastName: "Marchand" });
      const sofia = later({ ...tx, actor: { ...person, accountId, grants: [{ role: "manager", structureId, authorityId: null }] } });
      const seen = await seenBy(manager, interventionId);
      const hers = { ...facts, interventionId, seen, title: "Budget communal", hours: null };
      await changeIntervention(sofia, hers);
      await changeIntervention(sofia, hers);
      const his = { ...facts, interventionId, title: "Budget, niveau 2" };
      await expect(changeIntervention(later(manager), { ...his, seen })).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringMatching(/par Sofia Marchand, le 21\/11\/2026/u),
        fieldErrors: { title: ["Écrit entre-temps : Budget communal"], hours: ["Entre-temps, cette réponse a été effacée."] },
      });
      const text = `${header}054;S-2026-118;054-0012;Budget importé;02/03/2026;03/03/2026;12\n`;
      const read = await seenBy(later(sofia), interventionId);
      await importInterventions(manager, { text, print: (await previewInterventions(manager, { text })).print });
      await expect(changeIntervention(manager, { ...his, seen: read })).rejects.toMatchObject({
        message: expect.stringContaining("par l’import d’un fichier"),
      });
      await changeIntervention(manager, { ...his, seen: await seenBy(manager, interventionId) });
      expect(await readIntervention(manager, interventionId)).toMatchObject({ title: "Budget, niveau 2", hours: 12.5 });
    }));

  test("AD-08 at the very same time, one correction is kept and the other one is told", () =>
    onCommittedCopy("corrections", async (db) => {
      const ctx = testCtx(db);
      await furnish(ctx);
      await aTrainer(ctx, { immatriculation: "054-0012" });
      const manager = await managerOf(ctx, "054");
      const { interventionId } = await recordIntervention(manager, await typed(manager));
      const { structureId: _structure, ...facts } = await typed(manager);
      const seen = await seenBy(manager, interventionId);
      const outcomes = await Promise.allSettled(
        ["Un", "Deux"].map((title) => changeIntervention(manager, { ...facts, interventionId, seen, title })),
      );
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    }));
});

describe("AD-08 importing a file", () => {
  test("AD-08 a file is shown, then recorded whole; run again it adds nothing, and a changed line is changed", () =>
    staged(async (_tx, trainer, manager) => {
      const text = `${header}054;S-1;054-0012;Budget communal;02/03/2026;03/03/2026;12\n54;S-2;${trainer.address};Marchés publics;2026-04-07;2026-04-07;\n`;
      const preview = await previewInterventions(manager, { text });
      expect(effects(preview)).toEqual(["added", "added"]);
      expect(await importInterventions(manager, { text, print: preview.print })).toEqual({ added: 2, changed: 0 });
      expect(effects(await previewInterventions(manager, { text }))).toEqual(["same", "same"]);
      const changed = text.replace("Marchés publics", "Marchés publics, niveau 2");
      const again = await previewInterventions(manager, { text: changed });
      expect(effects(again)).toEqual(["same", "changed"]);
      expect(await importInterventions(manager, { text: changed, print: again.print })).toEqual({ added: 0, changed: 1 });
      expect((await listInterventions(manager, all)).interventions.map(({ title }) => title)).toEqual([
        "Marchés publics, niveau 2",
        "Budget communal",
      ]);
    }));

  test("AD-08 a file that gives an intervention to somebody else takes it from the CVthèque of the former one", () =>
    staged(async (tx, trainer, manager) => {
      await recordIntervention(manager, await typed(manager));
      const other = await aTrainer(tx, { firstName: "Awa", immatriculation: "054-0013" });
      const text = `${header}054;S-2026-118;054-0013;Élaborer un budget communal;02/03/2026;03/03/2026;12,5\n`;
      const { print } = await previewInterventions(manager, { text });
      expect(await importInterventions(manager, { text, print })).toEqual({ added: 0, changed: 1 });
      const entries = await tx.db.select().from(cvEntries);
      const endOf = (profileId: string) => entries.find((entry) => entry.profileId === profileId)?.lastInterventionOn;
      expect([endOf(trainer.profileId), endOf(other.profileId)]).toEqual([null, "2026-03-03"]);
    }));

  test.each([
    ["075;S-1;054-0012;Budget;02/03/2026;03/03/2026;12", "vous ne gérez pas"],
    ["054;S-1;999;Budget;02/03/2026;03/03/2026;12", "aucun intervenant validé"],
    ["054;S-1;054-0012;=1+1;02/03/2026;03/03/2026;12", "formule"],
    ["054;S-1;054-0012;Budget;03/03/2026;02/03/2026;12", "précéder"],
    ["054;;054-0012;Budget;02/03/2026;03/03/2026;12", "référence"],
    ["054;S-0;054-0012;Budget;02/03/2026;03/03/2026;12", "porte déjà cette référence"],
  ])("AD-08 a line that cannot be recorded says why, and nothing is recorded (%#)", (line, reason) =>
    staged(async (tx, _trainer, manager) => {
      const text = `${header}054;S-0;054-0012;Budget;02/03/2026;03/03/2026;12\n${line}\n`;
      const preview = await previewInterventions(manager, { text });
      expect(preview.lines[1]?.effect).toBe("refused");
      expect(preview.lines[1]?.notes.join(" ")).toContain(reason);
      await expect(importInterventions(manager, { text, print: preview.print })).rejects.toMatchObject({ code: "invalid" });
      expect(await tx.db.$count(interventions)).toBe(0);
    }),
  );

  test("AD-08 the same file imported twice at the same time is recorded once", () =>
    onCommittedCopy("interventions", async (db) => {
      const ctx = testCtx(db);
      await furnish(ctx);
      await aTrainer(ctx, { immatriculation: "054-0012" });
      const manager = await managerOf(ctx, "054");
      const text = `${header}054;S-1;054-0012;Budget;02/03/2026;03/03/2026;12\n`;
      const { print } = await previewInterventions(manager, { text });
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => importInterventions(manager, { text, print })));
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await db.$count(interventions)).toBe(1);
    }));
});

describe("AD-08 the registration number", () => {
  test("AD-08 EI-50 the home structure writes it down: from then on the person counts as having worked", () =>
    inRolledBackTx(async (tx) => {
      await furnish(tx);
      const trainer = await aTrainer(tx);
      const manager = await managerOf(tx, "054");
      expect(await setImmatriculation(manager, { trainer: trainer.address, immatriculation: "054-0099" })).toEqual({
        name: "Camille Durand",
      });
      const [profile] = await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, trainer.profileId));
      expect(profile?.immatriculation).toBe("054-0099");
      const [entry] = await tx.db.select().from(cvEntries).where(eq(cvEntries.profileId, trainer.profileId));
      expect(entry?.facets).toContain("w:worked");
    }));

  test("AD-08 one number for one person; another structure’s manager may not, and only the administrator changes it", () =>
    staged(async (tx, trainer, manager) => {
      const other = await aTrainer(tx, { firstName: "Awa" });
      await expect(setImmatriculation(manager, { trainer: other.address, immatriculation: "054-0012" })).rejects.toMatchObject({
        fieldErrors: { immatriculation: [expect.stringContaining("déjà celle")] },
      });
      await expect(setImmatriculation(await managerOf(tx, "075"), { trainer: other.address, immatriculation: "1" })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(setImmatriculation(manager, { trainer: trainer.address, immatriculation: "054-0013" })).rejects.toMatchObject({
        code: "conflict",
      });
      const administrator = { ...tx, actor: await makeSignedIn(tx, { role: "administrator" }) };
      await setImmatriculation(administrator, { trainer: "054-0012", immatriculation: "054-0013" });
      await expect(setImmatriculation(manager, { trainer: "personne@ville.fr", immatriculation: "1" })).rejects.toMatchObject({
        code: "invalid",
      });
    }));
});
