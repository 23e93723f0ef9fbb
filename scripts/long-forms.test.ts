import { expect, test } from "vitest";
import { isTooLong } from "./long-forms";

test.each([
  ["/api/files?place=dossier_piece", "4900000"],
  ["/api/gestion/logo", "1500000"],
  // Answers and files in one sending, by a browser that runs no script.
  ["/api/intervenants/dossier/formulaire", "19000000"],
  ["/compte/identite", "1000000"],
  ["/compte/identite", undefined],
])("TR-41 what is sent to %s (%s bytes) is read, up to the limit of its place", (url, length) => {
  expect(isTooLong(url, length)).toBe(false);
});

test.each(["/compte/identite", "/api/intervenants/dossier", "/api/session"])(
  "TR-20 a form of more than a megabyte sent to %s is not read",
  (url) => {
    expect(isTooLong(url, "1000001")).toBe(true);
  },
);
