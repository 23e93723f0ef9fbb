import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditLog } from "@/db/schema/platform";
import { employers, regions, specialties, structures, subSpecialties } from "@/db/schema/references";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { aSpecialty, aStructure } from "@/db/testing/factories/references";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { csvStream } from "@/lib/core/csv";
import type { Ctx } from "@/lib/core/ctx";
import { listSpecialties } from "../list-specialties";
import { listTrainingTypes } from "../list-training-types";
import { exportHeader, exportList } from "./export-list";
import { importList, previewList } from "./import-list";
import { listReferences, readReference } from "./list-references";
import { shownValues } from "./rules";
import { saveReference, setReferenceActive } from "./save-reference";
import { saveReferenceInput } from "./schemas";
import type { ReferenceList } from "./vocabulary";

const staged = <Result>(story: (ctx: Ctx) => Promise<Result>) =>
  inRolledBackTx(async (tx) => {
    await tx.db.insert(regions).values({ code: "44", name: "Grand Est", zone: "metro" });
    await aStructure(tx, { code: "054", name: "Délégation Grand Est" });
    await aSpecialty(tx, { code: "A3", name: "Finances" });
    await aSpecialty(tx, { code: "B7", name: "Restauration" });
    return story({ ...tx, actor: await makeSignedIn(tx, { role: "administrator" }) });
  });

const save = (ctx: Ctx, typed: Record<string, unknown>) => saveReference(ctx, saveReferenceInput.parse(typed));
const cachanTyped = {
  list: "employers",
  siret: "219 400 165 00011",
  name: "Commune de Cachan",
  street: "Place de l’Hôtel-de-Ville",
  postcode: "94230",
  city: "Cachan",
};
const effects = (preview: { lines: readonly { effect: string }[] }) => preview.lines.map(({ effect }) => effect);
const all = { query: "", state: undefined, after: null } as const;

