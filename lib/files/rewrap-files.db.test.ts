import { eq } from "drizzle-orm";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { files } from "@/db/schema/files";
import { inRolledBackTx } from "@/db/testing/rollback";
import { unwrapKey } from "@/lib/core/crypto";
import { env, type MasterKey } from "@/lib/core/env";
import { openFile } from "./open-file";
import { fileKeyContext, receiveFile } from "./receive-file";
import { rewrapFiles } from "./rewrap-files";
import { pdf } from "./testing/sample-files";
import { incoming, openPlaces, someone, type TestFiles, testFiles } from "./testing/test-tools";

let tools: TestFiles;
beforeEach(async () => {
  tools = await testFiles({ places: openPlaces });
});
afterEach(() => tools.clean());

const fresh: MasterKey = { id: "fresh", key: Buffer.alloc(32, 9) };

describe("TR-30 the master key changes", () => {
  test("TR-30 every file's key is wrapped anew, in batches, and the bytes stay as they are", () =>
    inRolledBackTx(async (tx) => {
      const me = { ...tx, actor: someone() };
      const rows = [];
      for (const name of ["a", "b", "c", "d", "e"]) rows.push(await receiveFile(me, incoming(`${name}.pdf`, pdf(name)), tools));
      const before = await tools.everything();
      expect(await rewrapFiles(tx, { batch: 2, keys: [fresh, ...env.MASTER_KEYS] })).toEqual({ rewrapped: 5, unreadable: 0 });
      expect(await rewrapFiles(tx, { batch: 2, keys: [fresh, ...env.MASTER_KEYS] })).toEqual({ rewrapped: 0, unreadable: 0 });
      expect(await tools.everything()).toEqual(before);
      for (const row of await tx.db.select().from(files)) {
        expect(row.keyId).toBe("fresh");
        // The new key alone is enough: the old one may be thrown away.
        expect(unwrapKey(row.keyId, row.wrappedKey, fileKeyContext(row.id), [fresh])).toHaveLength(32);
      }
    }));

  test("TR-30 a rotation that was stopped goes on, and back again, with the files readable throughout", () =>
    inRolledBackTx(async (tx) => {
      const me = { ...tx, actor: someone() };
      const row = await receiveFile(me, incoming("cv.pdf", pdf()), tools);
      await rewrapFiles(tx, { keys: [fresh, ...env.MASTER_KEYS] });
      const other = await receiveFile(me, incoming("autre.pdf", pdf()), tools);
      expect(await rewrapFiles(tx, { keys: [...env.MASTER_KEYS, fresh] })).toEqual({ rewrapped: 1, unreadable: 0 });
      for (const { id } of [row, other]) {
        const [current] = await tx.db.select().from(files).where(eq(files.id, id));
        if (current === undefined) throw new Error("the row is gone");
        expect((await buffer(await openFile(current, tools))).equals(pdf())).toBe(true);
      }
    }));

  test("TR-30 a file whose key cannot be read is counted and left, and does not stop the others", () =>
    inRolledBackTx(async (tx) => {
      const me = { ...tx, actor: someone() };
      const [lost] = [await receiveFile(me, incoming("a.pdf", pdf()), tools), await receiveFile(me, incoming("b.pdf", pdf()), tools)];
      await tx.db.update(files).set({ keyId: "forgotten" }).where(eq(files.id, lost.id));
      expect(await rewrapFiles(tx, { batch: 1, keys: [fresh, ...env.MASTER_KEYS] })).toEqual({ rewrapped: 1, unreadable: 1 });
    }));
});
