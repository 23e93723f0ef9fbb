import { eq, sql } from "drizzle-orm";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { auditLog } from "@/db/schema/platform";
import { authorities, communes, structures } from "@/db/schema/references";
import { seedReferences } from "@/db/seed/reference-data";
import { testCtx } from "@/db/testing/rollback";
import { copyTemplate } from "@/db/testing/worker-database";
import type { Ctx } from "@/lib/core/ctx";
import { importReferences, type ReferenceImport } from "./import-references";
import { listCountries, listNationalities } from "./list-countries";
import { listRegions } from "./list-regions";
import { listSpecialties } from "./list-specialties";
import { listStructures } from "./list-structures";
import { foldPlaceName } from "./rules";
import { searchAuthorities } from "./search-authorities";
import { searchCommunes } from "./search-communes";

// The whole of France in one database of this file: the searches are proven on the real names.
let address: string;
let opened: ReturnType<typeof connect>;
let first: ReferenceImport;
const visitor = (): Ctx => testCtx(opened.db);
const system = (): Ctx => testCtx(opened.db, { actor: { kind: "system", name: "seed" } });
const find = async (query: string, limit = 10) => (await searchAuthorities(visitor(), { query, limit })).results;

beforeAll(async () => {
  address = await copyTemplate(`references_${process.pid}`);
  opened = connect(address, { max: 4 });
  first = await importReferences(system(), { onlyIfNew: true });
}, 60_000);
afterAll(() => opened.sql.end());

