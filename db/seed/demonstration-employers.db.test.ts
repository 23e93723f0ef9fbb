import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { employers } from "@/db/schema/references";
import { aDepartment, anAuthority } from "@/db/testing/factories/references";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { TxCtx } from "@/lib/core/ctx";
import { faultsOnScreen } from "@/lib/core/testing/typography";
import { searchEmployers } from "@/lib/references/search-employers";
import { isSiret } from "@/lib/references/siret";
import { ofPlace, seedDemonstrationEmployers } from "./demonstration-employers";

const seeded = <Result>(story: (tx: TxCtx) => Promise<Result>) =>
  inRolledBackTx(async (tx) => {
    await aDepartment(tx);
    await anAuthority(tx, { name: "Cachan", siren: "219400165", postcodes: ["94230"], population: 30_000 });
    await anAuthority(tx, { name: "Arcueil", postcodes: ["94110"], population: 20_000 });
    await anAuthority(tx, { name: "Le Kremlin-Bicêtre", postcodes: ["94270"], population: 24_000 });
    await anAuthority(tx, { kind: "intercommunality", code: null, name: "Métropole du Grand Paris", postcodes: ["94230", "94110"] });
    expect(await seedDemonstrationEmployers(tx)).toBe(true);
    return story(tx);
  });

test("AD-09 EI-25 the demonstration proposes real public employers, each with a SIRET whose key fits", () =>
  seeded(async (tx) => {
    const rows = await tx.db.select().from(employers);
    expect(rows.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other, "fr"))).toEqual([
      "Commune d’Arcueil",
      "Commune de Cachan",
      "Commune du Kremlin-Bicêtre",
      "Métropole du Grand Paris",
    ]);
    expect(rows.filter(({ siret }) => !isSiret(siret))).toEqual([]);
    expect(rows.flatMap(({ name }) => faultsOnScreen(name))).toEqual([]);
    expect(rows.find(({ name }) => name.startsWith("Métropole"))).toMatchObject({ postcode: "94230", city: "Cachan" });
    expect(await seedDemonstrationEmployers(tx)).toBe(false);
  }));

test.each(["cachan", "Câchan", "cahcan", "cachn", "mairie de Cachan", "commune de cachan", "2194001", "219 400 165 00011"])(
  "AD-09 EI-25 an employer is found by its name or the beginning of its SIRET: %s",
  (typed) =>
    seeded(async (tx) => {
      expect((await searchEmployers(tx, { query: typed, limit: 5 }))[0]).toMatchObject({
        name: "Commune de Cachan",
        siret: "21940016500011",
        detail: "219\u00A0400\u00A0165\u00A000011 · 94230 Cachan",
      });
    }),
);

test("AD-09 an employer that is retired is no longer proposed, and what is no name finds nothing", () =>
  seeded(async (tx) => {
    await tx.db.update(employers).set({ active: false }).where(eq(employers.siret, "21940016500011"));
    expect(await searchEmployers(tx, { query: "cachan", limit: 5 })).toEqual([]);
    for (const typed of ["", "a", "%%%", "'; drop table employers"])
      expect(await searchEmployers(tx, { query: typed, limit: 5 })).toEqual([]);
  }));

test("AD-09 the place of a commune is said in French", () => {
  expect(["Cachan", "Arcueil", "Le Havre", "Les Lilas", "La Rochelle", "Évry", "L’Haÿ-les-Roses"].map(ofPlace)).toEqual([
    "de Cachan",
    "d’Arcueil",
    "du Havre",
    "des Lilas",
    "de La Rochelle",
    "d’Évry",
    "de L’Haÿ-les-Roses",
  ]);
});
