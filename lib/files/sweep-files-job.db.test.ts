import { randomBytes } from "node:crypto";
import { mkdir, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { files } from "@/db/schema/files";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { attachFile } from "./attach-file";
import { receiveFile } from "./receive-file";
import { removeBytes, removeFile } from "./remove-file";
import { type FileStore, StoreUnavailable } from "./stores/store";
import { sweepFiles } from "./sweep-files-job";
import { pdf } from "./testing/sample-files";
import { incoming, openPlaces, someone, type TestFiles, testFiles } from "./testing/test-tools";

let tools: TestFiles;
beforeEach(async () => {
  tools = await testFiles({ places: openPlaces });
});
afterEach(() => tools.clean());

const hoursLater = ({ now }: Ctx, hours: number) => new Date(now.getTime() + hours * 3_600_000);
const nothing = { removed: 0, unattached: 0, leftBytes: 0, orphans: 0 };

async function aFile(tx: TxCtx, attached: boolean) {
  const me = { ...tx, actor: someone() };
  const row = await receiveFile(me, incoming("cv.pdf", pdf()), tools);
  if (attached) await attachFile(me, { fileId: row.id, place: "account_picture" });
  return row;
}

describe("TR-20 the sweeper", () => {
  test("TR-20 what was sent and never attached goes after 24 hours, not before; what is attached stays", () =>
    inRolledBackTx(async (tx) => {
      const [kept] = [await aFile(tx, true), await aFile(tx, false)];
      expect(await sweepFiles(tx, { asOf: hoursLater(tx, 23.9) }, tools)).toEqual(nothing);
      expect(await sweepFiles(tx, { asOf: hoursLater(tx, 24.1) }, tools)).toEqual({ ...nothing, removed: 1, unattached: 1 });
      expect((await tx.db.select().from(files)).map(({ id }) => id)).toEqual([kept.id]);
      expect(await tools.everything()).toHaveLength(1);
      expect(await sweepFiles(tx, { asOf: hoursLater(tx, 48) }, tools)).toEqual(nothing);
    }));

  test("TR-31 a dry run counts the same and touches nothing", () =>
    inRolledBackTx(async (tx) => {
      await aFile(tx, false);
      await removeFile(tx, (await aFile(tx, true)).id);
      const asOf = hoursLater(tx, 25);
      const dry = await sweepFiles(tx, { asOf, dryRun: true }, tools);
      expect([dry, await tools.everything()]).toEqual([
        { removed: 2, unattached: 1, leftBytes: 1, orphans: 0 },
        [expect.anything(), expect.anything()],
      ]);
      expect(await sweepFiles(tx, { asOf }, tools)).toEqual(dry);
      expect(await tools.everything()).toEqual([]);
    }));

  test("TR-20 bytes that a store would not let go are removed at the next run, and the key with them", () =>
    inRolledBackTx(async (tx) => {
      const row = await aFile(tx, true);
      await removeFile(tx, row.id);
      const deaf: FileStore = { ...tools.store, remove: () => Promise.reject(new StoreUnavailable("down")) };
      expect(await sweepFiles(tx, { asOf: tx.now }, { ...tools, storeOf: () => deaf })).toEqual(nothing);
      expect(await tools.everything()).toHaveLength(1);
      expect(await sweepFiles(tx, { asOf: tx.now }, tools)).toEqual({ ...nothing, removed: 1, leftBytes: 1 });
      expect(await tx.db.select().from(files)).toMatchObject([{ id: row.id, state: "deleted", wrappedKey: "", bytesRemovedAt: tx.now }]);
      expect(await tools.everything()).toEqual([]);
    }));

  test("TR-20 old strays of the store and of interrupted uploads go; young ones and what is known stay", () =>
    inRolledBackTx(async (tx) => {
      const now = { ...tx, now: new Date() };
      await aFile(tx, true);
      const [old, young] = [randomBytes(16).toString("hex"), randomBytes(16).toString("hex")];
      for (const key of [old, young]) {
        const source = join(tools.home, "source");
        await writeFile(source, "stray");
        await tools.store.put(key, source);
        await rm(source);
      }
      const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
      await utimes(join(tools.home, "files", old.slice(0, 2), old.slice(2, 4), old), twoDaysAgo, twoDaysAgo);
      await mkdir(tools.folder, { recursive: true });
      await writeFile(join(tools.folder, "half"), "half");
      await utimes(join(tools.folder, "half"), twoDaysAgo, twoDaysAgo);
      expect(await sweepFiles(now, { asOf: now.now }, tools)).toMatchObject({ orphans: 2 });
      expect(await tools.everything()).toHaveLength(2);
      // A run as of a day far ahead does not take what is being written today.
      expect(await sweepFiles(now, { asOf: hoursLater(now, 1_000) }, tools)).toMatchObject({ orphans: 0 });
      await expect(tools.store.get(young)).resolves.toBeDefined();
    }));

  test("TR-20 attaching and sweeping at the same moment: a file is attached or swept, never both", () =>
    onCommittedCopy("file_sweep", async (db) => {
      const actor = someone();
      const ctx = testCtx(db, { actor });
      const ids = await Promise.all(Array.from({ length: 12 }, async () => (await receiveFile(ctx, incoming("cv.pdf", pdf()), tools)).id));
      const attaching = ids.map((fileId) =>
        db
          .transaction((transaction) => attachFile({ ...ctx, db: transaction, inTransaction: true }, { fileId, place: "account_picture" }))
          .then(
            () => true,
            () => false,
          ),
      );
      const sweeping = [1, 2].map(() => sweepFiles(ctx, { asOf: hoursLater(ctx, 25) }, tools));
      const attached = (await Promise.all(attaching)).filter(Boolean).length;
      await Promise.all(sweeping);
      const left = await db.select().from(files);
      expect(left.filter(({ state, attachedAt }) => state === "clean" && attachedAt !== null)).toHaveLength(attached);
      expect([left.length, (await tools.everything()).length]).toEqual([attached, attached]);
    }));
});

describe("TR-20 removing a file", () => {
  test("TR-20 the bytes go once the removal is committed, not when it is undone", () =>
    onCommittedCopy("file_remove", async (db) => {
      const ctx = testCtx(db, { actor: someone() });
      const { id } = await receiveFile(ctx, incoming("cv.pdf", pdf()), tools);
      const undone = db.transaction(async (transaction) => {
        const tx: TxCtx = { ...ctx, db: transaction, inTransaction: true };
        await removeFile(tx, id);
        await removeBytes(tx, [id], tools);
        throw new Error("undone");
      });
      await expect(undone).rejects.toThrow("undone");
      expect(await tools.everything()).toHaveLength(1);
      await db.transaction((transaction) => removeFile({ ...ctx, db: transaction, inTransaction: true }, id));
      await removeBytes(ctx, [id], tools);
      expect(await tools.everything()).toEqual([]);
    }));
});
