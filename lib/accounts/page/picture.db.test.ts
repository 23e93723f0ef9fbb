import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts } from "@/db/schema/accounts";
import { files } from "@/db/schema/files";
import { auditLog } from "@/db/schema/platform";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { receiveFile } from "@/lib/files/receive-file";
import { pngOf } from "@/lib/files/testing/sample-files";
import { incoming, someone, testFiles } from "@/lib/files/testing/test-tools";
import { removePicture } from "./remove-picture";
import { setPicture } from "./set-picture";

async function aPerson(ctx: Ctx): Promise<Ctx> {
  const [account] = await ctx.db
    .insert(accounts)
    .values({ civility: "mme", firstName: "Camille", lastName: "Durand", passwordHash: "none", passwordChangedAt: testNow })
    .returning({ id: accounts.id });
  if (account === undefined) throw new Error("no account");
  return { ...ctx, actor: someone({ accountId: account.id }) };
}

async function sendPicture(ctx: Ctx): Promise<string> {
  const tools = await testFiles();
  try {
    return (await receiveFile(ctx, incoming("moi.png", await pngOf()), tools)).id;
  } finally {
    await tools.clean();
  }
}

async function pictureOf(ctx: Ctx): Promise<string | null | undefined> {
  if (ctx.actor.kind !== "account") return undefined;
  const [account] = await ctx.db.select({ picture: accounts.pictureFileId }).from(accounts).where(eq(accounts.id, ctx.actor.accountId));
  return account?.picture;
}

const stateOf = async (ctx: Ctx, id: string) => (await ctx.db.select({ state: files.state }).from(files).where(eq(files.id, id)))[0]?.state;

describe("MC-30 one's picture", () => {
  test("MC-30 a picture is set, replaced and removed; the one before is deleted each time, and each change is told", () =>
    inRolledBackTx(async (tx) => {
      const me = await aPerson(tx);
      const [first, second] = [await sendPicture(me), await sendPicture(me)];
      await setPicture(me, { fileId: first });
      expect(await pictureOf(me)).toBe(first);
      await setPicture(me, { fileId: second });
      expect([await pictureOf(me), await stateOf(me, first), await stateOf(me, second)]).toEqual([second, "deleted", "clean"]);
      await removePicture(me);
      expect([await pictureOf(me), await stateOf(me, second)]).toEqual([null, "deleted"]);
      await removePicture(me);
      const lines = await tx.db.select({ action: auditLog.action }).from(auditLog).orderBy(auditLog.id);
      expect(lines.map(({ action }) => action).filter((action) => action.startsWith("account."))).toEqual([
        "account.picture_set",
        "account.picture_set",
        "account.picture_removed",
      ]);
    }));

  test("MC-30 pressing the button twice changes nothing more", () =>
    inRolledBackTx(async (tx) => {
      const me = await aPerson(tx);
      const fileId = await sendPicture(me);
      await setPicture(me, { fileId });
      await setPicture(me, { fileId });
      expect([await pictureOf(me), await stateOf(me, fileId)]).toEqual([fileId, "clean"]);
    }));

  test("MC-30 nobody takes somebody else's file for a picture, nor a file that does not exist", () =>
    inRolledBackTx(async (tx) => {
      const [me, other] = [await aPerson(tx), await aPerson(tx)];
      const fileId = await sendPicture(other);
      await expect(setPicture(me, { fileId })).rejects.toMatchObject({ code: "absent" });
      await expect(setPicture(me, { fileId: "01890000-0000-7000-8000-000000000000" })).rejects.toMatchObject({ code: "absent" });
      await expect(setPicture(tx, { fileId })).rejects.toMatchObject({ code: "unauthenticated" });
      await expect(removePicture(tx)).rejects.toMatchObject({ code: "unauthenticated" });
      expect(await pictureOf(me)).toBeNull();
    }));

  test("MC-30 two tabs that set a picture at once: one is shown, the other is deleted", () =>
    onCommittedCopy("picture_race", async (db) => {
      const me = await aPerson(testCtx(db));
      const ids = [await sendPicture(me), await sendPicture(me)];
      await Promise.all(ids.map((fileId) => setPicture(me, { fileId })));
      const states = await Promise.all(ids.map((id) => stateOf(me, id)));
      expect(new Set(states)).toEqual(new Set(["clean", "deleted"]));
      expect(await pictureOf(me)).toBe(ids[states.indexOf("clean")]);
    }));
});
