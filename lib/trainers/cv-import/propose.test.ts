import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { profileFields } from "../profile/fields.data";
import { lineTableOf } from "../profile/lines.data";
import { propose } from "./propose";

const cv = `
Camille DURAND
16 avenue Mozart, 67000 Strasbourg
06 12 34 56 78 – camille.durand@example.org

EXPÉRIENCES PROFESSIONNELLES
• 2015-2025 : Directrice financière, Commune de Sélestat
Depuis 2025 Consultante – Cabinet Rivière

FORMATION
2004 : Master 2 Administration publique, Université de Strasbourg
1999 Baccalauréat ES

FORMATIONS CONTINUES
2018 – Animer une formation, CNFPT

LANGUES
Anglais courant, allemand (notions)

CENTRES D’INTÉRÊT
Randonnée depuis 2001
`;

test("EI-33 a CV proposes an address, experiences, diplomas, trainings and languages, and leaves hobbies alone", () => {
  const found = propose(cv);
  const fields = Object.fromEntries(found.flatMap((one) => (one.kind === "field" ? [[one.field, one.value]] : [])));
  expect(fields).toMatchObject({ personalPhone: "06 12 34 56 78", postcode: "67000", city: "Strasbourg", street: "16 avenue Mozart" });
  const lines = found.flatMap((one) => (one.kind === "line" ? [{ table: one.table, ...one.answers }] : []));
  expect(lines).toEqual([
    { table: "work", jobTitle: "Directrice financière", employer: "Commune de Sélestat", period: "2015-2025" },
    { table: "work", jobTitle: "Consultante", employer: "Cabinet Rivière", period: "Depuis 2025" },
    {
      table: "education",
      diploma: "Master 2 Administration publique",
      organisation: "Université de Strasbourg",
      year: "2004",
      level: "bac5",
    },
    { table: "education", diploma: "Baccalauréat ES", organisation: "", year: "1999", level: "bac" },
    { table: "training", label: "Animer une formation", organisation: "CNFPT", year: "2018" },
    { table: "language", language: "Anglais", conversation: "good" },
    { table: "language", language: "Allemand", conversation: "basic" },
  ]);
});

test("EI-33 whatever the text, each proposal is for a question that the wizard asks", () => {
  assert(
    property(string({ maxLength: 2_000, unit: "grapheme" }), (text) => {
      for (const one of propose(`LANGUES anglais\n${text}\nEXPÉRIENCES\n2019 ${text}`)) {
        if (one.kind === "field") expect(profileFields.has(one.field)).toBe(true);
        else for (const name of Object.keys(one.answers)) expect(lineTableOf(one.table).fields.map((field) => field.name)).toContain(name);
      }
    }),
  );
});
