import { expect, test } from "vitest";
import { maySend, ownsFile, pictureRights } from "./policy";
import { testCtx } from "@/db/testing/rollback";
import type { Actor } from "@/lib/core/ctx";
import type { FileRow } from "./file-row";
import { someone } from "./testing/test-tools";

const halfIn = someone({ secondFactor: "missing" });

test("TR-20 a file is sent by somebody signed in, second factor given when one is asked", () => {
  expect([maySend({ kind: "visitor" }), maySend(halfIn)]).toMatchObject([{ code: "unauthenticated" }, { code: "unauthenticated" }]);
  expect(maySend(someone()).allowed).toBe(true);
});

test("TR-21 a file belongs to who sent it, and to nobody else", () => {
  const sender = someone();
  expect(ownsFile(sender, { ownerId: sender.accountId })).toBe(true);
  expect([ownsFile(someone(), { ownerId: sender.accountId }), ownsFile({ kind: "visitor" }, { ownerId: sender.accountId })]).toEqual([
    false,
    false,
  ]);
});

test("MC-30 portraits are for whoever is signed in, second factor given", async () => {
  const sees = (actor: Actor) => pictureRights.see(testCtx({} as never, { actor }), {} as FileRow);
  expect([await sees({ kind: "visitor" }), await sees(halfIn), await sees(someone())]).toEqual([false, false, true]);
});
