import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossierDraftFiles, dossierRequests, dossierReviews, dossierVersions, validityExtensions } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import { interventions } from "@/db/schema/interventions";
import { auditLog } from "@/db/schema/platform";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { receiveFile } from "@/lib/files/receive-file";
import { sweepFiles } from "@/lib/files/sweep-files-job";
import { pdf } from "@/lib/files/testing/sample-files";
import { incoming, type TestFiles, testFiles } from "@/lib/files/testing/test-tools";
import { readLists } from "../../profile/read-lists";
import { furnish, managerOf, structureOf } from "../../testing/ad-stage";
import { anOpening, dossierOf, lastVersion, typeInDossier } from "../../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../../testing/profile-stage";
import { decideVersion } from "../decide-version";
import { openSealed, versionContext } from "../lock-dossier";
import { readOwnDossier } from "../read-own-dossier";
import { sendDossier } from "../send-dossier";
import { setPiece } from "../set-piece";
import { emptyOldDossiersJob } from "./empty-old-dossiers-job";
import { retentionPlan } from "./retention-plan";

const on = <Given extends Ctx>(ctx: Given, day: string): Given => ({ ...ctx, now: new Date(`${day}T09:00:00Z`) });
const run = (ctx: Ctx, day: string) => emptyOldDossiersJob.run(on(ctx, day), { asOf: on(ctx, day).now });

/** Bank details, validated on 21 November 2026, and a diploma in the form that was never sent. */
const settled = (story: (stage: { tx: Ctx; trainer: StagedTrainer; dossierId: string; tools: TestFiles }) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    const tools = await testFiles();
    try {
      await furnish(tx);
      const trainer = await aTrainer(tx, { immatriculation: "054-0012", answers: { status: "self_employed" } });
      const join = async (slot: "bank" | "diploma") => {
        const { id } = await receiveFile(trainer.ctx, incoming(`${slot}.pdf`, pdf(slot), { place: "dossier_piece" }), tools);
        await setPiece(trainer.ctx, { slot, fileId: id }, tools);
      };
      await typeInDossier(trainer, { iban: "FR76 3000 6000 0112 3456 7890 189", bic: "SOGEFRPP" });
      await join("bank");
      await sendDossier(trainer.ctx);
      await join("diploma");
      const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
      const manager = await managerOf(tx, "075");
      await anOpening(manager, dossierId);
      const { id: versionId } = await lastVersion(tx, dossierId, "bank");
      await decideVersion(manager, { versionId, decision: "validated", reason: null });
      await story({ tx, trainer, dossierId, tools });
    } finally {
      await tools.clean();
    }
  });
const taught = async (ctx: Ctx, { profileId }: StagedTrainer, endsOn: string) => {
  const structureId = await structureOf(ctx, "054");
  await ctx.db.insert(interventions).values({ profileId, structureId, reference: endsOn, title: "Budget", startsOn: endsOn, endsOn });
};

test("TR-31 five years after the last intervention and the last change, answers, form, rows and bytes go; that it was judged stays", () =>
  settled(async ({ tx, trainer, dossierId, tools }) => {
    await taught(tx, trainer, "2027-03-02");
    expect(await run(tx, "2032-03-01")).toMatchObject({ dossiers: 0 });
    expect((await retentionPlan(tx, on(tx, "2032-03-02").now)).dossiers).toEqual([
      { dossierId, accountId: trainer.accountId, versions: 1, files: 2, bytes: expect.any(Number) },
    ]);
    expect(await tx.db.$count(files, eq(files.state, "deleted")), "a dry run erases nothing").toBe(0);
    expect(await run(tx, "2032-03-02")).toMatchObject({ dossiers: 1, files: 2 });
    const { id, answersSealed, state, decidedAt } = await lastVersion(tx, dossierId, "bank");
    expect([openSealed(answersSealed, versionContext(id)), state, decidedAt === null]).toEqual([{}, "withdrawn", false]);
    expect(await tx.db.$count(dossierReviews, eq(dossierReviews.versionId, id))).toBe(1);
    expect(await tx.db.$count(dossierDraftFiles)).toBe(0);
    expect(await dossierOf(tx, trainer.profileId)).toMatchObject({ draftSealed: null, completeUntil: null, firstCompleteOn: null });
    await sweepFiles(on(tx, "2032-03-02"), { asOf: on(tx, "2032-03-02").now }, tools);
    expect(await tools.everything()).toEqual([]);
    const [line] = await tx.db.select().from(auditLog).where(eq(auditLog.action, "trainer.dossier_emptied"));
    expect(line).toMatchObject({ accountId: trainer.accountId, details: { versions: 1, files: 2 } });
    expect(await run(tx, "2032-03-03"), "done once").toMatchObject({ dossiers: 0 });
  }));

