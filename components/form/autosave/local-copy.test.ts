import { afterEach, expect, test, vi } from "vitest";
import { differing, dropFields, keepCopy, mergeCopy, readCopy } from "./local-copy";
import { afterSaving } from "./save-answer";

const at = 1_000;

/** What a browser keeps. */
function aStorage(): void {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
}
afterEach(() => vi.unstubAllGlobals());

test("EI-31 what this device kept is put back where the server still has what it had", () => {
  const copy = { base: { city: "", street: "" }, values: { city: "Strasbourg", street: "" }, at };
  expect(mergeCopy(copy, { city: "", street: "rue Haute" })).toEqual({ restored: { city: "Strasbourg" }, conflicts: [] });
});

test("EI-31 what changed on both sides is shown, neither value is lost", () => {
  const copy = { base: { city: "" }, values: { city: "Strasbourg" }, at };
  expect(mergeCopy(copy, { city: "Colmar" })).toEqual({
    restored: {},
    conflicts: [{ field: "city", mine: "Strasbourg", theirs: "Colmar" }],
  });
});

test("EI-31 a copy that had arrived after all asks nothing", () => {
  expect(mergeCopy({ base: { city: "" }, values: { city: "Strasbourg" }, at }, { city: "Strasbourg" })).toEqual({
    restored: {},
    conflicts: [],
  });
});

test("EI-31 only the fields on screen are compared: a question that is not asked any more is not emptied", () => {
  expect(differing({ city: "Colmar", motivation: "Transmettre" }, { city: "Metz" })).toEqual([
    { field: "city", from: "Colmar", to: "Metz" },
  ]);
});

test("EI-31 after saving, what was held back is known as the other one has it", () => {
  const changes = [
    { field: "city", from: "", to: "Strasbourg" },
    { field: "street", from: "", to: "rue Haute" },
  ];
  expect(afterSaving({ city: "", street: "" }, changes, [{ field: "city", theirs: "Colmar" }])).toEqual({
    known: { city: "Colmar", street: "rue Haute" },
    lost: [{ field: "city", mine: "Strasbourg", theirs: "Colmar" }],
  });
});

test("EI-31 EI-68 what was given up leaves the copy of this device; the rest stays in it, and is kept no longer", () => {
  aStorage();
  const yesterday = Date.now() - 86_400_000;
  const changes = [
    { field: "street", from: "rue Haute", to: "rue Basse" },
    { field: "city", from: "", to: "Colmar" },
    { field: "jobTitle", from: "", to: "Formatrice" },
  ];
  keepCopy("me dossier", changes, yesterday);
  dropFields("me dossier", ["street", "city"]);
  const copy = readCopy("me dossier", Date.now());
  expect(copy).toEqual({ base: { jobTitle: "" }, values: { jobTitle: "Formatrice" }, at: yesterday });
  dropFields("me dossier", ["jobTitle"]);
  expect(readCopy("me dossier", Date.now())).toBeNull();
});
