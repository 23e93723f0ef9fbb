import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { rateLimits } from "@/db/schema/platform";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { clusterUrl } from "@/db/testing/worker-database";
import { Refusal } from "@/lib/core/refusal";
import { consumeLimit } from "./consume-limit";

const limit = { points: 20, per: 900 };

/** Another pool on the same database, as a second server would have. */
async function onSecondServer<Result>(db: Database, story: (other: Database) => Promise<Result>): Promise<Result> {
  const [row] = await db.execute<{ name: string }>(sql`select current_database() as name`);
  const { sql: connection, db: other } = connect(clusterUrl(row?.name ?? ""), { max: 6 });
  try {
    return await story(other);
  } finally {
    await connection.end();
  }
}

const refusalOf = (attempt: Promise<void>) =>
  attempt.then(
    () => null,
    (error: unknown) => error,
  );

test("MC-11 fifty requests at once through two servers: exactly the limit pass, the others are told to wait", () =>
  onCommittedCopy("limit_race", (db) =>
    onSecondServer(db, async (other) => {
      const attempts = Array.from({ length: 50 }, (_, index) =>
        consumeLimit(testCtx(index % 2 === 0 ? db : other), "test.race", "192.0.2.1", limit),
      );
      const answers = await Promise.all(attempts.map(refusalOf));
      expect(answers.filter((answer) => answer === null)).toHaveLength(20);
      const refusals = answers.filter((answer) => answer instanceof Refusal);
      expect(refusals).toHaveLength(30);
      for (const refusal of refusals) {
        expect(refusal.code).toBe("limited");
        expect(refusal.message).toBe("Trop de demandes en peu de temps. Réessayez dans 15 minutes.");
        expect(refusal.retryAfter).toBeGreaterThan(840);
        expect(refusal.retryAfter).toBeLessThanOrEqual(900);
      }
      const rows = await db.select().from(rateLimits);
      expect(rows.map(({ points }) => points)).toEqual([50]);
    }),
  ));

test("MC-11 the count outlives the server: a new one, with a new pool, goes on from where the old one stopped", () =>
  onCommittedCopy("limit_restart", async (db) => {
    await consumeLimit(testCtx(db), "test.restart", "192.0.2.1", { points: 1, per: 900 });
    await onSecondServer(db, async (restarted) => {
      await expect(consumeLimit(testCtx(restarted), "test.restart", "192.0.2.1", { points: 1, per: 900 })).rejects.toMatchObject({
        code: "limited",
      });
    });
  }));

const inStory = (story: (ctx: ReturnType<typeof testCtx>) => Promise<void>) => inRolledBackTx((tx) => story(testCtx(tx.db)));

test("MC-11 changing address within one IPv6 /64 gives no new tries", () =>
  inStory(async (ctx) => {
    await consumeLimit(ctx, "test.v6", "2001:db8::1", { points: 1, per: 60 });
    await expect(consumeLimit(ctx, "test.v6", "2001:db8::ffff:2", { points: 1, per: 60 })).rejects.toMatchObject({ code: "limited" });
    await consumeLimit(ctx, "test.v6", "2001:db8:0:1::1", { points: 1, per: 60 });
  }));

test("MC-11 one person limited in one place is limited neither elsewhere nor for others", () =>
  inStory(async (ctx) => {
    await consumeLimit(ctx, "test.one", "claire@mairie.example", { points: 1, per: 60 });
    await consumeLimit(ctx, "test.two", "claire@mairie.example", { points: 1, per: 60 });
    await consumeLimit(ctx, "test.one", "marc@mairie.example", { points: 1, per: 60 });
  }));

test("MC-11 once the window is over, one starts afresh", () =>
  inStory(async (ctx) => {
    const once = { points: 1, per: 60 };
    await consumeLimit(ctx, "test.window", "192.0.2.1", once);
    await ctx.db.update(rateLimits).set({ expire: sql`now() - interval '1 second'` });
    await consumeLimit(ctx, "test.window", "192.0.2.1", once);
    await expect(consumeLimit(ctx, "test.window", "192.0.2.1", once)).rejects.toMatchObject({ code: "limited" });
  }));

test("MC-11 whatever a stranger gives as a key is counted, and nothing of it is kept in clear", () =>
  inStory(async (ctx) => {
    for (const key of ["claire@mairie.example", "\0", "\ud800", "x".repeat(1_000_000), "__proto__"])
      await consumeLimit(ctx, "test.keys", key, limit);
    const rows = await ctx.db.select().from(rateLimits);
    expect(rows).toHaveLength(5);
    for (const { key } of rows) expect(key).toMatch(/^test\.keys:[\w-]{43}$/u);
    expect(await ctx.db.select().from(rateLimits).where(eq(rateLimits.points, 1))).toHaveLength(5);
  }));

test("MC-11 a count inside a transaction is refused as a mistake: a refusal would undo it", () =>
  inRolledBackTx(async (tx) => {
    await expect(consumeLimit(tx, "test.tx", "192.0.2.1", limit)).rejects.toThrow("before the transaction");
  }));