describe("AD-09 editing a list", () => {
  test("AD-09 the administrator adds an employer, finds it by a mistyped name or its SIRET, and the log tells it", () =>
    staged(async (ctx) => {
      expect(await save(ctx, cachanTyped)).toEqual({ key: "21940016500011", added: true });
      for (const query of ["cachan", "Cachn", "219 400"]) {
        const { lines } = await listReferences(ctx, "employers", { ...all, query });
        expect(lines).toEqual([{ key: "21940016500011", name: "Commune de Cachan", detail: "94230 Cachan", active: true }]);
      }
      expect(await ctx.db.select().from(auditLog).where(eq(auditLog.action, "reference.add"))).toHaveLength(1);
    }));

  test("AD-09 a wrong SIRET, a code already taken, a name already given and an unknown specialty are refused on their field", () =>
    staged(async (ctx) => {
      expect(saveReferenceInput.safeParse({ ...cachanTyped, siret: "21940016500012" }).error?.issues[0]?.path).toEqual(["siret"]);
      await save(ctx, cachanTyped);
      await expect(save(ctx, cachanTyped)).rejects.toMatchObject({
        code: "invalid",
        fieldErrors: { siret: [expect.stringContaining("existe déjà")] },
      });
      await expect(save(ctx, { list: "specialties", code: "C1", name: "FINANCES" })).rejects.toMatchObject({
        fieldErrors: { name: ["Ce nom est déjà celui de A3."] },
      });
      await expect(save(ctx, { list: "subSpecialties", code: "K9A", name: "Généralités" })).rejects.toMatchObject({
        fieldErrors: { code: [expect.stringContaining("K9 n’existe pas")] },
      });
    }));

  test("AD-09 a specialty and its sub-specialty are proposed at the end of their list, and keep their code when renamed", () =>
    staged(async (ctx) => {
      await save(ctx, { list: "specialties", code: "c1", name: "Culture" });
      await save(ctx, { list: "subSpecialties", code: "C1A", name: "Lecture publique" });
      const { seen } = await readReference(ctx, "specialties", "C1");
      await save(ctx, { list: "specialties", code: "C1", name: "Culture et patrimoine", seen });
      expect((await listSpecialties(ctx)).at(-1)).toMatchObject({
        code: "C1",
        name: "Culture et patrimoine",
        slug: "culture",
        subSpecialties: [{ code: "C1A", name: "Lecture publique" }],
      });
      await save(ctx, { list: "trainingTypes", code: "tutorat", name: "Tutorat" });
      expect((await listTrainingTypes(ctx)).at(-1)).toEqual({ code: "tutorat", name: "Tutorat" });
    }));

  test("AD-09 what is retired is no longer proposed, stays for what bears it, and can be put back", () =>
    staged(async (ctx) => {
      await setReferenceActive(ctx, { list: "specialties", key: "A3", active: false });
      expect((await listSpecialties(ctx)).map(({ code }) => code)).toEqual(["B7"]);
      expect(await ctx.db.$count(specialties, eq(specialties.code, "A3"))).toBe(1);
      expect((await listReferences(ctx, "specialties", { ...all, state: "retired" })).lines.map(({ key }) => key)).toEqual(["A3"]);
      await setReferenceActive(ctx, { list: "specialties", key: "A3", active: true });
      expect((await listSpecialties(ctx)).map(({ code }) => code)).toContain("A3");
      await expect(setReferenceActive(ctx, { list: "specialties", key: "Z9", active: false })).rejects.toMatchObject({ code: "absent" });
    }));

  test("AD-09 whoever edits a line that somebody else has changed is told, and writes nothing", () =>
    staged(async (ctx) => {
      const { row, seen } = await readReference(ctx, "structures", "054");
      const typed = { ...shownValues(row), active: undefined, seen, list: "structures", messagingOpen: undefined };
      const { active: _retired, ...fields } = typed;
      await save(ctx, { ...fields, name: "Délégation de Lorraine" });
      await expect(save(ctx, { ...fields, name: "Délégation de l’Est" })).rejects.toMatchObject({ code: "conflict" });
      const [structure] = await ctx.db.select().from(structures).where(eq(structures.code, "054"));
      expect(structure).toMatchObject({ name: "Délégation de Lorraine", messagingOpen: false, phone: "03 53 01 54 00" });
    }));

  test("AD-09 a manager may not read, write nor import them", () =>
    staged(async (ctx) => {
      const { row } = await readReference(ctx, "structures", "054");
      expect(row.name).toBe("Délégation Grand Est");
      const person = await makeSignedIn(ctx);
      const manager: Ctx = {
        ...ctx,
        actor: { ...person, grants: [{ role: "manager", structureId: person.accountId, authorityId: null }] },
      };
      for (const attempt of [
        () => save(manager, cachanTyped),
        () => setReferenceActive(manager, { list: "specialties", key: "A3", active: false }),
        () => listReferences(manager, "employers", all),
        () => readReference(manager, "structures", "054"),
        () => previewList(manager, { list: "employers", text: "SIRET;Nom\n1;2" }),
        () => exportList(manager, "employers"),
      ])
        await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    }));

  test("AD-09 two administrators who give one name to two specialties at the same time: one of them is told", () =>
    onCommittedCopy("references", async (db) => {
      const ctx = testCtx(db);
      const administrator = { ...ctx, actor: await makeSignedIn(ctx, { role: "administrator" }) };
      const outcomes = await Promise.allSettled(
        ["C1", "C2", "C3"].map((code) => save(administrator, { list: "specialties", code, name: "Culture" })),
      );
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await db.$count(specialties, eq(specialties.name, "Culture"))).toBe(1);
    }));
});

