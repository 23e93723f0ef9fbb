import { expect, test } from "vitest";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { applicationIds } from "@/lib/accounts/applications/vocabulary";
import { findTerms } from "./terms.data";

test("MC-14 every open application that has terms has their text, in the version to accept", () => {
  const open = applicationIds.map(applicationOf).filter((application) => application.open);
  const withTerms = open.flatMap(({ terms }) => (terms === null ? [] : [terms]));
  expect(withTerms.length).toBeGreaterThan(0);
  for (const { document, version } of withTerms) expect(findTerms(document, version)?.sections.length, document).toBeGreaterThan(0);
});

test("MC-14 an unknown document or version is none, whatever its name", () => {
  expect(findTerms("gestion-terms", "1999-01")).toBeNull();
  expect(findTerms("constructor", "name")).toBeNull();
  expect(findTerms("gestion-terms", "constructor")).toBeNull();
});
