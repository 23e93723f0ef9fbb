import { expect, test } from "vitest";
import { fileHint, refusalOf, type FileRules } from "./file-rules";

const mega = 1_000_000;
const rules: FileRules = { endings: [".pdf", ".jpg"], formats: "PDF ou JPEG", maxBytes: 10 * mega };

test("TR-44 the sentence under the field tells the limit in French units", () => {
  expect(fileHint(rules)).toContain("10 Mo au maximum");
});

test("a file of the right format and size is taken, whatever the case of its ending", () => {
  expect(refusalOf({ name: "RIB.PDF", size: 10 * mega }, rules)).toBeNull();
});

test("TR-40 a refused file is named, with the limit and what to do", () => {
  const tooBig = refusalOf({ name: "diplome.pdf", size: 10 * mega + 1 }, rules);
  expect(tooBig).toContain("« diplome.pdf »");
  expect(tooBig).toContain("la limite est de 10 Mo");
  expect(tooBig).toContain("Réduisez-le");
});

test("an empty file, another format and no ending at all are refused", () => {
  expect(refusalOf({ name: "vide.pdf", size: 0 }, rules)).toContain("est vide");
  expect(refusalOf({ name: "cv.docx", size: 10 }, rules)).toContain("Formats acceptés : PDF ou JPEG");
  expect(refusalOf({ name: "cv", size: 10 }, rules)).toContain("n’est pas au bon format");
});
