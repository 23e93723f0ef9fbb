import { eq } from "drizzle-orm";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { files } from "@/db/schema/files";
import { auditLog } from "@/db/schema/platform";
import { inRolledBackTx } from "@/db/testing/rollback";
import { attachFile } from "./attach-file";
import { type FileRights, pictureRights, type RightsByPlace } from "./policy";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { pdf } from "./testing/sample-files";
import { incoming, openPlaces, someone, type TestFiles, testFiles } from "./testing/test-tools";

let tools: TestFiles;
beforeEach(async () => {
  tools = await testFiles({ places: openPlaces });
});
afterEach(() => tools.clean());

const nobody: FileRights = { see: () => false, sensitive: false };
const elsewhere = { ad_attachment: nobody, trainer_cv: nobody, trainer_diploma: nobody, change_proof: nobody, dossier_piece: nobody };
const rights: RightsByPlace = { ...elsewhere, account_picture: pictureRights };
const ownOnly: RightsByPlace = {
  ...elsewhere,
  account_picture: { see: ({ actor }, file) => actor.kind === "account" && actor.accountId === file.ownerId, sensitive: true },
};
const absentRefusal = { code: "absent", message: "Cette page n’existe pas ou n’est plus disponible." };

describe("TR-21 a file is read by who may see it", () => {
  test("TR-21 until something points at it, only its sender reads it; afterwards the rights of its place count", () =>
    inRolledBackTx(async (tx) => {
      const [me, other] = [someone(), someone()];
      const { id } = await receiveFile({ ...tx, actor: me }, incoming("cv.pdf", pdf()), tools);
      expect((await buffer((await readFile({ ...tx, actor: me }, id, rights, tools)).stream)).equals(pdf())).toBe(true);
      await expect(readFile({ ...tx, actor: other }, id, rights, tools)).rejects.toMatchObject(absentRefusal);
      await attachFile({ ...tx, actor: me }, { fileId: id, place: "account_picture" });
      expect((await readFile({ ...tx, actor: other }, id, rights, tools)).row.id).toBe(id);
      await expect(readFile(tx, id, rights, tools)).rejects.toMatchObject(absentRefusal);
      await expect(readFile({ ...tx, actor: other }, id, ownOnly, tools)).rejects.toMatchObject(absentRefusal);
    }));

  test("TR-21 absent, deleted, unchecked and nonsense look like somebody else's", () =>
    inRolledBackTx(async (tx) => {
      const me = { ...tx, actor: someone() };
      const { id } = await receiveFile(me, incoming("cv.pdf", pdf()), tools);
      await tx.db.update(files).set({ state: "pending" }).where(eq(files.id, id));
      await expect(readFile(me, id, rights, tools)).rejects.toMatchObject(absentRefusal);
      await tx.db.update(files).set({ state: "deleted", deletedAt: tx.now }).where(eq(files.id, id));
      for (const candidate of [id, "01890000-0000-7000-8000-000000000000", "1", "' or 1=1 --"]) {
        await expect(readFile(me, candidate, rights, tools)).rejects.toMatchObject(absentRefusal);
      }
    }));

  test("TR-30 a look at a sensitive place leaves a line that names who was looked at; a refused look leaves none", () =>
    inRolledBackTx(async (tx) => {
      const me = someone();
      const { id } = await receiveFile({ ...tx, actor: me }, incoming("cv.pdf", pdf()), tools);
      await attachFile({ ...tx, actor: me }, { fileId: id, place: "account_picture" });
      await readFile({ ...tx, actor: me }, id, ownOnly, tools);
      await readFile({ ...tx, actor: me }, id, rights, tools);
      await expect(readFile({ ...tx, actor: someone() }, id, ownOnly, tools)).rejects.toMatchObject(absentRefusal);
      const lines = await tx.db.select().from(auditLog).where(eq(auditLog.action, "file.read"));
      expect(lines.map(({ subjectId, accountId, sensitive }) => ({ subjectId, accountId, sensitive }))).toEqual([
        { subjectId: id, accountId: me.accountId, sensitive: true },
      ]);
    }));

  test("TR-30 the bytes of one file, put under another, do not open", () =>
    inRolledBackTx(async (tx) => {
      const me = { ...tx, actor: someone() };
      const [one, other] = [
        await receiveFile(me, incoming("a.pdf", pdf("one")), tools),
        await receiveFile(me, incoming("b.pdf", pdf("other")), tools),
      ];
      await tx.db.update(files).set({ storeKey: "moved" }).where(eq(files.id, one.id));
      await tx.db.update(files).set({ storeKey: one.storeKey, keyId: one.keyId }).where(eq(files.id, other.id));
      const { stream } = await readFile(me, other.id, rights, tools);
      await expect(buffer(stream)).rejects.toThrow("authenticate");
      await tx.db.update(files).set({ wrappedKey: one.wrappedKey }).where(eq(files.id, other.id));
      await expect(readFile(me, other.id, rights, tools)).rejects.toMatchObject({ code: "unavailable" });
    }));

  test("TR-21 bytes that the store has lost are told as a trouble, not as an absence", () =>
    inRolledBackTx(async (tx) => {
      const me = { ...tx, actor: someone() };
      const { id } = await receiveFile(me, incoming("cv.pdf", pdf()), tools);
      await rm(join(tools.home, "files"), { recursive: true });
      await expect(readFile(me, id, rights, tools)).rejects.toMatchObject({ code: "unavailable" });
    }));

  test("TR-21 a file is attached once, by its sender, to the place it was sent to", () =>
    inRolledBackTx(async (tx) => {
      const me = { ...tx, actor: someone() };
      const { id } = await receiveFile(me, incoming("cv.pdf", pdf()), tools);
      await expect(attachFile({ ...tx, actor: someone() }, { fileId: id, place: "account_picture" })).rejects.toMatchObject({
        code: "absent",
      });
      expect((await attachFile(me, { fileId: id, place: "account_picture" })).attachedAt).toEqual(tx.now);
      await expect(attachFile(me, { fileId: id, place: "account_picture" })).rejects.toMatchObject({ code: "absent" });
    }));
});
