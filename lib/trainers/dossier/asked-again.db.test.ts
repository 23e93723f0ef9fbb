import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossierRequests } from "@/db/schema/dossiers";
import { mails } from "@/db/schema/platform";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { saveAnswers } from "../profile/save-answers";
import { furnish, managerOf, structureOf } from "../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { decideVersion } from "./decide-version";
import { noEnd } from "./piece-states";
import { openRequests } from "./requests";
import { sendDossier } from "./send-dossier";
import { setPiece } from "./set-piece";
import { decideSeveral } from "./study/decide-several";
import { undoDecision } from "./undo-decision";
import type { DossierBlock } from "./vocabulary";

interface Stage {
  readonly tx: TxCtx;
  readonly trainer: StagedTrainer;
  readonly manager: Ctx;
  readonly dossierId: string;
}
/** A person without activity: identity is all that the status asks for. */
const staged = (story: (stage: Stage) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx);
    await typeInDossier(trainer, identityAnswers);
    await joinPieces(trainer, "identity_front", "identity_back");
    await sendDossier(trainer.ctx);
    const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
    const manager = await managerOf(tx, "075");
    await anOpening(manager, dossierId);
    return story({ tx, trainer, manager, dossierId });
  });

const decide = async ({ manager, dossierId }: Stage, block: DossierBlock, decision: "validated" | "refused", by: Ctx = manager) => {
  const { id } = await lastVersion(by, dossierId, block);
  const { outcome } = await decideVersion(by, { versionId: id, decision, reason: decision === "refused" ? "Illisible." : null });
  return { id, outcome };
};
const until = async ({ tx, trainer }: Stage) => (await dossierOf(tx, trainer.profileId))?.completeUntil;
const bank = { iban: "FR76 3000 6000 0112 3456 7890 189", bic: "SOGEFRPP" };

test("EI-64 a block that was asked for, sent and refused is asked for again, so that the form shows it; taken back, it waits", () =>
  staged(async (stage) => {
    const { tx, trainer, dossierId } = stage;
    await tx.db
      .insert(dossierRequests)
      .values({ dossierId, block: "contract", structureId: await structureOf(tx, "075"), askedAt: tx.now });
    await typeInDossier(trainer, { contractKind: "permanent", contractFrom: "01/09/2020" });
    await joinPieces(trainer, "contract");
    expect((await sendDossier(trainer.ctx)).blocks).toEqual(["contract"]);
    expect([...(await openRequests(tx, dossierId))]).toEqual([]);
    const { id } = await decide(stage, "contract", "refused");
    expect([...(await openRequests(tx, dossierId))]).toEqual(["contract"]);
    await undoDecision(stage.manager, { versionId: id });
    expect([...(await openRequests(tx, dossierId))]).toEqual([]);
  }));

test("EI-62 EI-67 another status, wherever it is changed, counts at once for the whole", () =>
  staged(async (stage) => {
    const { trainer } = stage;
    await decide(stage, "identity", "validated");
    expect(await until(stage)).toBe(noEnd);
    await saveAnswers(trainer.ctx, { changes: [{ field: "withoutWork", from: "unemployed", to: "retired" }] });
    expect(await until(stage)).toBeNull();
    await saveAnswers(trainer.ctx, { changes: [{ field: "withoutWork", from: "retired", to: "unemployed" }] });
    expect(await until(stage)).toBe(noEnd);
  }));

test("EI-68 what is taken off the form and was sent stays as it was sent, and keeps nothing else from leaving", () =>
  staged(async (stage) => {
    const { trainer } = stage;
    await joinPieces(trainer, "diploma");
    expect((await sendDossier(trainer.ctx)).blocks).toEqual(["diploma"]);
    await setPiece(trainer.ctx, { slot: "diploma", fileId: null });
    await expect(sendDossier(trainer.ctx)).rejects.toMatchObject({ message: expect.stringContaining("Rien n’a changé") });
    await typeInDossier(trainer, bank);
    await joinPieces(trainer, "bank");
    expect((await sendDossier(trainer.ctx)).blocks).toEqual(["bank"]);
  }));

test("EI-106 an IBAN sent in place of another that nobody has judged yet is told, held and agreed by two as well", () =>
  staged(async (stage) => {
    const { tx, trainer, dossierId } = stage;
    await typeInDossier(trainer, bank);
    await joinPieces(trainer, "bank");
    await sendDossier(trainer.ctx);
    expect((await lastVersion(tx, dossierId, "bank")).needsSecond).toBe(false);
    await typeInDossier(trainer, { iban: "BE71 0961 2345 6769" });
    await sendDossier(trainer.ctx);
    expect((await lastVersion(tx, dossierId, "bank")).needsSecond).toBe(true);
    expect(await tx.db.$count(mails, eq(mails.kind, "iban-changed"))).toBe(1);
  }));

test("EI-106 a changed IBAN is not one of many; who gave the first agreement may refuse after all, once the person says that it was not them", () =>
  staged(async (stage) => {
    const { tx, trainer, dossierId } = stage;
    await typeInDossier(trainer, bank);
    await joinPieces(trainer, "bank");
    await sendDossier(trainer.ctx);
    await decide(stage, "bank", "validated");
    await typeInDossier(trainer, { iban: "BE71 0961 2345 6769" });
    await sendDossier(trainer.ctx);
    const { id } = await lastVersion(tx, dossierId, "bank");
    const [told] = await decideSeveral(stage.manager, { versionIds: [id], reason: "" });
    expect(told).toMatchObject({ done: false, message: expect.stringContaining("à décider à part") });
    expect((await decide(stage, "bank", "validated")).outcome).toBe("approved");
    expect((await decide(stage, "bank", "refused")).outcome).toBe("refused");
    expect(await lastVersion(tx, dossierId, "bank")).toMatchObject({ state: "refused", approvedBy: null });
  }));
