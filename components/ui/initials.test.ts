import { expect, test } from "vitest";
import { initialsOf } from "./initials";

test("initials are those of the first and last words, in capitals", () => {
  expect(initialsOf("Claire Martin")).toBe("CM");
  expect(initialsOf("  jean-baptiste de La Tour ")).toBe("JT");
  expect(initialsOf("Élodie Ünal")).toBe("ÉÜ");
});

test("one word gives one letter, nothing gives nothing", () => {
  expect(initialsOf("Formadist")).toBe("F");
  expect(initialsOf(" ")).toBe("");
});
