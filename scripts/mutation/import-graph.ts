import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const imported = /\b(?:from|import)\s*\(?\s*"((?:@|\.{1,2})\/[^"]+)"/gu;

/** For each source file, which files import it; read from the text of the tree in the current folder. */
export function readImporters(): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const file of globSync(["{app,components,db,emails,lib,worker,scripts}/**/*.{ts,tsx}"])) {
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(imported)) {
      const found = resolved(file, name);
      if (found !== null) importers.set(found, [...(importers.get(found) ?? []), file]);
    }
  }
  return importers;
}

function resolved(from: string, name: string): string | null {
  const path = name.startsWith("@/") ? name.slice(2) : join(dirname(from), name);
  return [path, `${path}.ts`, `${path}.tsx`].find((one) => /\.tsx?$/u.test(one) && existsSync(one)) ?? null;
}

/** The tests that import a file, by the fewest steps first; those of its own folder before others as near. */
export function testsThatReach(file: string, importers: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set([file]);
  const tests: string[] = [];
  for (let step = [file]; step.length > 0;) {
    const next = [...new Set(step.flatMap((one) => importers.get(one) ?? []))].filter((one) => !seen.has(one));
    for (const one of next) seen.add(one);
    const near = next.filter((one) => /\.test\.tsx?$/u.test(one));
    tests.push(...near.sort((one, other) => sharedFolders(file, other) - sharedFolders(file, one)));
    step = next.filter((one) => !near.includes(one));
  }
  return tests;
}

function sharedFolders(one: string, other: string): number {
  const [these, those] = [one.split("/"), other.split("/")];
  const apart = these.findIndex((part, index) => part !== those[index]);
  return apart === -1 ? these.length : apart;
}
