import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossierDraftFiles } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { furnish, managerOf } from "../../testing/ad-stage";
import { anOpening, aSentFile, dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../../testing/profile-stage";
import { decideVersion } from "../decide-version";
import { openDraft } from "../lock-dossier";
import { sendDossier } from "../send-dossier";
import { setPiece } from "../set-piece";
import { emptyOldVersionsJob } from "./empty-old-versions-job";
import { emptyVersion } from "./empty-version";
import { forgetVerifiedScansJob } from "./forget-verified-scans-job";
import { retentionPlan } from "./retention-plan";

const inDays = <Given extends Ctx>(ctx: Given, days: number): Given => ({ ...ctx, now: new Date(testNow.getTime() + days * 86_400_000) });
const run = (job: typeof emptyOldVersionsJob, ctx: Ctx, day: number) => job.run(inDays(ctx, day), { asOf: inDays(ctx, day).now });

/** Identity, front and back, sent today and decided of today. */
async function decided(ctx: Ctx, trainer: StagedTrainer, decision: "validated" | "refused") {
  await typeInDossier(trainer, identityAnswers);
  await joinPieces(trainer, "identity_front", "identity_back");
  await sendDossier(trainer.ctx);
  const dossierId = (await dossierOf(ctx, trainer.profileId))?.id ?? "";
  const manager = await managerOf(ctx, "075");
  await anOpening(manager, dossierId);
  const { id: versionId } = await lastVersion(ctx, dossierId, "identity");
  await decideVersion(manager, { versionId, decision, reason: decision === "refused" ? "Le recto est flou." : null });
  return { dossierId, versionId };
}
const places = async (ctx: Ctx, dossierId: string) =>
  Object.fromEntries(
    (
      await ctx.db
        .select({ slot: dossierDraftFiles.slot, state: files.state })
        .from(dossierDraftFiles)
        .innerJoin(files, eq(files.id, dossierDraftFiles.fileId))
        .where(eq(dossierDraftFiles.dossierId, dossierId))
    ).map(({ slot, state }) => [slot, state]),
  );
const whole = { identity_front: "clean", identity_back: "clean" };

const staged = (story: (ctx: Ctx, trainer: StagedTrainer) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await story(tx, await aTrainer(tx, { immatriculation: "054-0012", answers: { status: "self_employed" } }));
  });

test("TR-31 a refused piece that is being corrected keeps what the form shows of it, until it is sent; then what was refused goes", () =>
  staged(async (ctx, trainer) => {
    const { dossierId, versionId } = await decided(ctx, trainer, "refused");
    const late = { ...trainer, ctx: inDays(trainer.ctx, 89) };
    await joinPieces(late, "identity_front");
    expect((await retentionPlan(ctx, inDays(ctx, 120).now)).leftovers).toEqual([]);
    expect(await run(emptyOldVersionsJob, ctx, 120)).toMatchObject({ versions: 0 });
    expect(await emptyVersion(inDays(ctx, 120), { versionId, cutoff: inDays(ctx, 30).now })).toBeNull();
    expect(await places(ctx, dossierId)).toEqual(whole);
    expect(await sendDossier(inDays(trainer.ctx, 121))).toEqual({ blocks: ["identity"] });
    expect(await run(emptyOldVersionsJob, ctx, 122), "the back that is shown again stays").toMatchObject({ versions: 1 });
    expect(await places(ctx, dossierId)).toEqual(whole);
  }));

test("EI-105 a verified scan stays while its block is being corrected in the form, were it by a word; put back as it was, it goes", () =>
  staged(async (ctx, trainer) => {
    const { dossierId } = await decided(ctx, trainer, "validated");
    await typeInDossier(trainer, { identityUntil: "30/06/2033" });
    expect(await run(forgetVerifiedScansJob, ctx, 30)).toMatchObject({ versions: 0 });
    expect(await places(ctx, dossierId)).toEqual(whole);
    await typeInDossier(trainer, { identityUntil: identityAnswers["identityUntil"] ?? "" });
    expect((await retentionPlan(ctx, inDays(ctx, 30).now)).scans).toMatchObject([{ block: "identity", files: 2 }]);
    expect(await run(forgetVerifiedScansJob, ctx, 30)).toMatchObject({ versions: 1 });
    expect(await places(ctx, dossierId)).toEqual({});
  }));

