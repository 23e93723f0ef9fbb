import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FilterChoices } from "./filter-choices";

const choices = [
  { value: "075", label: "L’institut <b>d’Angers</b> & 'Cie'" },
  { value: "44", label: "Grand Est", within: { name: "departement", choices: [{ value: "67", label: "Bas-Rhin" }] } },
] as const;

const drawn = renderToStaticMarkup(
  <FilterChoices
    name="region"
    label="Choix d'une « région »"
    choices={choices}
    chosen={(_, value) => value === "44"}
    count={(_, value) => (value === "67" ? 1 : 1_200)}
  />,
);

test("EI-10 the name of a choice is text, whatever it holds", () => {
  expect(drawn).toContain("<span>L’institut &#60;b&#62;d’Angers&#60;/b&#62; &#38; &#39;Cie&#39;</span>");
  expect(drawn).toContain("<ul aria-label='Choix d&#39;une « région »'>");
});

test("EI-10 a choice made is ticked, and what follows it comes below, each with its number of ads", () => {
  expect(drawn.match(/checked/gu)).toHaveLength(1);
  expect(drawn).toMatch(/name='region' value='44' checked=''\/>/u);
  expect(drawn).toMatch(/<ul aria-label='Dans Grand Est'><li><label class='choice'><input [^>]*name='departement' value='67'/u);
  expect(drawn).toMatch(/<span>1<span class='sr-only'> annonce<\/span>/u);
  expect(drawn).toMatch(/<span>1\s200<span class='sr-only'> annonces<\/span>/u);
});
