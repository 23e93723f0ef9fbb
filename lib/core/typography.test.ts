import { globSync } from "node:fs";
import { parseFileSync } from "@swc/core";
import { expect, test } from "vitest";
import { faultsOnScreen, typographyFaults } from "./testing/typography";

const nbsp = "\u00A0";

test("TR-44 the rule sees each fault, and lets right text, hours and addresses pass", () => {
  for (const wrong of ["Que faire ?", "Motif : x", "« oui »", "«oui»", `«${nbsp}oui »`, "l'été", "Chargement...", "fin ; suite", "(ah !)"])
    expect(typographyFaults(wrong), wrong).not.toEqual([]);
  for (const wrong of ["Quoi?", "Motif: x"]) expect(faultsOnScreen(wrong), wrong).not.toEqual([]);
  for (const right of [
    `Que faire${nbsp}?`,
    `«${nbsp}oui${nbsp}»`,
    "«\u202Foui\u202F»",
    "le 21/11/2026 à 10:24",
    "https://exemple.fr/?a=b",
    "l’été",
    "Chargement…",
    "un signe (! ? - _ @)",
  ])
    expect(faultsOnScreen(right), right).toEqual([]);
});

interface Node {
  readonly type?: string;
  readonly [key: string]: unknown;
}

/** What people may read: strings and texts of the sources, but for imports, styles and tagged templates (SQL). */
function textsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== "object" || node === null) return [];
  const { type, ...parts } = node as Node;
  if (type === "StringLiteral" || type === "JSXText") return [String(parts["value"])];
  if (type === "TemplateElement") return [String(parts["cooked"])];
  if (type === "ImportDeclaration" || type === "TaggedTemplateExpression" || type === "TsLiteralType") return [];
  if (type === "JSXAttribute" && (parts["name"] as Node)["value"] === "className") return [];
  return Object.values(parts).flatMap(textsOf);
}

/** Text in French, and not code in a string: it has words, and what breaks the rule stands among them. */
const isFrench = (text: string) => /\p{L}{2}/u.test(text) || /[«»]/u.test(text);

test("TR-44 every French text of the sources has the spaces, apostrophes and dots of French", () => {
  // The command line and its checks speak English, like everything for developers.
  const files = globSync("{app,components,emails,lib,worker}/**/*.{ts,tsx}").filter(
    (file) => !/\.test\.tsx?$|\/testing\/|^lib\/operations\//u.test(file),
  );
  expect(files.length).toBeGreaterThan(300);
  const faults = files.flatMap((file) =>
    textsOf(parseFileSync(file, { syntax: "typescript", tsx: file.endsWith("x"), target: "es2022" }).body)
      .filter(isFrench)
      .flatMap(typographyFaults)
      .map((fault) => `${file}: ${fault}`),
  );
  expect(faults).toEqual([]);
});
