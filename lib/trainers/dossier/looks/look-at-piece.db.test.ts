import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dossierLooks, dossierOpenings, dossierVersionFiles } from "@/db/schema/dossiers";
import { auditLog, mails, settings } from "@/db/schema/platform";
import { makeAccount, makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { pictureRights } from "@/lib/files/policy";
import { readFile } from "@/lib/files/read-file";
import { receiveFile } from "@/lib/files/receive-file";
import { jpegOf, pdf } from "@/lib/files/testing/sample-files";
import { incoming, type TestFiles, testFiles } from "@/lib/files/testing/test-tools";
import type { SettingKey } from "@/lib/settings/settings.data";
import { furnish, managerOf } from "../../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, lastVersion, typeInDossier } from "../../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../../testing/profile-stage";
import { dossierFileRights } from "../file-rights";
import { sendDossier } from "../send-dossier";
import { setPiece } from "../set-piece";
import type { DossierSlot } from "../vocabulary";
import { lookAtPiece } from "./look-at-piece";

let tools: TestFiles;
beforeAll(async () => {
  tools = await testFiles();
});
afterAll(() => tools.clean());

const fileRights = {
  account_picture: pictureRights,
  ad_attachment: pictureRights,
  trainer_cv: pictureRights,
  trainer_diploma: pictureRights,
  change_proof: pictureRights,
  dossier_piece: dossierFileRights,
};
const change = (ctx: Ctx, key: SettingKey, value: number) => ctx.db.insert(settings).values({ key, value, updatedAt: ctx.now });
const after = (ctx: Ctx, minutes: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) });

async function join({ ctx }: StagedTrainer, slot: DossierSlot, name: string, bytes: Buffer): Promise<void> {
  const { id } = await receiveFile(ctx, incoming(name, bytes, { place: "dossier_piece" }), tools);
  await setPiece(ctx, { slot, fileId: id });
}

/** A trainer who has sent the photograph of a card and its back as PDF, and a manager who said why they open the dossier. */
async function stage(ctx: Ctx) {
  await furnish(ctx);
  const trainer = await aTrainer(ctx, { immatriculation: "054-0012" });
  await typeInDossier(trainer, identityAnswers);
  await join(trainer, "identity_front", "carte.jpg", await jpegOf(900, 600));
  await join(trainer, "identity_back", "verso.pdf", pdf());
  await sendDossier(trainer.ctx);
  const dossierId = (await dossierOf(ctx, trainer.profileId))?.id ?? "";
  const manager = await managerOf(ctx, "075");
  const openingId = await anOpening(manager, dossierId);
  const { id: versionId } = await lastVersion(ctx, dossierId, "identity");
  const look = (by: Ctx, slot = "identity_front") => lookAtPiece(by, { versionId, slot }, tools);
  return { trainer, manager, dossierId, openingId, versionId, look };
}

test("EI-98 EI-105 a manager who said why sees the image with their name in it; the trainer’s list and the log have the line", () =>
  inRolledBackTx(async (tx) => {
    const { trainer, manager, dossierId, openingId, look } = await stage(tx);
    const image = await look(manager);
    expect(image).toMatchObject({ name: "carte.jpg", mediaType: "image/jpeg" });
    const other = await look({ ...manager, actor: { ...manager.actor, firstName: "Zoé" } as Ctx["actor"] });
    const [one, two] = await Promise.all(
      [image, other].map(({ content }) =>
        sharp(content as Buffer)
          .greyscale()
          .raw()
          .toBuffer(),
      ),
    );
    expect(one?.equals(two ?? Buffer.alloc(0)), "the name is in the pixels").toBe(false);
    const document = await look(manager, "identity_back");
    expect(document.mediaType).toBe("application/pdf");
    expect(await buffer(document.content as NodeJS.ReadableStream)).toEqual(pdf());
    const rows = await tx.db.select().from(dossierLooks);
    expect(rows.map(({ kind, block, slot }) => [kind, block, slot])).toEqual([
      ["piece", "identity", "identity_front"],
      ["piece", "identity", "identity_front"],
      ["piece", "identity", "identity_back"],
    ]);
    expect(rows[0]).toMatchObject({ openingId, dossierId, at: tx.now });
    const lines = await tx.db.select().from(auditLog).where(eq(auditLog.action, "trainer.piece_seen"));
    expect(lines[0]).toMatchObject({
      accountId: trainer.accountId,
      sensitive: true,
      details: { block: "identity", slot: "identity_front" },
    });
    expect(lines).toHaveLength(3);
  }));

