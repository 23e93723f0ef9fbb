import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { buffer } from "node:stream/consumers";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/client";
import { mailedLinks } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { files } from "@/db/schema/files";
import { mails } from "@/db/schema/platform";
import { makeAccount } from "@/db/testing/factories/accounts";
import { testCtx } from "@/db/testing/rollback";
import { sendReset } from "@/lib/accounts/passwords/send-reset";
import { audit } from "@/lib/audit/audit";
import { withTx } from "@/lib/core/tx";
import { openFile } from "@/lib/files/open-file";
import { receiveFile } from "@/lib/files/receive-file";
import { localStore } from "@/lib/files/stores/local-store";
import { jpegOf } from "@/lib/files/testing/sample-files";
import { incoming, someone, testFiles } from "@/lib/files/testing/test-tools";
import { createDelivery } from "@/lib/mail/deliver-mails";
import { localTransport } from "@/lib/mail/local-transport";
import { movableClock, readLocalMails } from "@/lib/mail/testing/outbox-story";
import { type Drill, folders, onDrill, onRestored, restore, save } from "../testing/drill-story";
import { copyFiles } from "./copy-files";
import { storedFile } from "./manifest";

const minute = { timeout: 60_000 };

/** One more person, with a picture, a link and its mail: one transaction, then bytes in the store. */
async function newcomer({ db, home }: Drill): Promise<void> {
  const ctx = testCtx(db);
  const { accountId } = await withTx(ctx, async (tx) => {
    const made = await makeAccount(tx);
    await sendReset(tx, { accountId: made.accountId, resends: 0 });
    await audit(tx, { action: "test.newcomer" });
    return made;
  });
  const tools = await testFiles({ store: localStore(join(home, "data", "files")) });
  const file = await receiveFile({ ...ctx, actor: someone({ accountId }) }, incoming("moi.jpg", await jpegOf()), tools);
  await db.update(files).set({ attachedAt: ctx.now }).where(eq(files.id, file.id));
  await tools.clean();
}

const facts = async (db: Database) => {
  const count = (rows: readonly unknown[]) => rows.length;
  const [lines] = await db.execute<{ lines: number }>(sql`select count(*)::int as lines from audit_log where action = 'test.newcomer'`);
  return {
    // The one who furnished the drill besides.
    people: count(await db.select().from(accounts)) - 1,
    links: count(await db.select().from(mailedLinks).where(eq(mailedLinks.purpose, "reset_password"))) - 1,
    mails: count(await db.select().from(mails).where(eq(mails.kind, "reset-password"))),
    lines: lines?.lines,
  };
};

test("TR-51 people register while the backup is made: it holds each of them whole or not at all, and every file in it opens", minute, () =>
  onDrill(async (drill) => {
    await newcomer(drill);
    const before = (await facts(drill.db)).people;
    const saved = new AbortController();
    const writing = (async () => {
      while (!saved.signal.aborted) {
        await newcomer(drill);
        await nextTurn();
      }
    })();
    try {
      expect((await save(drill)).files.missing).toBe(0);
    } finally {
      saved.abort();
      await writing;
    }
    // There was somebody to catch halfway.
    expect((await facts(drill.db)).people).toBeGreaterThan(before);
    await restore(drill);
    await onRestored(drill, async (db) => {
      const { people, ...others } = await facts(db);
      expect(people).toBeGreaterThanOrEqual(before);
      expect(others).toEqual({ links: people, mails: people, lines: people });
      const tools = await testFiles({ store: localStore(join(folders(drill).restored, "files")) });
      for (const row of await db.select().from(files).where(eq(files.state, "clean")))
        expect((await buffer(await openFile(row, tools))).length).toBeGreaterThan(100);
      await tools.clean();
    });
  }),
);

test("TR-51 a file deleted by its owner while the backup is made is no loss, and is not told as one", () =>
  onDrill(async ({ home, file: { storeKey } }) => {
    await rm(join(home, "data", storedFile(storeKey)));
    const copied = (stillWanted: boolean, to: string) =>
      copyFiles({
        stored: [{ key: storeKey, store: "local", required: true }],
        from: join(home, "data", "files"),
        to: join(home, to),
        stillWanted: () => Promise.resolve(stillWanted),
      });
    expect(await copied(false, "data")).toMatchObject({ count: 0, missing: 0 });
    expect(await copied(true, "data/files")).toMatchObject({ count: 0, missing: 1 });
  }));

/** Delivers what is due, into the local mailbox of that database. */
async function deliver(db: Database, batch = 20): Promise<number> {
  return (await createDelivery(testCtx(db), { clock: movableClock(), transport: localTransport(), batch }).drain()).sent;
}
const statesOf = async (db: Database) => (await db.select({ state: mails.state }).from(mails)).map(({ state }) => state).sort();

test("TR-51 TR-01 after a restore nothing leaves a second time: what had left stays sent, what waited asks for a person", minute, () =>
  onDrill(async (drill) => {
    expect(await deliver(drill.db, 1)).toBe(1);
    await save(drill);
    // It leaves after the backup, which does not know.
    expect(await deliver(drill.db)).toBe(1);
    await restore(drill);
    await onRestored(drill, async (db) => {
      expect(await deliver(db)).toBe(0);
      expect(await readLocalMails(db)).toHaveLength(1);
      expect(await statesOf(db)).toEqual(["sent", "uncertain"]);
    });
  }),
);

test("TR-51 TR-01 after a planned move, what waited leaves from the new place, once, and what had left does not", minute, () =>
  onDrill(async (drill) => {
    expect(await deliver(drill.db, 1)).toBe(1);
    await save(drill);
    await restore(drill, { nothingRanSince: true });
    await onRestored(drill, async (db) => {
      expect([await deliver(db), await deliver(db)]).toEqual([1, 0]);
      expect(await readLocalMails(db)).toHaveLength(2);
      expect(await statesOf(db)).toEqual(["sent", "sent"]);
    });
  }),
);

test("TR-51 a place that a restore has filled is refused to the next one, and keeps what it holds", minute, () =>
  onDrill(async (drill) => {
    await save(drill);
    await restore(drill);
    await onRestored(drill, async (db) => {
      await makeAccount(testCtx(db));
      await expect(restore(drill)).rejects.toThrow(/already holds files/u);
      await rm(folders(drill).restored, { recursive: true });
      await expect(restore(drill)).rejects.toThrow(/not empty/u);
      expect(await db.$count(accounts)).toBe(2);
    });
  }),
);
