import type { Actor, Ctx, TxCtx } from "@/lib/core/ctx";
import { copyTemplate, workerDatabase } from "./worker-database";
import { connect, type Database } from "@/db/client";

export const testNow = new Date("2026-11-21T09:00:00Z");

/** A context for tests: visitor, fixed instant; override what the story needs. */
export const testCtx = (db: Ctx["db"], over: Partial<Ctx> = {}): Ctx => ({
  db,
  actor: { kind: "visitor" } satisfies Actor,
  now: testNow,
  requestId: "test",
  network: "192.0.2.1",
  device: "Firefox sur Linux",
  inTransaction: false,
  ...over,
});

class RolledBack extends Error {}

/** Runs a story in a transaction that is always undone; the context counts as "in transaction". */
export async function inRolledBackTx<Result>(story: (tx: TxCtx) => Promise<Result>): Promise<Result> {
  const { db } = await workerDatabase();
  let result: { value: Result } | undefined;
  try {
    await db.transaction(async (transaction) => {
      result = { value: await story({ ...testCtx(transaction), inTransaction: true }) };
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  if (result === undefined) throw new Error("the story did not end");
  return result.value;
}

/** A committed database of its own, for races between several connections; closed afterwards. */
export async function onCommittedCopy<Result>(name: string, story: (db: Database) => Promise<Result>): Promise<Result> {
  const { sql, db } = connect(await copyTemplate(`copy_${name}_${process.pid}`), { max: 6 });
  try {
    return await story(db);
  } finally {
    await sql.end();
  }
}
