import { expect, test } from "vitest";
import { inRolledBackTx, testNow } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { furnish, managerOf } from "../../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../../testing/profile-stage";
import { decideVersion } from "../decide-version";
import { sendDossier } from "../send-dossier";
import type { DossierBlock } from "../vocabulary";
import { emptyOldDossiersJob } from "./empty-old-dossiers-job";
import { emptyOldVersionsJob } from "./empty-old-versions-job";
import { forgetVerifiedScansJob } from "./forget-verified-scans-job";
import { retentionPlan } from "./retention-plan";

const inDays = <Given extends Ctx>(ctx: Given, days: number): Given => ({ ...ctx, now: new Date(testNow.getTime() + days * 86_400_000) });
const run = (job: typeof emptyOldVersionsJob, ctx: Ctx, day: number) => job.run(inDays(ctx, day), { asOf: inDays(ctx, day).now });
const filesOf = (due: readonly { readonly files: number }[]) => due.map(({ files }) => files);
const fiveYears = 1827;

const staged = (story: (ctx: Ctx, trainer: StagedTrainer) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await story(tx, await aTrainer(tx, { immatriculation: "054-0012", answers: { status: "self_employed" } }));
  });
async function decide(ctx: Ctx, { profileId }: StagedTrainer, block: DossierBlock, decision: "validated" | "refused", day: number) {
  const manager = inDays(await managerOf(ctx, "075"), day);
  const dossierId = (await dossierOf(ctx, profileId))?.id ?? "";
  await anOpening(manager, dossierId);
  const { id: versionId } = await lastVersion(ctx, dossierId, block);
  await decideVersion(manager, { versionId, decision, reason: decision === "refused" ? "Illisible." : null });
}
/** The declaration with this date, sent on this day with the file that the form shows. */
async function sendHonour(trainer: StagedTrainer, honourDate: string, day: number): Promise<void> {
  const then = { ...trainer, ctx: inDays(trainer.ctx, day) };
  await typeInDossier(then, { honourDate });
  await sendDossier(then.ctx);
}

test("TR-31 the dry run tells of a file only where it goes: not with a sending whose file another one keeps", () =>
  staged(async (ctx, trainer) => {
    await joinPieces(trainer, "honour");
    await sendHonour(trainer, "01/11/2026", 0);
    await sendHonour(trainer, "02/11/2026", 1);
    await decide(ctx, trainer, "honour", "validated", 1);
    const { leftovers } = await retentionPlan(ctx, inDays(ctx, 91).now);
    expect(filesOf(leftovers), "withdrawn, and the one in force shows its file").toEqual([0]);
    expect(await run(emptyOldVersionsJob, ctx, 91)).toEqual({ versions: 1, files: 0, bytes: 0 });
  }));

test("TR-31 a file that several leftovers show is counted once, as the job erases it", () =>
  staged(async (ctx, trainer) => {
    await joinPieces(trainer, "honour");
    await sendHonour(trainer, "01/11/2026", 0);
    await sendHonour(trainer, "02/11/2026", 1);
    await sendHonour(trainer, "03/11/2026", 2);
    await decide(ctx, trainer, "honour", "refused", 3);
    const { leftovers } = await retentionPlan(ctx, inDays(ctx, 95).now);
    expect(filesOf(leftovers).sort((one, other) => one - other)).toEqual([0, 0, 1]);
    expect(leftovers.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(1);
    expect(await run(emptyOldVersionsJob, ctx, 95)).toEqual({ versions: 3, files: 1, bytes: 1 });
  }));

test("EI-105 TR-31 a scan that is also a leftover is told with the scans, which go first", () =>
  staged(async (ctx, trainer) => {
    await typeInDossier(trainer, identityAnswers);
    await joinPieces(trainer, "identity_front", "identity_back");
    await sendDossier(trainer.ctx);
    await decide(ctx, trainer, "identity", "validated", 0);
    const next = { ...trainer, ctx: inDays(trainer.ctx, 1) };
    await typeInDossier(next, { documentNumber: "T7X62TZ80" });
    await joinPieces(next, "identity_front", "identity_back");
    await sendDossier(next.ctx);
    await decide(ctx, trainer, "identity", "validated", 1);
    const { scans, leftovers } = await retentionPlan(ctx, inDays(ctx, 91).now);
    expect([filesOf(scans), filesOf(leftovers)]).toEqual([[2, 2], [0]]);
    expect(await run(forgetVerifiedScansJob, ctx, 91)).toMatchObject({ versions: 2, files: 4 });
    expect(await run(emptyOldVersionsJob, ctx, 91)).toMatchObject({ versions: 1, files: 0 });
  }));

test("TR-31 what goes with its whole dossier is told there, and not once more with the leftovers", () =>
  staged(async (ctx, trainer) => {
    await joinPieces(trainer, "honour");
    await sendHonour(trainer, "01/11/2026", 0);
    await decide(ctx, trainer, "honour", "refused", 0);
    const { leftovers, dossiers } = await retentionPlan(ctx, inDays(ctx, fiveYears).now);
    expect([leftovers, filesOf(dossiers)]).toEqual([[], [1]]);
    expect(await run(emptyOldVersionsJob, ctx, fiveYears)).toMatchObject({ versions: 0 });
    expect(await run(emptyOldDossiersJob, ctx, fiveYears)).toEqual({ dossiers: 1, files: 1, bytes: 1 });
  }));

test("TR-31 what the jobs take off the form is no change of the dossier: its five years go on", () =>
  staged(async (ctx, trainer) => {
    await typeInDossier(trainer, identityAnswers);
    await joinPieces(trainer, "identity_front", "identity_back");
    await sendDossier(trainer.ctx);
    await decide(ctx, trainer, "identity", "validated", 0);
    await joinPieces(trainer, "honour");
    await sendHonour(trainer, "01/11/2026", 0);
    await decide(ctx, trainer, "honour", "refused", 0);
    const before = (await dossierOf(ctx, trainer.profileId))?.draftSealed;
    expect(await run(forgetVerifiedScansJob, ctx, 40)).toMatchObject({ versions: 1 });
    expect(await run(emptyOldVersionsJob, ctx, 91)).toMatchObject({ versions: 1 });
    const after = await dossierOf(ctx, trainer.profileId);
    expect(after?.draftSealed).not.toBe(before);
    expect(after?.updatedAt).toEqual(testNow);
    expect(await run(emptyOldDossiersJob, ctx, fiveYears)).toMatchObject({ dossiers: 1 });
  }));
