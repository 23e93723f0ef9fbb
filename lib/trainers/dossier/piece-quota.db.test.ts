import { afterAll, beforeAll, expect, test } from "vitest";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { TxCtx } from "@/lib/core/ctx";
import { receiveFile } from "@/lib/files/receive-file";
import { pdf } from "@/lib/files/testing/sample-files";
import { incoming, type TestFiles, testFiles } from "@/lib/files/testing/test-tools";
import { furnish, managerOf } from "../testing/ad-stage";
import { anOpening, dossierOf, lastVersion } from "../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { decideVersion } from "./decide-version";
import { sendDossier } from "./send-dossier";
import { setPiece } from "./set-piece";

const diploma = pdf("x".repeat(600));
let tools: TestFiles;
/** Room for three diplomas. */
beforeAll(async () => {
  tools = await testFiles({ quotaBytes: diploma.length * 3 });
});
afterAll(() => tools.clean());

interface Stage {
  readonly tx: TxCtx;
  readonly trainer: StagedTrainer;
}
const staged = (story: (stage: Stage) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await story({ tx, trainer: await aTrainer(tx) });
  });
const receive = ({ ctx }: StagedTrainer) => receiveFile(ctx, { ...incoming("master.pdf", diploma), place: "dossier_piece" }, tools);
async function transmit(trainer: StagedTrainer): Promise<void> {
  const { id } = await receive(trainer);
  await setPiece(trainer.ctx, { slot: "diploma", fileId: id }, tools);
  await sendDossier(trainer.ctx);
}
async function decide({ tx, trainer }: Stage, decision: "validated" | "refused"): Promise<void> {
  const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
  const manager = await managerOf(tx, "075");
  await anOpening(manager, dossierId);
  const { id } = await lastVersion(tx, dossierId, "diploma");
  await decideVersion(manager, { versionId: id, decision, reason: decision === "refused" ? "Illisible." : null });
}

test("TR-20 EI-68 what was sent and is closed takes no room: replaced before it was checked, refused, or replaced by another in force", () =>
  staged(async (stage) => {
    const { trainer } = stage;
    for (const decision of ["validated", "refused", "validated", null] as const) {
      await transmit(trainer);
      await transmit(trainer);
      if (decision !== null) await decide(stage, decision);
    }
    // One in force, one waits, and the form shows that one: room for a third.
    const { id } = await receive(trainer);
    await setPiece(trainer.ctx, { slot: "diploma", fileId: id }, tools);
    await expect(receive(trainer)).rejects.toMatchObject({ message: expect.stringContaining("s’il n’est pas transmis") });
    // Taken off the form, as it is advised, it gives its room back.
    await setPiece(trainer.ctx, { slot: "diploma", fileId: null }, tools);
    await receive(trainer);
  }));

test("TR-20 nobody fills the disk by replacing: what is closed has an end too, and says so", () =>
  staged(async ({ trainer }) => {
    for (let sent = 1; sent <= 12; sent++) await transmit(trainer);
    await expect(receive(trainer)).rejects.toMatchObject({ message: expect.stringContaining("s’effacent d’eux-mêmes") });
  }));