test("TR-31 EI-105 with both files replaced in the form, the old ones go in time, and what was typed beside the new ones stays whole", () =>
  staged(async (ctx, trainer) => {
    for (const [decision, job, day] of [
      ["refused", emptyOldVersionsJob, 90],
      ["validated", forgetVerifiedScansJob, 30],
    ] as const) {
      const { dossierId } = await decided(ctx, trainer, decision);
      await joinPieces(trainer, "identity_front", "identity_back");
      expect(await run(job, ctx, day)).toMatchObject({ versions: 1, files: 2 });
      expect(await places(ctx, dossierId), decision).toEqual(whole);
      const dossier = await dossierOf(ctx, trainer.profileId);
      expect(dossier === null ? {} : openDraft(dossier), decision).toMatchObject({ ...identityAnswers });
    }
  }));

test("TR-31 what was refused leaves the form, but not when the form was put back as it is in force", () =>
  staged(async (ctx, trainer) => {
    const { dossierId } = await decided(ctx, trainer, "validated");
    const [front] = await ctx.db.select().from(dossierDraftFiles).where(eq(dossierDraftFiles.slot, "identity_front"));
    await joinPieces(trainer, "identity_front");
    await sendDossier(trainer.ctx);
    const { id: versionId } = await lastVersion(ctx, dossierId, "identity");
    const manager = await managerOf(ctx, "054");
    await anOpening(manager, dossierId);
    await decideVersion(manager, { versionId, decision: "refused", reason: "Le recto est flou." });
    await ctx.db
      .update(dossierDraftFiles)
      .set({ fileId: front?.fileId ?? "" })
      .where(eq(dossierDraftFiles.slot, "identity_front"));
    expect(await run(emptyOldVersionsJob, ctx, 90)).toMatchObject({ versions: 1 });
    expect(await places(ctx, dossierId)).toEqual(whole);
    const dossier = await dossierOf(ctx, trainer.profileId);
    expect(dossier === null ? {} : openDraft(dossier)).toMatchObject(identityAnswers);
    expect((await retentionPlan(ctx, inDays(ctx, 90).now)).scans, "verified, it has its time like any other").toHaveLength(1);
  }));

test("TR-31 what another block says in the form holds nothing back", () =>
  staged(async (ctx, trainer) => {
    const { dossierId } = await decided(ctx, trainer, "refused");
    await typeInDossier(trainer, { honourDate: "01/11/2026" });
    await joinPieces(trainer, "honour");
    expect(await run(emptyOldVersionsJob, ctx, 90)).toMatchObject({ versions: 1 });
    expect(await places(ctx, dossierId)).toEqual({ honour: "clean" });
  }));

test("TR-31 the trainer replaces the front at the moment at which the job comes for both: the job waits, and erases nothing", () =>
  onCommittedCopy("retention_race", async (db) => {
    const ctx = testCtx(db);
    await furnish(ctx);
    const trainer = await aTrainer(ctx, { immatriculation: "054-0012", answers: { status: "self_employed" } });
    const { dossierId, versionId } = await decided(ctx, trainer, "refused");
    const fileId = await aSentFile(trainer.ctx);
    let job: Promise<unknown> | undefined;
    await withTx(trainer.ctx, async (tx) => {
      await setPiece(tx, { slot: "identity_front", fileId });
      // By another connection: it finds the dossier taken, and waits for this transaction.
      job = emptyVersion(inDays(ctx, 120), { versionId, cutoff: inDays(ctx, 30).now });
      await untilSomebodyWaits(ctx);
    });
    expect(await job).toBeNull();
    expect(await places(ctx, dossierId)).toEqual(whole);
  }));

/** Asks until a session of this database waits for a lock. */
async function untilSomebodyWaits({ db }: Ctx): Promise<void> {
  for (;;) {
    const [row] = await db.execute<{ waiting: number }>(sql`
      select count(*)::int as waiting from pg_locks waiting
      where not granted and exists (
        select from pg_locks own join pg_database here on here.oid = own.database and here.datname = current_database()
        where own.pid = waiting.pid)`);
    if ((row?.waiting ?? 0) > 0) return;
  }
}
