import { describe, expect, test } from "vitest";
import { problemOf } from "./checks";
import { percentDone, toDoOf } from "./completeness";
import { identificationBlocks, profileFields, statusNeeds } from "./fields.data";
import { lineTableOf } from "./lines.data";
import { isShown } from "./rules";
import { type Answers, statuses } from "./vocabulary";

const now = new Date("2026-11-21T09:00:00Z");
const lists = {
  countries: [
    { value: "FR", label: "France" },
    { value: "BE", label: "Belgique" },
  ],
  regions: [{ value: "44", label: "Grand Est" }],
  departments: [{ value: "67", label: "Bas-Rhin", parent: "44" }],
  structures: [{ value: "s1", label: "Délégation Grand Est" }],
  nationalities: [{ value: "FR", label: "Française" }],
  specialties: [{ value: "A3", label: "Finances" }],
  subSpecialties: [
    { value: "A3A", label: "Budget", parent: "A3" },
    { value: "B7A", label: "Hygiène", parent: "B7" },
  ],
};
const judging = { lists, now };

function problem(name: string, value: string | readonly string[], over: Answers = {}) {
  const spec = profileFields.get(name);
  if (spec === undefined) throw new Error(`no field ${name}`);
  return problemOf(spec, { ...over, [name]: value }, judging);
}

describe("EI-23 EI-25 what is typed is judged when it is sent, in words that help", () => {
  test.each([
    ["bornOn", "31/02/1980", /n’existe pas/u],
    ["bornOn", "21/11/2040", /à venir/u],
    ["firstName", "Ca<b>mille", /lettres/u],
    ["firstName", "😀", /lettres/u],
    ["lastName", "www.exemple.fr", /lettres/u],
    ["personalPhone", "12 34", /numéro/u],
    ["postcode", "6700", /5 chiffres/u],
    ["country", "XX", /n’est plus proposé/u],
    ["networks", "javascript:alert(1)", /https/u],
    ["motivation", "x".repeat(4_001), /4000 caractères/u],
  ])("%s « %s » is refused", (name, value, said) => {
    expect(problem(name, value, { onNetworks: "yes", trained: "no" })).toMatch(said);
  });

  test.each([
    ["firstName", "Anne-Élise"],
    ["lastName", "O’Connor"],
    ["bornOn", "29/02/1984"],
    ["personalPhone", "+32 470 12 34 56"],
    ["postcode", "67 000"],
    ["networks", "https://www.example.org/in/camille\n"],
  ])("%s « %s » is taken", (name, value) => {
    expect(problem(name, value, { onNetworks: "yes" })).toBeNull();
  });

  test("EI-23 a postcode abroad is what it is there", () => {
    expect(problem("postcode", "B-1000", { country: "BE" })).toBeNull();
  });
});

describe("EI-25 SIRET", () => {
  const employer = { status: "private_employee", employerCountry: "FR" };
  test.each([
    ["732 829 320 00074", null],
    ["35600000000048", null],
    ["35600000049837", null],
    ["73282932000075", /n’existe pas/u],
    ["7328293200007", /14 chiffres\u00A0: il y en a 13/u],
  ])("« %s »", (siret, said) => {
    const found = problem("employerSiret", siret, employer);
    if (said === null) expect(found).toBeNull();
    else expect(found).toMatch(said);
  });

  test("EI-25 abroad it is not asked, and what was typed before counts for nothing", () => {
    expect(problem("employerSiret", "1", { ...employer, employerCountry: "BE" })).toBeNull();
  });
});

describe("EI-24 the status decides what is asked", () => {
  test.each(statuses)("status %s asks for exactly what the table says", (status) => {
    const block = identificationBlocks.find(({ id }) => id === "status");
    for (const [field, needs] of Object.entries(statusNeeds)) {
      const spec = block?.fields.find(({ name }) => name === field);
      if (spec === undefined) throw new Error(`no field ${field}`);
      expect(isShown(spec, { status }), field).toBe(needs[status] !== "absent");
      expect(problemOf(spec, { status }, judging) !== null, field).toBe(needs[status] === "required");
    }
  });

  test("EI-25 the block of the employer goes with « Sans »", () => {
    const block = identificationBlocks.find(({ id }) => id === "employer");
    expect(statuses.filter((status) => isShown(block ?? {}, { status }))).toEqual([
      "civil_servant",
      "contract_agent",
      "self_employed",
      "private_employee",
    ]);
  });
});

describe("EI-29 years and lines", () => {
  const year = lineTableOf("training").fields.find(({ name }) => name === "year");
  test.each([
    ["2019", null],
    ["2012-2015", null],
    ["depuis 2020", null],
    ["2015-2012", /précéder/u],
    ["1850", /entre 1930/u],
    ["l’an dernier", /4 chiffres/u],
  ])("« %s »", (value, said) => {
    if (year === undefined) throw new Error("no field");
    const found = problemOf(year, { year: value }, judging);
    if (said === null) expect(found).toBeNull();
    else expect(found).toMatch(said);
  });

  test("EI-27 a sub-specialty belongs to the specialty chosen", () => {
    const sub = lineTableOf("specialty").fields.find(({ name }) => name === "subSpecialty");
    if (sub === undefined) throw new Error("no field");
    expect(problemOf(sub, { specialty: "A3", subSpecialty: "A3A" }, judging)).toBeNull();
    expect(problemOf(sub, { specialty: "A3", subSpecialty: "B7A" }, judging)).toMatch(/pas de la spécialité/u);
  });
});

describe("EI-33 what is missing is listed, page by page", () => {
  test("EI-28 EI-33 an empty profile lacks its fields, a specialty and an experience; who has trained owes a training", () => {
    const empty = toDoOf({ answers: {}, lines: [] }, judging);
    expect(empty.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        "Date de naissance",
        "Structure de rattachement",
        "Spécialités de formation",
        "Expériences professionnelles",
      ]),
    );
    expect(empty.map(({ label }) => label)).not.toContain("Formations que vous avez animées");
    const trained = toDoOf({ answers: { trained: "yes" }, lines: [] }, judging);
    expect(trained.map(({ label }) => label)).toContain("Formations que vous avez animées");
  });

  test("EI-33 the share done grows with what is answered, and a line that lacks something is named", () => {
    const before = percentDone({ answers: {}, lines: [] }, judging);
    const after = percentDone({ answers: { civility: "mme", firstName: "Camille" }, lines: [] }, judging);
    expect(after).toBeGreaterThan(before);
    const line = toDoOf({ answers: {}, lines: [{ id: "l1", kind: "work", answers: { employer: "Colmar" } }] }, judging).find(
      ({ target }) => "lineId" in target,
    );
    expect(line?.label).toBe("Expériences professionnelles : Fonction");
  });
});
