import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { sealedColumns } from "./sealed-columns.data";

// Every file of the schema, also those that will be added.
const schemaFolder = new URL("../../../db/schema/", import.meta.url);
const modules: object[] = await Promise.all(readdirSync(schemaFolder).map((file) => import(new URL(file, schemaFolder).href)));

const registered = sealedColumns.map(({ table, column }) => `${table}.${column}`);
/** Rotated by lib/files/rewrap-files.ts. */
const filesOwn = ["files.wrapped_key"];

test("TR-30 every value that the code seals is bound to a column that the rotation knows", () => {
  const folder = join(process.cwd(), "lib");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.includes("/testing/"))
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
  const sealing = sources.filter(({ file, text }) => /\b(?:seal|wrapKey)\(/u.test(text) && file !== "core/crypto.ts");
  expect(sealing.length).toBeGreaterThan(2);
  const contexts = sources.flatMap(({ text }) =>
    [...text.matchAll(/`([a-z_]+)\|([a-z_]+)\|\$\{/gu)].map(([, table, column]) => `${table}.${column}`),
  );
  // "files|content" names the body of a file, whose key is the wrapped one.
  const unknown = contexts.filter((name) => ![...registered, ...filesOwn, "files.content"].includes(name));
  expect(unknown).toEqual([]);
  expect(registered.filter((name) => !contexts.includes(name))).toEqual([]);
});

test("TR-30 no column that is named like a secret is forgotten", () => {
  const casing = new CasingCache("snake_case");
  const tables = modules.flatMap((module): unknown[] => Object.values(module)).filter((value) => is(value, PgTable));
  expect(tables.length).toBeGreaterThan(20);
  const suspicious = tables.flatMap((table) =>
    Object.values(getTableColumns(table))
      .map((column) => `${getTableName(table)}.${casing.getColumnCasing(column)}`)
      .filter((name) => /\.(?:.*_)?(?:secrets?|sealed|encrypted|cipher|wrapped|iban|nir)(?:_.*)?$/u.test(name)),
  );
  expect(suspicious.sort()).toEqual([...registered, ...filesOwn].sort());
});
