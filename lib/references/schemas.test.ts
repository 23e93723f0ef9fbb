import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mostPlaces, searchPlacesInput } from "./schemas";

test("AD-09 a search without a text or a limit is a search for nothing, ten at most", () => {
  expect(searchPlacesInput.parse({})).toEqual({ q: null, limit: 10 });
  expect(searchPlacesInput.parse({ q: "  L’Haÿ   les Roses ", limit: "5" })).toEqual({ q: "L’Haÿ les Roses", limit: 5 });
});

test.each([
  { q: "a".repeat(101) },
  { q: "ca\u0000chan" },
  { q: "\uD800" },
  { limit: "0" },
  { limit: String(mostPlaces + 1) },
  { limit: "dix" },
  { limit: "1.5" },
])("AD-09 %j is refused in French", (input) => {
  const parsed = searchPlacesInput.safeParse(input);
  expect(parsed.success).toBe(false);
  for (const { message } of parsed.error?.issues ?? []) expect(message).not.toMatch(/invalid|expected|too (?:big|small)/iu);
});

test("AD-09 whatever comes is accepted or refused, never an error", () => {
  fc.assert(
    fc.property(fc.anything(), fc.dictionary(fc.string(), fc.anything()), (text, others) => {
      expect(() => searchPlacesInput.safeParse({ ...others, q: text, limit: text })).not.toThrow();
    }),
  );
});