test("TR-31 a planned intervention, a sending, or a word typed since keeps the dossier; without any intervention the last change counts", () =>
  settled(async ({ tx, trainer }) => {
    expect((await retentionPlan(tx, on(tx, "2031-11-20").now)).dossiers).toEqual([]);
    expect((await retentionPlan(tx, on(tx, "2031-11-22").now)).dossiers).toHaveLength(1);
    await taught(tx, trainer, "2031-12-15");
    expect((await retentionPlan(tx, on(tx, "2031-11-22").now)).dossiers).toEqual([]);
    await typeInDossier({ ...trainer, ctx: on(trainer.ctx, "2033-01-10") }, { bic: "BNPAFRPP" });
    expect((await retentionPlan(tx, on(tx, "2037-01-01").now)).dossiers).toEqual([]);
    expect((await retentionPlan(tx, on(tx, "2038-01-11").now)).dossiers).toHaveLength(1);
  }));

test("TR-31 EI-64 a piece that nobody judged yet, and what a manager asked for yesterday, keep a dossier that was left for years", () =>
  settled(async ({ tx, trainer, dossierId }) => {
    const planned = async (day: string) => (await retentionPlan(tx, on(tx, day).now)).dossiers.length;
    expect(await planned("2031-11-22")).toBe(1);
    const structureId = await structureOf(tx, "054");
    await tx.db.insert(dossierRequests).values({ dossierId, block: "diploma", structureId, askedAt: on(tx, "2031-11-21").now });
    expect(await run(tx, "2031-11-22"), "asked for yesterday").toMatchObject({ dossiers: 0 });
    expect(await planned("2036-11-22"), "never answered for five years").toBe(1);
    // Sent in answer, and then forgotten by everybody.
    await sendDossier(on(trainer.ctx, "2031-11-22"));
    expect(await planned("2040-01-01"), "waits to be judged").toBe(0);
    const manager = on(await managerOf(tx, "075"), "2040-01-02");
    await anOpening(manager, dossierId);
    const { id: versionId } = await lastVersion(tx, dossierId, "diploma");
    await decideVersion(manager, { versionId, decision: "refused", reason: "Illisible." });
    expect(await planned("2040-01-03")).toBe(0);
    expect(await planned("2045-01-03")).toBe(1);
  }));

test("TR-31 EI-106 an extension granted since keeps the dossier whose piece it extended, and no other", () =>
  settled(async ({ tx, dossierId }) => {
    const { id } = await lastVersion(tx, dossierId, "bank");
    const ends = { declaredEndsOn: "2031-10-31", endsOn: "2032-03-31" };
    await tx.db.insert(validityExtensions).values({
      block: "bank",
      endsFrom: "2031-10-01",
      endsTo: "2031-12-31",
      newEndsOn: "2032-03-31",
      reason: "Grève.",
      count: 1,
      grantedAt: on(tx, "2031-11-02").now,
    });
    expect((await retentionPlan(tx, on(tx, "2031-11-22").now)).dossiers, "not one of its pieces").toHaveLength(1);
    await tx.db.update(dossierVersions).set(ends).where(eq(dossierVersions.id, id));
    expect((await retentionPlan(tx, on(tx, "2031-11-22").now)).dossiers).toEqual([]);
    expect((await retentionPlan(tx, on(tx, "2036-11-03").now)).dossiers).toHaveLength(1);
  }));

test("TR-31 EI-60 whoever comes back after that finds an empty dossier that asks for everything again, and can send it", () =>
  settled(async ({ tx, trainer, dossierId }) => {
    await run(tx, "2031-11-22");
    const back = { ...trainer, ctx: on(trainer.ctx, "2032-01-05") };
    const own = await readOwnDossier(back.ctx, await readLists(tx));
    expect(own.blocks.bank).toMatchObject({ sent: false, state: "missing", scansErased: null, changed: false });
    expect(own.isComplete).toBe(false);
    await typeInDossier(back, { honourDate: "04/01/2032" });
    const { id } = await receiveFile(back.ctx, incoming("honneur.pdf", pdf("new"), { place: "dossier_piece" }), await testFiles());
    await setPiece(back.ctx, { slot: "honour", fileId: id });
    expect(await sendDossier(back.ctx)).toEqual({ blocks: ["honour"] });
    expect(await tx.db.$count(dossierVersions, eq(dossierVersions.dossierId, dossierId))).toBe(2);
  }));
