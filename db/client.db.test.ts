import { inArray, sql } from "drizzle-orm";
import type postgres from "postgres";
import { expect, test } from "vitest";
import { settings } from "@/db/schema/platform";
import { copyTemplate } from "@/db/testing/worker-database";
import { connect, type Database } from "./client";

/** The statements that one connection keeps after the story, but the driver's own (the array types, asked when it opens). */
async function keptAfter(story: (db: Database) => Promise<unknown>, options: postgres.Options<Record<string, never>> = {}) {
  const { sql: driver, db } = connect(await copyTemplate(`copy_client_${process.pid}`), { max: 1, ...options });
  try {
    await story(db);
    const rows = await driver.unsafe("select statement from pg_prepared_statements where statement not like '%pg_type%'");
    return rows.map(({ statement }) => String(statement));
  } finally {
    await driver.end();
  }
}

const named = (db: Database, count: number) =>
  db
    .select({ key: settings.key })
    .from(settings)
    .where(
      inArray(
        settings.key,
        Array.from({ length: count }, (_, index) => `setting ${index}`),
      ),
    );

test("the same query asked twice is one kept statement: planned once, one trip the second time", async () => {
  const kept = await keptAfter(async (db) => {
    await named(db, 2);
    await named(db, 2);
  });
  expect(kept).toEqual([expect.stringContaining(`from "settings" where "settings"."key" in ($1, $2)`)]);
});

test("a list of forty is kept, a longer one is not: its length changes from call to call", async () => {
  expect(await keptAfter((db) => named(db, 40))).toHaveLength(1);
  expect(await keptAfter((db) => named(db, 41))).toEqual([]);
});

test("nothing is kept behind a pooler that keeps no statement, and queries still answer", async () => {
  const kept = await keptAfter(async (db) => expect(await named(db, 2)).toEqual([]), { prepare: false });
  expect(kept).toEqual([]);
});

test("a query without parameters is not kept: the driver sends it as plain text", async () => {
  expect(await keptAfter((db) => db.select({ key: settings.key }).from(settings))).toEqual([]);
  expect(await keptAfter((db) => db.execute(sql`select 1`))).toEqual([]);
});
