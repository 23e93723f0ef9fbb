import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "./cli/commands";

const guide = readFileSync("docs/deployment.md", "utf8");
const rows = new Map([...guide.matchAll(/^\| `([A-Z0-9_]+)` +\| (.*?) +\|/gmu)].map(([, name = "", initial = ""]) => [name, initial]));
/** Names and defaults, as lib/core/env.ts writes them. */
const variables = [...readFileSync("lib/core/env.ts", "utf8").matchAll(/^ {4}([A-Z][A-Z0-9_]+): (.*),$/gmu)].map(
  ([, name = "", rule = ""]) => ({
    name,
    initial: /\.default\("?([^")]+)"?\)/u.exec(rule)?.[1],
  }),
);

test("TR-52 the guide has one row for each variable of the configuration, and none for another", () => {
  expect(variables.length).toBeGreaterThan(30);
  expect([...rows.keys()].sort()).toEqual(variables.map(({ name }) => name).sort());
});

test("TR-52 the defaults that the guide tells are those of the code", () => {
  const told = variables.filter(({ initial }) => initial !== undefined);
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter(({ name, initial }) => rows.get(name) !== `\`${initial}\``)).toEqual([]);
});

test("TR-51 the guide names every command", () => {
  expect(commands.filter(({ name }) => !guide.includes(`\`${name}\``)).map(({ name }) => name)).toEqual([]);
});

test("TR-50 the guide has one row for each metric of ours, and none for another", () => {
  const sources = globSync(["lib/operations/read-metrics.ts", "scripts/request-metrics.ts"]).map((file) => readFileSync(file, "utf8"));
  const named = sources.flatMap((text) => [...text.matchAll(/name: "((?:espaces|http)_\w+)"/gu)].map(([, name = ""]) => name));
  const told = [...guide.matchAll(/^\| `((?:espaces|http)_\w+)`/gmu)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(told.sort()).toEqual(named.sort());
});
