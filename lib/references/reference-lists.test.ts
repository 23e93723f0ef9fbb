import { describe, expect, test } from "vitest";
import { readDivisions } from "./import/read-divisions";
import { countryRows, subSpecialtyRows } from "./import/write-institution";
import { isSiren, slugOf } from "./rules";
import { specialtiesData } from "./specialties.data";
import { structuresData } from "./structures.data";
import { upperAuthoritiesData } from "./upper-authorities.data";

const { regions, departments, communes, authorities } = await readDivisions();
const repeated = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);
/** The eighteen regions; the other territories of the list are not. */
const trueRegions = regions.filter(({ zone }) => zone !== "com");

describe("AD-09 structures of the institution", () => {
  test("AD-09 each has its own three-digit code, name and address", () => {
    for (const { code, phone, postcode, address } of structuresData) {
      expect(code).toMatch(/^\d{3}$/u);
      expect(postcode).toMatch(/^\d{5}$/u);
      expect(phone).toMatch(/^(?:01 99 00|02 61 91|03 53 01|04 65 71|05 36 49)(?: \d{2}){2}$/u);
      expect(address).toMatch(/^[a-z-]+@demo\.example$/u);
    }
    for (const field of ["code", "name", "address", "phone"] as const)
      expect(repeated(structuresData.map((structure) => structure[field]))).toEqual([]);
  });

  test("AD-09 every region has its delegation, and no structure serves a region that does not exist", () => {
    const served = structuresData.filter(({ kind }) => kind === "delegation").flatMap(({ regionCodes }) => regionCodes);
    expect(served.toSorted()).toEqual(trueRegions.map(({ code }) => code).toSorted());
    const known = new Set(regions.map(({ code }) => code));
    expect(structuresData.filter(({ regionCodes }) => regionCodes.length === 0 || regionCodes.some((code) => !known.has(code)))).toEqual(
      [],
    );
  });

  test("AD-09 every structure stands in a commune of its region", () => {
    const regionOf = new Map(departments.map(({ code, regionCode }) => [code, regionCode]));
    for (const { name, city, regionCodes } of structuresData) {
      const home = communes.filter((commune) => commune.name === city && regionCodes.includes(regionOf.get(commune.departmentCode) ?? ""));
      expect([name, home.length > 0]).toEqual([name, true]);
    }
  });
});

describe("AD-09 specialties of training", () => {
  const children = specialtiesData.flatMap(subSpecialtyRows);

  test("AD-09 there are at least 25 specialties and 150 sub-specialties, each code once", () => {
    expect(specialtiesData.length).toBeGreaterThanOrEqual(25);
    expect(children.length).toBeGreaterThanOrEqual(150);
    expect(repeated([...specialtiesData, ...children].map(({ code }) => code))).toEqual([]);
    expect(repeated(specialtiesData.map(({ name }) => slugOf(name)))).toEqual([]);
    expect(specialtiesData.flatMap(({ subSpecialties }) => repeated(subSpecialties.map(slugOf)))).toEqual([]);
  });

  test("AD-09 every sub-specialty bears the code of its specialty", () => {
    const parents = new Set(specialtiesData.map(({ code }) => code));
    expect(children.filter(({ code }) => !/^[A-F]\d[A-Z]$/u.test(code) || !parents.has(code.slice(0, 2)))).toEqual([]);
  });

  test.each([
    "Autonomie",
    "Finances",
    "Approches fondamentales",
    "Habitat et politique de la ville",
    "Gestion des ressources humaines",
    "Sport",
    "Culture",
    "Citoyenneté, population, affaires administratives et vie associative",
  ])("AD-09 the specialty %s of the guide is there", (name) => {
    expect(specialtiesData.map((specialty) => specialty.name)).toContain(name);
  });

  test.each([
    ["A2C", "Assemblées, secrétariat général et protocole"],
    ["A8A", "Politiques européennes"],
    ["D3A", "Action économique"],
    ["C1B", "Lecture publique et documentation"],
    ["B1A", "Citoyenneté et population"],
  ])("AD-09 the sub-specialty %s - %s of the guide is there", (code, name) => {
    expect(children).toContainEqual(expect.objectContaining({ code, name }));
  });
});

describe("AD-09 authorities, countries and nationalities", () => {
  test("AD-09 every authority has a valid SIREN of its own and a department or region that exists", () => {
    expect(authorities.length).toBeGreaterThan(36_000);
    expect(authorities.filter(({ siren }) => !isSiren(siren))).toEqual([]);
    expect(new Set(authorities.map(({ siren }) => siren)).size).toBe(authorities.length);
    const known = new Set(departments.map(({ code }) => code));
    expect(authorities.filter(({ kind, departmentCode }) => kind !== "region" && !known.has(departmentCode ?? ""))).toEqual([]);
  });

  test("AD-09 departments and regions are complete: only Paris, Corse, Alsace, Guyane and Martinique have another form", () => {
    const given = new Set(upperAuthoritiesData.map(({ kind, code }) => `${kind} ${code}`));
    const territories = new Set(regions.filter(({ zone }) => zone === "com").map(({ code }) => code));
    const without = departments
      .filter(({ code, regionCode }) => !territories.has(regionCode) && !given.has(`department ${code}`))
      .map(({ code }) => code);
    expect(without.toSorted()).toEqual(["2A", "2B", "67", "68", "75", "972", "973"]);
    expect(trueRegions.filter(({ code }) => !given.has(`region ${code}`)).map(({ name }) => name)).toEqual(["Mayotte"]);
  });

  test("AD-09 every state has a French name and nationality, each once", () => {
    const rows = countryRows();
    expect(rows.length).toBeGreaterThanOrEqual(195);
    expect(rows).toContainEqual({ code: "FR", name: "France", nationality: "Française", habitable: true });
    for (const field of ["code", "name", "nationality"] as const) expect(repeated(rows.map((row) => row[field]))).toEqual([]);
    expect(
      rows.filter(
        ({ name, nationality }) => !/^\p{Lu}/u.test(name) || !/^\p{Lu}/u.test(nationality) || `${name}${nationality}`.includes("'"),
      ),
    ).toEqual([]);
  });
});
