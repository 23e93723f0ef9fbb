import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { files } from "@/db/schema/files";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import type { FileRights, RightsByPlace } from "@/lib/files/policy";
import { readFile } from "@/lib/files/read-file";
import { receiveFile } from "@/lib/files/receive-file";
import { pdf } from "@/lib/files/testing/sample-files";
import { incoming, type TestFiles, testFiles } from "@/lib/files/testing/test-tools";
import { adAttachmentRights } from "../profile/file-rights";
import { furnish, managerOf, typedAd } from "../testing/ad-stage";
import { createAd } from "./create-ad";
import { publishAd } from "./publish-ad";
import { readAdFile, readPublicAdFile } from "./read-ad-file";
import { setAdFile } from "./set-ad-file";

let tools: TestFiles;
beforeEach(async () => {
  tools = await testFiles();
});
afterEach(() => tools.clean());

const nobody: FileRights = { see: () => false, sensitive: false };
const fileRights: RightsByPlace = {
  account_picture: nobody,
  trainer_cv: nobody,
  trainer_diploma: nobody,
  change_proof: nobody,
  dossier_piece: nobody,
  ad_attachment: adAttachmentRights,
};
const story = (run: (tx: TxCtx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await run(tx);
  });
const sent = async (manager: Ctx, name = "programme.pdf") =>
  (await receiveFile(manager, incoming(name, pdf(), { place: "ad_attachment" }), tools)).id;

test("AD-05 the file of an ad: its structure’s alone while it is a draft, everybody’s once published; the next one takes its place", () =>
  story(async (tx) => {
    const manager = await managerOf(tx, "054");
    const { adId } = await createAd(manager, await typedAd(manager));
    const first = await sent(manager);
    await setAdFile(manager, { adId, fileId: first });
    expect(await readAdFile(manager, adId)).toMatchObject({ id: first, name: "programme.pdf" });
    await expect(readFile(tx, first, fileRights, tools)).rejects.toMatchObject({ code: "absent" });

    const { number } = await publishAd(manager, { adId });
    expect(await readPublicAdFile(tx, number)).toMatchObject({ id: first });
    expect((await buffer((await readFile(tx, first, fileRights, tools)).stream)).equals(pdf())).toBe(true);

    const second = await sent(manager, "nouveau.pdf");
    await setAdFile(manager, { adId, fileId: second });
    expect(await readPublicAdFile(tx, number)).toMatchObject({ name: "nouveau.pdf" });
    expect(await tx.db.select({ state: files.state }).from(files).where(eq(files.id, first))).toEqual([{ state: "deleted" }]);
    await setAdFile(manager, { adId, fileId: null });
    expect(await readPublicAdFile(tx, number)).toBeNull();
  }));

test("AD-05 nobody joins a file to another structure’s ad, nor a file that somebody else sent", () =>
  story(async (tx) => {
    const manager = await managerOf(tx, "054");
    const { adId } = await createAd(manager, await typedAd(manager));
    const other = await managerOf(tx, "075");
    await expect(setAdFile(other, { adId, fileId: await sent(other) })).rejects.toMatchObject({ code: "absent" });
    await expect(setAdFile(manager, { adId, fileId: await sent(other) })).rejects.toThrow("plus disponible");
    await expect(setAdFile(manager, { adId: "x", fileId: null })).rejects.toMatchObject({ code: "absent" });
    expect(await readAdFile(manager, adId)).toBeNull();
  }));
