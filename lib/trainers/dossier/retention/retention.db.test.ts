import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dossierDraftFiles, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import { auditLog } from "@/db/schema/platform";
import { trainerProfiles } from "@/db/schema/trainers";
import { inRolledBackTx, testNow } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { receiveFile } from "@/lib/files/receive-file";
import { sweepFiles } from "@/lib/files/sweep-files-job";
import { jpegOf } from "@/lib/files/testing/sample-files";
import { incoming, type TestFiles, testFiles } from "@/lib/files/testing/test-tools";
import { openAnswers } from "../../profile/lock-profile";
import { readLists } from "../../profile/read-lists";
import { furnish, managerOf } from "../../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, lastVersion, typeInDossier } from "../../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../../testing/profile-stage";
import { countComplete } from "../count-complete";
import { decideVersion } from "../decide-version";
import { openDraft, openSealed, versionContext } from "../lock-dossier";
import { readOwnDossier } from "../read-own-dossier";
import { sendDossier } from "../send-dossier";
import { setPiece } from "../set-piece";
import type { DossierBlock, DossierSlot } from "../vocabulary";
import { emptyOldVersionsJob } from "./empty-old-versions-job";
import { forgetVerifiedScansJob } from "./forget-verified-scans-job";
import { retentionPlan } from "./retention-plan";
import { forgottenWords } from "./rules";

let tools: TestFiles;
beforeAll(async () => {
  tools = await testFiles();
});
afterAll(() => tools.clean());

const inDays = <Given extends Ctx>(ctx: Given, days: number): Given => ({ ...ctx, now: new Date(testNow.getTime() + days * 86_400_000) });

interface Stage {
  readonly tx: TxCtx;
  readonly trainer: StagedTrainer;
  readonly manager: Ctx;
  readonly dossierId: string;
}
const staged = <Result>(story: (stage: Stage) => Promise<Result>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx, { immatriculation: "054-0012", answers: { status: "self_employed" } });
    await typeInDossier(trainer, identityAnswers);
    const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
    return story({ tx, trainer, manager: await managerOf(tx, "075"), dossierId });
  });

async function join({ trainer }: Stage, slot: DossierSlot, day = 0): Promise<string> {
  const ctx = inDays(trainer.ctx, day);
  const { id } = await receiveFile(ctx, incoming(`${slot}.jpg`, await jpegOf(), { place: "dossier_piece" }), tools);
  await setPiece(ctx, { slot, fileId: id });
  return id;
}
async function decide({ manager, dossierId }: Stage, block: DossierBlock, decision: "validated" | "refused", day: number): Promise<void> {
  const by = inDays(manager, day);
  await anOpening(by, dossierId);
  const { id: versionId } = await lastVersion(by, dossierId, block);
  await decideVersion(by, { versionId, decision, reason: decision === "refused" ? "Le verso est flou." : null });
}
const send = ({ trainer }: Stage, day = 0) => sendDossier(inDays(trainer.ctx, day));
const run = (job: typeof forgetVerifiedScansJob, { tx }: Stage, day: number) => job.run(inDays(tx, day), { asOf: inDays(tx, day).now });
const stateOf = async ({ tx }: Stage, fileId: string) => (await tx.db.select().from(files).where(eq(files.id, fileId)))[0]?.state;
const answersOf = async ({ tx, dossierId }: Stage, block: DossierBlock) => {
  const { id, answersSealed } = await lastVersion(tx, dossierId, block);
  return openSealed(answersSealed, versionContext(id));
};
/** Identity, front and back, sent today and validated. */
async function verified(stage: Stage): Promise<readonly string[]> {
  const ids = [await join(stage, "identity_front"), await join(stage, "identity_back")];
  await send(stage);
  await decide(stage, "identity", "validated", 0);
  return ids;
}

