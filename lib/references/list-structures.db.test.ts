import { expect, test } from "vitest";
import { aSpecialty, aStructure, anAuthority } from "@/db/testing/factories/references";
import { inRolledBackTx } from "@/db/testing/rollback";
import { listSpecialties } from "./list-specialties";
import { listStructures } from "./list-structures";
import { isSiren } from "./rules";
import { searchAuthorities } from "./search-authorities";

test("AD-09 a structure, a specialty or an authority that is closed is no longer proposed", () =>
  inRolledBackTx(async (tx) => {
    const open = await aStructure(tx, { name: "Délégation ouverte" });
    await aStructure(tx, { name: "Délégation fermée", active: false });
    expect((await listStructures(tx)).map(({ id }) => id)).toEqual([open.id]);

    const taught = await aSpecialty(tx);
    await aSpecialty(tx, { active: false });
    expect(await listSpecialties(tx)).toEqual([
      expect.objectContaining({ id: taught.id, subSpecialties: [expect.objectContaining({ name: "Généralités" })] }),
    ]);

    const alive = await anAuthority(tx, { name: "Trifouilly" });
    await anAuthority(tx, { name: "Trifouilly-Vieux", active: false });
    const { results } = await searchAuthorities(tx, { query: "trifouily", limit: 10 });
    expect(results).toEqual([
      { id: alive.id, name: "Trifouilly", kind: "commune", siren: alive.siren, detail: "Commune · 94999 Trifouilly · Val-de-Marne" },
    ]);
    expect(isSiren(alive.siren)).toBe(true);
  }));

test("AD-09 the headquarters come first, then delegations and institutes by name", () =>
  inRolledBackTx(async (tx) => {
    await aStructure(tx, { kind: "institute", name: "Institut A" });
    await aStructure(tx, { name: "Délégation B" });
    await aStructure(tx, { name: "Délégation A" });
    await aStructure(tx, { kind: "headquarters", name: "Siège" });
    expect((await listStructures(tx)).map(({ name }) => name)).toEqual(["Siège", "Délégation A", "Délégation B", "Institut A"]);
  }));
