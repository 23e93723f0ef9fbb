import { expect, test } from "vitest";
import { Refusal } from "@/lib/core/refusal";
import { cameFrom, isNavigation, refusalPage } from "./refusal-page";

test("TR-45 a person who followed a link reads why in French, and goes back to where they were", async () => {
  const page = refusalPage(new Refusal("conflict", "Il y a trop de <lignes>."), {
    title: "Votre demande n’a pas abouti",
    back: '/gestion/journal?q="x"',
  });
  expect(page.status).toBe(409);
  const html = await page.text();
  expect(html).toContain("Il y a trop de &#60;lignes&#62;.");
  expect(html).toContain('href="/gestion/journal?q=&#34;x&#34;"');
});

test.each([
  ["http://localhost:3000/gestion/journal?q=x", "/gestion/journal?q=x"],
  ["https://elsewhere.example/gestion", "/"],
  ["not an address", "/"],
  ["", "/"],
])("TR-45 from %j one goes back to %s: never to another site", (referer, back) => {
  expect(cameFrom(new Headers({ host: "localhost:3000", referer }))).toBe(back);
});

test("TR-45 a script gets words, not a page", () => {
  expect(isNavigation(new Headers({ "sec-fetch-mode": "cors" }))).toBe(false);
  expect(isNavigation(new Headers({ "sec-fetch-mode": "navigate" }))).toBe(true);
});