test("EI-105 thirty days after it was verified the scan is gone, rows, bytes and the form’s copy; the piece still counts", () =>
  staged(async (stage) => {
    const { tx, trainer, dossierId } = stage;
    const ids = await verified(stage);
    expect(await run(forgetVerifiedScansJob, stage, 29)).toMatchObject({ versions: 0 });
    expect(await run(forgetVerifiedScansJob, stage, 30)).toMatchObject({ versions: 1, files: 2 });
    expect(await Promise.all(ids.map((id) => stateOf(stage, id)))).toEqual(["deleted", "deleted"]);
    await sweepFiles(inDays(tx, 30), { asOf: inDays(tx, 30).now }, tools);
    expect(await tools.everything()).toHaveLength(0);
    expect(await tx.db.select().from(dossierDraftFiles)).toEqual([]);
    const version = await lastVersion(tx, dossierId, "identity");
    expect(version).toMatchObject({ state: "validated", forgottenAt: inDays(tx, 30).now });
    expect(version.decidedBy).not.toBeNull();
    expect(await answersOf(stage, "identity")).toMatchObject({
      identityKind: "id_card",
      documentNumber: "Z79",
      identityUntil: "31/01/2032",
    });
    const dossier = await dossierOf(tx, trainer.profileId);
    expect(dossier === null ? {} : openDraft(dossier)).toMatchObject({ documentNumber: "Z79" });
    const [kept] = await tx.db.select().from(dossierVersionFiles).innerJoin(files, eq(files.id, dossierVersionFiles.fileId));
    expect(kept?.files.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(kept?.files.wrappedKey).toBe("");
    const own = await readOwnDossier(inDays(trainer.ctx, 30), await readLists(tx));
    expect(own.blocks.identity).toMatchObject({ state: "valid", scansErased: forgottenWords(version), changed: false });
    expect(forgottenWords(version)).toBe("vérifié le 21 novembre 2026, image effacée le 21 décembre 2026");
    const [line] = await tx.db.select().from(auditLog).where(eq(auditLog.action, "trainer.scans_forgotten"));
    expect(line).toMatchObject({ accountId: trainer.accountId, details: { block: "identity", version: 1 } });
    // Nothing is asked again: there is nothing to send, and the file is as whole as before.
    await expect(send(stage, 31)).rejects.toMatchObject({ message: expect.stringContaining("Rien n’a changé") });
    expect(await countComplete(inDays(tx, 31), dossierId, openAnswers(await profileOf(tx, trainer)))).toEqual({ becameComplete: false });
    expect(await run(forgetVerifiedScansJob, stage, 31), "done once").toMatchObject({ versions: 0 });
  }));

test("EI-105 a scan that is still discussed stays: waiting, refused, or shown again by a sending that waits", () =>
  staged(async (stage) => {
    const { trainer } = stage;
    const front = await join(stage, "identity_front");
    await join(stage, "identity_back");
    await send(stage);
    expect(await run(forgetVerifiedScansJob, stage, 60), "waiting").toMatchObject({ versions: 0 });
    await decide(stage, "identity", "refused", 61);
    expect(await run(forgetVerifiedScansJob, stage, 120), "refused").toMatchObject({ versions: 0 });
    await join(stage, "identity_back", 120);
    await send(stage, 120);
    await decide(stage, "identity", "validated", 120);
    await typeInDossier(trainer, { identityFrom: "02/02/2022" });
    await send(stage, 121);
    expect(await run(forgetVerifiedScansJob, stage, 160), "shown by a sending that waits").toMatchObject({ versions: 0 });
    expect(await stateOf(stage, front)).toBe("clean");
    await decide(stage, "identity", "validated", 160);
    expect(await run(forgetVerifiedScansJob, stage, 189), "verified again 29 days ago").toMatchObject({ versions: 0 });
    expect(await run(forgetVerifiedScansJob, stage, 190)).toMatchObject({ versions: 2 });
    expect(await stateOf(stage, front)).toBe("deleted");
  }));

test("EI-105 other pieces keep their file, and the NIR stays readable", () =>
  staged(async (stage) => {
    const { trainer } = stage;
    await typeInDossier(trainer, { honourDate: "01/11/2026", nir: "2 58 11 75 119 015" });
    const honour = await join(stage, "honour");
    const card = await join(stage, "social_security");
    await join(stage, "identity_front");
    await join(stage, "identity_back");
    await send(stage);
    for (const block of ["identity", "honour", "social_security"] as const) await decide(stage, block, "validated", 0);
    await run(forgetVerifiedScansJob, stage, 40);
    expect([await stateOf(stage, honour), await stateOf(stage, card)]).toEqual(["clean", "deleted"]);
    expect(await answersOf(stage, "social_security")).toEqual({ nir: "258117511901563" });
  }));

test("TR-31 a refused piece that nobody corrected is emptied after ninety days, in the form too, and stops nothing", () =>
  staged(async (stage) => {
    const { tx, trainer } = stage;
    const ids = [await join(stage, "identity_front"), await join(stage, "identity_back")];
    await send(stage);
    await decide(stage, "identity", "refused", 1);
    expect(await run(emptyOldVersionsJob, stage, 90)).toMatchObject({ versions: 0 });
    expect(await run(emptyOldVersionsJob, stage, 91)).toMatchObject({ versions: 1, files: 2 });
    expect(await Promise.all(ids.map((id) => stateOf(stage, id)))).toEqual(["deleted", "deleted"]);
    expect(await answersOf(stage, "identity")).toEqual({});
    const own = await readOwnDossier(inDays(trainer.ctx, 91), await readLists(tx));
    expect(own.blocks.identity, "not verified: nothing says so").toMatchObject({ state: "refused", scansErased: null });
    const dossier = await dossierOf(tx, trainer.profileId);
    expect(dossier === null ? null : openDraft(dossier)).toEqual({});
    expect(await run(emptyOldVersionsJob, stage, 92), "done once").toMatchObject({ versions: 0 });
    await typeInDossier(trainer, { honourDate: "01/11/2026" });
    await join(stage, "honour", 92);
    expect(await send(stage, 92)).toEqual({ blocks: ["honour"] });
    await typeInDossier(trainer, identityAnswers);
    await expect(send(stage, 93), "typed again, it is asked for again").rejects.toMatchObject({
      fieldErrors: expect.objectContaining({ identity_front: expect.any(Array) }),
    });
  }));

test("TR-31 what was withdrawn or replaced goes, but for the files that a later sending shows too", () =>
  staged(async (stage) => {
    const { tx, trainer, dossierId } = stage;
    await typeInDossier(trainer, { honourDate: "01/11/2026" });
    await join(stage, "identity_front");
    await join(stage, "identity_back");
    const first = await join(stage, "honour");
    await send(stage);
    await typeInDossier(trainer, { honourDate: "02/11/2026" });
    await send(stage, 1);
    await decide(stage, "honour", "validated", 1);
    const second = await join(stage, "honour", 30);
    await typeInDossier(trainer, { honourDate: "15/11/2026" });
    await send(stage, 30);
    expect(await run(emptyOldVersionsJob, stage, 91), "the first was withdrawn on day 1").toMatchObject({ versions: 1 });
    expect(await stateOf(stage, first), "the version in force shows it too").toBe("clean");
    await decide(stage, "honour", "validated", 40);
    expect(await run(emptyOldVersionsJob, stage, 129)).toMatchObject({ versions: 0 });
    expect(await run(emptyOldVersionsJob, stage, 130), "the second was replaced on day 40").toMatchObject({ versions: 1 });
    expect([await stateOf(stage, first), await stateOf(stage, second)]).toEqual(["deleted", "clean"]);
    const rows = await tx.db.select().from(dossierVersions).where(eq(dossierVersions.dossierId, dossierId));
    const honours = rows.filter(({ block }) => block === "honour").sort((one, other) => one.number - other.number);
    expect(honours.map(({ id, answersSealed }) => Object.keys(openSealed(answersSealed, versionContext(id))).length)).toEqual([0, 0, 1]);
  }));

test("TR-31 the dry run lists what would be erased, and erases nothing", () =>
  staged(async (stage) => {
    const { tx, trainer } = stage;
    const [front = ""] = await verified(stage);
    const plan = await retentionPlan(tx, inDays(tx, 30).now);
    expect(plan.scans).toEqual([
      expect.objectContaining({ accountId: trainer.accountId, block: "identity", number: 1, state: "validated", files: 2 }),
    ]);
    expect(plan.scans[0]?.bytes).toBeGreaterThan(100);
    expect(plan.leftovers).toEqual([]);
    expect(await stateOf(stage, front)).toBe("clean");
  }));

async function profileOf(tx: TxCtx, { profileId }: StagedTrainer) {
  const [profile] = await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, profileId));
  if (profile === undefined) throw new Error("no profile");
  return profile;
}