test("EI-60 without an opening, once it is over, or through somebody else’s, nothing is shown and nothing is noted", () =>
  inRolledBackTx(async (tx) => {
    const { trainer, manager, look } = await stage(tx);
    const refused = async (by: Ctx, code: string) => expect(look(by)).rejects.toMatchObject({ code });
    await refused(await managerOf(tx, "054"), "conflict");
    await refused(after(manager, 8 * 60 + 1), "conflict");
    await refused(trainer.ctx, "absent");
    await refused(tx, "absent");
    await tx.db.update(dossierOpenings).set({ endsAt: tx.now });
    await refused(manager, "conflict");
    expect(await tx.db.$count(dossierLooks)).toBe(0);
  }));

test("EI-98 a place without a file, a version of nobody and odd addresses answer as missing", () =>
  inRolledBackTx(async (tx) => {
    const { manager, versionId, look } = await stage(tx);
    for (const slot of ["bank", "../../etc/passwd", ""]) await expect(look(manager, slot)).rejects.toMatchObject({ code: "absent" });
    for (const wrong of ["x", "018f0000-0000-7000-8000-000000000001"])
      await expect(lookAtPiece(manager, { versionId: wrong, slot: "identity_front" }, tools)).rejects.toMatchObject({ code: "absent" });
    await tx.db.delete(dossierVersionFiles).where(eq(dossierVersionFiles.versionId, versionId));
    await expect(look(manager)).rejects.toMatchObject({ code: "absent" });
    expect(await tx.db.$count(dossierLooks)).toBe(0);
  }));

test("EI-98 beyond the pieces of a day, no more are shown until tomorrow in Paris", () =>
  inRolledBackTx(async (tx) => {
    const { manager, look } = await stage(tx);
    await change(tx, "dossier.dailyLooks", 2);
    await look(manager);
    await look(manager);
    await expect(look(manager)).rejects.toMatchObject({ code: "limited", message: expect.stringContaining("2 pièces aujourd’hui") });
    await tx.db.update(dossierOpenings).set({ endsAt: after(tx, 3000).now });
    // Eleven at night in Paris is still today; half past midnight, 23:30 UTC, is not.
    await expect(look({ ...manager, now: new Date("2026-11-21T22:00:00Z") })).rejects.toMatchObject({ code: "limited" });
    await expect(look({ ...manager, now: new Date("2026-11-21T23:30:00Z") })).resolves.toBeDefined();
    expect(await tx.db.$count(dossierLooks)).toBe(3);
  }));

test("EI-98 pieces asked for at the same time do not pass the quota", () =>
  onCommittedCopy("looks", async (db) => {
    const ctx = testCtx(db);
    const { manager, look } = await stage(ctx);
    await change(ctx, "dossier.dailyLooks", 3);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => look(manager)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(await db.$count(dossierLooks)).toBe(3);
  }));

test("EI-98 many pieces in an hour are told once to each national administrator, and again in the next hour", () =>
  inRolledBackTx(async (tx) => {
    const { manager, look } = await stage(tx);
    await change(tx, "dossier.hourlyAlert", 2);
    const { address } = await makeAccount(tx, { role: "administrator" });
    await makeAccount(tx, { role: "administrator", blockedAt: tx.now, blockedReason: "x" });
    const told = () => tx.db.select().from(mails).where(eq(mails.kind, "dossier-looks-alert"));
    await look(manager);
    await look(manager);
    expect(await told()).toEqual([]);
    for (const minutes of [1, 2, 3]) await look(after(manager, minutes));
    expect((await told()).map(({ toAddress, props }) => [toAddress, (props as { looks: number }).looks])).toEqual([[address, 3]]);
    expect(await tx.db.$count(auditLog, eq(auditLog.action, "trainer.looks_alert"))).toBe(1);
    for (const minutes of [62, 63, 64]) await look(after(manager, minutes));
    expect(await told()).toHaveLength(2);
  }));

test("EI-98 at the plain address of a file a piece opens for its owner alone, whatever the opening: no look goes unnoted", () =>
  inRolledBackTx(async (tx) => {
    const { trainer, manager, versionId } = await stage(tx);
    const [sent] = await tx.db.select().from(dossierVersionFiles).where(eq(dossierVersionFiles.versionId, versionId));
    const administrator = { ...tx, actor: await makeSignedIn(tx, { role: "administrator" }) };
    const neighbour = await aTrainer(tx);
    const read = (by: Ctx) => readFile(by, sent?.fileId ?? "", fileRights, tools);
    expect((await read(trainer.ctx)).row.id).toBe(sent?.fileId);
    for (const by of [manager, administrator, neighbour.ctx, tx]) await expect(read(by)).rejects.toMatchObject({ code: "absent" });
  }));

test("EI-105 a document that was erased since says so", () =>
  inRolledBackTx(async (tx) => {
    const { manager, trainer, look } = await stage(tx);
    await tx.db.execute(`update files set state = 'deleted', deleted_at = now() where owner_id = '${trainer.accountId}'`);
    await expect(look(manager)).rejects.toMatchObject({ code: "absent", message: expect.stringContaining("effacé") });
  }));