describe("AD-09 importing a list", () => {
  const header = "SIRET;Nom;Code postal;Ville\n";
  const cachan = "21940016500011;Commune de Cachan;94230;Cachan\n";

  test("AD-09 a file is shown line by line, then imported whole; imported again it changes nothing", () =>
    staged(async (ctx) => {
      const list = "employers";
      await save(ctx, { ...cachanTyped, siret: "35600000049837", name: "La Poste" });
      const text = `${header}${cachan}35600000049837;La Poste SA;94230;Cachan\n`;
      const preview = await previewList(ctx, { list, text });
      expect(preview.lines).toEqual([
        { line: 2, name: "21940016500011 · Commune de Cachan", effect: "added", notes: [] },
        { line: 3, name: "35600000049837 · La Poste SA", effect: "changed", notes: ["Nom : « La Poste » → « La Poste SA »"] },
      ]);
      expect(await ctx.db.$count(employers)).toBe(1);
      expect(await importList(ctx, { list, text, print: preview.print })).toEqual({ added: 1, changed: 1 });
      // The street is not in the file: it stays.
      const [changed] = await ctx.db.select().from(employers).where(eq(employers.siret, "35600000049837"));
      expect(changed).toMatchObject({ name: "La Poste SA", street: "Place de l’Hôtel-de-Ville" });
      const again = await previewList(ctx, { list, text });
      expect(effects(again)).toEqual(["same", "same"]);
      await expect(importList(ctx, { list, text, print: again.print })).rejects.toMatchObject({ code: "invalid" });
    }));

  test.each([
    ["21940016500012;Commune de Cachan;94230;Cachan", "SIRET : Ce SIRET n’est pas valide"],
    ["21940016500011;=1+1;94230;Cachan", "Nom : une formule n’est pas lue"],
    ["21940016500011;;94230;Cachan", "Nom : Donnez son nom."],
    ["21940016500011;Commune de Cachan;9423;Cachan", "Code postal : Cinq chiffres."],
    [`${cachan}${cachan}`, "La ligne 2 porte déjà ce code."],
  ])("AD-09 a line that cannot be imported says why, and nothing is imported (%#)", (lines, reason) =>
    staged(async (ctx) => {
      const text = `${header}35600000049837;La Poste;54000;Nancy\n`.replace("35600000049837;La Poste;54000;Nancy\n", lines);
      const preview = await previewList(ctx, { list: "employers", text });
      expect(preview.lines.at(-1)?.effect).toBe("refused");
      expect(preview.lines.at(-1)?.notes.join(" ")).toContain(reason);
      await expect(importList(ctx, { list: "employers", text, print: preview.print })).rejects.toMatchObject({
        message: expect.stringContaining("rien n’a été importé"),
      });
      expect(await ctx.db.$count(employers)).toBe(0);
    }),
  );

  test("AD-09 an import that would no longer do what was shown is refused", () =>
    staged(async (ctx) => {
      const text = header + cachan;
      const { print } = await previewList(ctx, { list: "employers", text });
      await save(ctx, cachanTyped);
      await expect(importList(ctx, { list: "employers", text, print })).rejects.toMatchObject({ code: "conflict" });
    }));

  test.each(["structures", "specialties", "subSpecialties", "employers", "trainingTypes"] as const)(
    "AD-09 the export of %s, imported as it is, changes nothing",
    (list: ReferenceList) =>
      staged(async (ctx) => {
        await save(ctx, cachanTyped);
        await save(ctx, { list: "trainingTypes", code: "tutorat", name: "Tutorat" });
        await ctx.db
          .update(structures)
          .set({ regionCodes: ["44"], access: "Tram 1 ;\narrêt « Gare »" })
          .where(eq(structures.code, "054"));
        await ctx.db.update(subSpecialties).set({ active: false }).where(eq(subSpecialties.code, "A3A"));
        const text = await new Response(csvStream(exportHeader(list), await exportList(ctx, list))).text();
        const preview = await previewList(ctx, { list, text });
        expect(preview.lines.length).toBeGreaterThan(0);
        expect(new Set(effects(preview))).toEqual(new Set(["same"]));
      }),
  );
});
