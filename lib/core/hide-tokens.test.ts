import { expect, test } from "vitest";
import { hideTokens, pathToShow } from "./hide-tokens";

test("TR-52 an address is shown without the token of the mailed link that it carries", () => {
  expect(hideTokens("/compte/lien/8Jd_x-9")).toBe("/compte/lien/[token]");
  expect(hideTokens("GET http://localhost/compte/lien/8Jd_x-9?_rsc=1 then /compte/lien/abc")).toBe(
    "GET http://localhost/compte/lien/[token]?_rsc=1 then /compte/lien/[token]",
  );
  expect(hideTokens("/compte/connexion")).toBe("/compte/connexion");
});

test("TR-52 an address is noted without its query, where searches and mail addresses stand", () => {
  expect(pathToShow("/gestion/personnes?q=dupont#top")).toBe("/gestion/personnes");
  expect(pathToShow("https://formation.example/compte/lien/abc?retour=%2F")).toBe("https://formation.example/compte/lien/[token]");
});