describe("TR-50 the first start loads the references", () => {
  test("TR-50 all communes, postcodes and authorities of France are there", () => {
    expect(first.imported).toBe(true);
    expect(first.counts).toMatchObject({ regions: 26, structures: 24 });
    expect(first.counts.communes).toBeGreaterThan(34_000);
    expect(first.counts.postcodes).toBeGreaterThan(35_000);
    expect(first.counts.authorities).toBeGreaterThan(36_000);
    expect(first.counts.specialties).toBeGreaterThanOrEqual(25);
    expect(first.counts.subSpecialties).toBeGreaterThanOrEqual(150);
    expect(first.counts.countries).toBeGreaterThanOrEqual(195);
  });

  test("TR-50 a second start imports nothing", async () => {
    expect(await seedReferences(system())).toBe(false);
    expect(await importReferences(system(), { onlyIfNew: true })).toEqual({ ...first, imported: false });
  });

  test("TR-51 importing again, even twice at once, writes the same rows under the same keys", async () => {
    const keys = () =>
      opened.db.execute(
        sql`select count(*)::integer as rows, md5(string_agg(id || siren || name || active || xmin, ',' order by id)) as print from authorities`,
      );
    const before = await keys();
    const [one, other] = await Promise.all([importReferences(system()), importReferences(system())]);
    expect([one.imported, other.imported]).toEqual([true, true]);
    expect([one.counts, other.counts]).toEqual([first.counts, first.counts]);
    expect(await keys()).toEqual(before);
  });

  test("TR-51 an import corrects what changed, closes what is gone, and leaves what the back office decided (AD-09)", async () => {
    const { db } = opened;
    await db.update(authorities).set({ name: "Cachant", population: 1 }).where(eq(authorities.siren, "219400165"));
    await db.insert(authorities).values({ kind: "commune", name: "Ys", siren: "990000018", code: "29999", departmentCode: "29" });
    await db.update(structures).set({ name: "Délégation du Grand Est", messagingOpen: false }).where(eq(structures.code, "054"));
    await importReferences(system());
    expect((await find("cachan"))[0]?.name).toBe("Cachan");
    expect(await find("990000018")).toEqual([]);
    const closed = await db.select({ active: authorities.active }).from(authorities).where(eq(authorities.siren, "990000018"));
    expect(closed).toEqual([{ active: false }]);
    expect(await listStructures(visitor())).toContainEqual(
      expect.objectContaining({ code: "054", name: "Délégation du Grand Est", messagingOpen: false }),
    );
    await db.delete(authorities).where(eq(authorities.siren, "990000018"));
  });

  test("TR-51 an import leaves a line in the audit log, and a visitor may not import", async () => {
    const lines = await opened.db.select().from(auditLog).where(eq(auditLog.action, "references.import"));
    expect(lines[0]).toMatchObject({ actorKind: "seed", details: { communes: first.counts.communes } });
    await expect(importReferences(visitor())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("AD-09 finding an authority", () => {
  const cachan = { name: "Cachan", kind: "commune", siren: "219400165", detail: "Commune · 94230 Cachan · Val-de-Marne" };

  test.each([
    "cachan",
    "CACHAN",
    "Câchan",
    "cach",
    "cachn",
    "cahcan",
    "94230",
    "94 230",
    "219400165",
    "219 400 165",
    "2194001650001",
    "21940016500018",
    "mairie de Cachan",
    "94230 cachan",
    "cachan 94",
    "cachan 75",
  ])("AD-09 %s finds Cachan first", async (typed) => {
    expect((await find(typed))[0]).toMatchObject(cachan);
  });

  test.each([
    ["la roche sur yon", "La Roche-sur-Yon"],
    ["roche-sur-yon", "La Roche-sur-Yon"],
    ["lhay les roses", "L’Haÿ-les-Roses"],
    ["marseile", "Marseille"],
    ["toulosue", "Toulouse"],
    ["st etienne du rouvray", "Saint-Étienne-du-Rouvray"],
    ["val de marne", "Département du Val-de-Marne"],
    ["conseil régional grand est", "Région Grand Est"],
    ["cc faucigny", "Communauté de communes Faucigny - Glières"],
    ["communauté d'agglomération du libournais", "Communauté d’agglomération du Libournais"],
  ])("AD-09 %s finds %s among the first three", async (typed, name) => {
    expect((await find(typed)).slice(0, 3).map((authority) => authority.name)).toContain(name);
  });

  test("AD-09 of several authorities of one name, the largest comes first", async () => {
    const homonyms = (await find("saint denis", 20)).filter(({ name }) => name === "Saint-Denis");
    expect(homonyms.map(({ detail }) => detail)).toEqual([
      "Commune · 97400 Saint-Denis · La Réunion",
      "Commune · 93200 Saint-Denis · Seine-Saint-Denis",
      "Commune · 11310 Saint-Denis · Aude",
      "Commune · 30500 Saint-Denis · Gard",
    ]);
  });

  test("AD-09 a postcode gives its communes, then their intercommunality; its beginning gives communes alone", async () => {
    expect((await find("94230")).map(({ kind, name }) => [kind, name])).toEqual([
      ["commune", "Cachan"],
      ["intercommunality", "Métropole du Grand Paris"],
    ]);
    expect(new Set((await find("942")).map(({ kind }) => kind))).toEqual(new Set(["commune"]));
  });

  test("AD-09 two letters of a town and its department are enough to tell homonyms apart", async () => {
    expect((await find("saint denis 93"))[0]?.detail).toBe("Commune · 93200 Saint-Denis · Seine-Saint-Denis");
    expect((await find("saint denis 974"))[0]?.detail).toBe("Commune · 97400 Saint-Denis · La Réunion");
  });

  test("AD-09 a wrong SIREN is said to be wrong", async () => {
    expect(await searchAuthorities(visitor(), { query: "219400166", limit: 10 })).toEqual({
      results: [],
      hint: expect.stringContaining("SIREN"),
    });
  });

  test("AD-09 whatever is typed is text: nothing is read as SQL or as a pattern, nothing is lost", async () => {
    const count = await opened.db.$count(authorities);
    for (const typed of ["'; drop table authorities; --", "%", "_______", "\\", "cachan%' or '1'='1", "cach*", '{"a"}']) await find(typed);
    expect(await find("%%%%")).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 100 }), async (typed) => {
        expect((await find(typed, 5)).length).toBeLessThanOrEqual(5);
      }),
      { numRuns: process.env["LONG"] === "1" ? 300 : 20 },
    );
    expect(await opened.db.$count(authorities)).toBe(count);
  });

  test("AD-09 the database and the site fold every name alike", async () => {
    for (const table of [authorities, communes] as const) {
      const names = await opened.db.select({ name: table.name, searchName: table.searchName }).from(table);
      expect(names.filter(({ name, searchName }) => foldPlaceName(name) !== searchName)).toEqual([]);
    }
  });
});

test("AD-09 searches are answered from the indexes: none reads a whole table, prepared statements included", async () => {
  const { sql: client, db } = connect(address, { max: 1 });
  const wholeReads = async () => {
    await client`select pg_stat_force_next_flush()`;
    return client<
      { relname: string; reads: number }[]
    >`select relname, seq_scan::integer as reads from pg_stat_user_tables where relname in ('authorities', 'communes') order by relname`;
  };
  try {
    const before = await wholeReads();
    // More than five times each: PostgreSQL then tries the plan that fits every value.
    for (const query of ["cachan", "cachn", "la roche sur yon", "94230", "94", "219400165", "2194", "cc faucigny", "st denis 93"]) {
      for (let times = 0; times < 8; times++) {
        await searchAuthorities(testCtx(db), { query, limit: 10 });
        await searchCommunes(testCtx(db), { query, limit: 10 });
      }
    }
    expect(await wholeReads()).toEqual(before);
  } finally {
    await client.end();
  }
});

describe("AD-09 lists", () => {
  test("AD-09 communes for an address come with each of their postcodes", async () => {
    expect(await searchCommunes(visitor(), { query: "94230", limit: 10 })).toEqual([
      { code: "94016", name: "Cachan", postcode: "94230", department: "Val-de-Marne" },
    ]);
    expect((await searchCommunes(visitor(), { query: "st denis 93", limit: 10 })).slice(0, 3).map(({ postcode }) => postcode)).toEqual([
      "93200",
      "93210",
      "93380",
    ]);
    expect((await searchCommunes(visitor(), { query: "cachn", limit: 3 }))[0]?.name).toBe("Cachan");
    expect(await searchCommunes(visitor(), { query: "219400165", limit: 10 })).toEqual([]);
  });

  test("AD-09 eighteen regions hold their departments", async () => {
    const regions = await listRegions(visitor());
    expect(regions).toHaveLength(18);
    expect(regions.flatMap(({ departments }) => departments)).toHaveLength(101);
    expect(regions.find(({ code }) => code === "94")).toEqual({
      code: "94",
      name: "Corse",
      departments: [
        { code: "2A", name: "Corse-du-Sud" },
        { code: "2B", name: "Haute-Corse" },
      ],
    });
  });

  test("AD-09 specialties hold their sub-specialties, in order", async () => {
    const specialties = await listSpecialties(visitor());
    expect(specialties.length).toBe(first.counts.specialties);
    expect(specialties.flatMap(({ subSpecialties }) => subSpecialties).length).toBe(first.counts.subSpecialties);
    expect(specialties.find(({ name }) => name === "Culture")?.subSpecialties[1]).toMatchObject({
      code: "C1B",
      name: "Lecture publique et documentation",
    });
  });

  test("AD-09 countries and nationalities are in French order; stateless is a nationality, not a country", async () => {
    const [countries, nationalities] = await Promise.all([listCountries(visitor()), listNationalities(visitor())]);
    expect(countries.slice(0, 2).map(({ name }) => name)).toEqual(["Afghanistan", "Afrique du Sud"]);
    expect(countries.some(({ code }) => code === "XX")).toBe(false);
    expect(nationalities).toContainEqual({ code: "XX", nationality: "Apatride" });
    expect(nationalities).toContainEqual({ code: "FR", nationality: "Française" });
  });
});
