import { readdir } from "node:fs/promises";
import { getTableColumns, is } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { accounts } from "@/db/schema/accounts";
import { personColumns } from "./person-columns.data";
import { mySections } from "./read-my-data";

// Every file of the schema, also those that will be added.
const schemaFolder = new URL("../../../db/schema/", import.meta.url);
const modules: object[] = await Promise.all((await readdir(schemaFolder)).map((file) => import(new URL(file, schemaFolder).href)));
const tables = modules.flatMap((module): unknown[] => Object.values(module)).filter((value) => is(value, PgTable));

/** Columns that reference an account, or say by their name that they do (some outlive the account, without a key). */
function pointsAtPerson(table: PgTable): string[] {
  const { name, foreignKeys } = getTableConfig(table);
  const referring = foreignKeys.map((key) => key.reference()).filter(({ foreignTable }) => foreignTable === accounts);
  const byKey = referring.flatMap(({ columns }) => columns.map((column) => toSnakeCase(column.name)));
  const byName = Object.values(getTableColumns(table))
    .map((column) => toSnakeCase(column.name))
    .filter((column) => /(?:^|_)(?:account|actor|owner|person|user)_id$/u.test(column));
  return [...new Set([...byKey, ...byName])].map((column) => `${name}.${column}`);
}

test("MC-30 every column of the database that points at a person has its place in the download and its fate when the account closes", () => {
  const found = tables.flatMap(pointsAtPerson);
  expect(found.length).toBeGreaterThan(12);
  expect(found.filter((column) => !Object.hasOwn(personColumns, column))).toEqual([]);
});

test("MC-30 the list names no column that the database does not have, and no section that the download does not have", () => {
  const all = new Set(
    tables.flatMap((table) =>
      Object.values(getTableColumns(table)).map((column) => `${getTableConfig(table).name}.${toSnakeCase(column.name)}`),
    ),
  );
  expect(Object.keys(personColumns).filter((column) => !all.has(column))).toEqual([]);
  const named = Object.values(personColumns).flatMap(({ download }) => ("section" in download ? [download.section] : []));
  expect([...new Set(named)].sort()).toEqual(Object.keys(mySections).sort());
});
