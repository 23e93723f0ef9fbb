import { expect, test } from "vitest";
import { aStructure } from "@/db/testing/factories/references";
import { inRolledBackTx } from "@/db/testing/rollback";
import { searchStructures } from "./search-structures";

test("AD-10 a structure is found by its name, town or code, accents forgiven; one out of service is not", () =>
  inRolledBackTx(async (tx) => {
    const found = async (query: string) => (await searchStructures(tx, { query })).map(({ label, detail }) => [label, detail]);
    await aStructure(tx, { code: "935", name: "Délégation d’Essai-Bretagne", city: "Rennes" });
    await aStructure(tx, { code: "936", name: "Délégation d’Essai-Fermée", city: "Rennes", active: false });
    for (const query of ["essai bretagne", "delegation BRETAGNE", "rennes essai", "935"])
      expect(await found(query)).toEqual([["Délégation d’Essai-Bretagne", "935 · Rennes"]]);
    expect(await found("essai fermee")).toEqual([]);
    expect((await searchStructures(tx, { query: "" })).length).toBeLessThanOrEqual(20);
  }));
