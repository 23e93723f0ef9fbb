import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { files } from "@/db/schema/files";
import { inRolledBackTx, testNow } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { readLists } from "../profile/read-lists";
import { saveAnswers } from "../profile/save-answers";
import { furnish, managerOf } from "../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { decideVersion } from "./decide-version";
import { readOwnDossier } from "./read-own-dossier";
import { emptyOldDossiersJob } from "./retention/empty-old-dossiers-job";
import { emptyOldVersionsJob } from "./retention/empty-old-versions-job";
import { forgetScan } from "./retention/forget-scan";
import { sendDossier } from "./send-dossier";
import type { DossierBlock } from "./vocabulary";

interface Stage {
  readonly tx: TxCtx;
  readonly trainer: StagedTrainer;
}
const staged = (story: (stage: Stage) => Promise<void>, over: Parameters<typeof aTrainer>[1] = {}) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await story({ tx, trainer: await aTrainer(tx, over) });
  });
const at = <Given extends Ctx>(ctx: Given, now: Date): Given => ({ ...ctx, now });
const inDays = (days: number) => new Date(testNow.getTime() + days * 86_400_000);
const on = (day: string) => new Date(`${day}T09:00:00Z`);

async function decide({ tx, trainer }: Stage, block: DossierBlock, decision: "validated" | "refused", now = testNow): Promise<void> {
  const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
  const manager = at(await managerOf(tx, "075"), now);
  await anOpening(manager, dossierId);
  const { id } = await lastVersion(tx, dossierId, block);
  await decideVersion(manager, { versionId: id, decision, reason: decision === "refused" ? "Illisible." : null });
}
const shown = async ({ ctx }: StagedTrainer) => readOwnDossier(ctx, await readLists(ctx));

test("EI-68 EI-105 a verified identity whose scans were erased keeps nothing from leaving when the CV says another birth place", () =>
  staged(async (stage) => {
    const { tx, trainer } = stage;
    await typeInDossier(trainer, identityAnswers);
    await joinPieces(trainer, "identity_front", "identity_back");
    await sendDossier(trainer.ctx);
    await decide(stage, "identity", "validated");
    const { id } = await lastVersion(tx, (await dossierOf(tx, trainer.profileId))?.id ?? "", "identity");
    await forgetScan(at(tx, inDays(40)), { versionId: id, cutoff: inDays(10) });
    await saveAnswers(trainer.ctx, { changes: [{ field: "birthPlace", from: "Toulouse", to: "Colmar" }] });
    const { answers, blocks, toDo } = await shown(trainer);
    expect([answers["birthPlace"], blocks.identity.changed, blocks.identity.state]).toEqual(["Colmar", false, "valid"]);
    expect(toDo.filter(({ block }) => block === "identity")).toEqual([]);
    await joinPieces(trainer, "diploma");
    expect((await sendDossier(trainer.ctx)).blocks).toEqual(["diploma"]);
    // What is typed in the block itself is another document, whose scans are wanted.
    await typeInDossier(trainer, { documentNumber: "T7X62TZ80" });
    expect((await shown(trainer)).blocks.identity.changed).toBe(true);
    await expect(sendDossier(trainer.ctx)).rejects.toMatchObject({ fieldErrors: { identity_front: [expect.any(String)] } });
  }));

test("EI-68 TR-31 a refused replacement that nobody corrected leaves the form once it is erased: what is in force is there again, whole", () =>
  staged(async (stage) => {
    const { tx, trainer } = stage;
    await typeInDossier(trainer, { iban: "FR76 3000 6000 0112 3456 7890 189", bic: "SOGEFRPP" });
    await joinPieces(trainer, "bank");
    await sendDossier(trainer.ctx);
    await decide(stage, "bank", "validated");
    const before = await shown(trainer);
    // The same document goes with another number.
    await typeInDossier(trainer, { bic: "BNPAFRPP" });
    await sendDossier(trainer.ctx);
    await decide(stage, "bank", "refused");
    await emptyOldVersionsJob.run(at(tx, inDays(91)), { asOf: inDays(91) });
    const late = { ...trainer, ctx: at(trainer.ctx, inDays(91)) };
    const after = await shown(late);
    expect([after.answers["iban"], after.answers["bic"], after.files.bank?.id]).toEqual([
      before.answers["iban"],
      before.answers["bic"],
      before.files.bank?.id,
    ]);
    expect(after.blocks.bank).toMatchObject({ changed: false, state: "valid", refusedBecause: null, standing: { shown: true } });
    expect(after.toDo.filter(({ block }) => block === "bank")).toEqual([]);
    expect(await tx.db.$count(files, eq(files.state, "deleted"))).toBe(0);
    await joinPieces(late, "diploma");
    expect((await sendDossier(late.ctx)).blocks).toEqual(["diploma"]);
  }));

test("EI-68 TR-31 a first sending that was refused and erased leaves nothing of itself in the form", () =>
  staged(async (stage) => {
    const { tx, trainer } = stage;
    await typeInDossier(trainer, { iban: "FR76 3000 6000 0112 3456 7890 189", bic: "SOGEFRPP" });
    await joinPieces(trainer, "bank");
    await sendDossier(trainer.ctx);
    await decide(stage, "bank", "refused");
    await emptyOldVersionsJob.run(at(tx, inDays(91)), { asOf: inDays(91) });
    const { answers, files: joined, blocks } = await shown(trainer);
    expect([answers["iban"], answers["bic"], joined.bank, blocks.bank.changed]).toEqual([undefined, undefined, undefined, false]);
    expect(await tx.db.$count(files, eq(files.state, "deleted"))).toBe(1);
  }));

const sendOrder = async (stage: Stage, day: string) => {
  const trainer = { ...stage.trainer, ctx: at(stage.trainer.ctx, on(day)) };
  await joinPieces(trainer, "order");
  await sendDossier(trainer.ctx);
  return (await lastVersion(stage.tx, (await dossierOf(stage.tx, trainer.profileId))?.id ?? "", "order")).endsOn;
};

test("EI-66 TR-31 whoever comes back after their dossier was emptied has an order of one year, from the day it is sent", () =>
  staged(
    async (stage) => {
      expect(await sendOrder(stage, "2026-11-21")).toBe("2027-11-21");
      await decide(stage, "order", "validated", on("2026-11-23"));
      await emptyOldDossiersJob.run(at(stage.tx, on("2031-11-24")), { asOf: on("2031-11-24") });
      expect((await lastVersion(stage.tx, (await dossierOf(stage.tx, stage.trainer.profileId))?.id ?? "", "order")).state).toBe(
        "withdrawn",
      );
      expect(await sendOrder(stage, "2032-11-19")).toBe("2033-11-19");
      // A sharper scan changes nothing.
      expect(await sendOrder(stage, "2032-11-25")).toBe("2033-11-19");
    },
    { answers: { status: "civil_servant" } },
  ));

test("EI-66 TR-31 an order that was replaced and erased since still gives its anniversary to those that follow", () =>
  staged(
    async (stage) => {
      await sendOrder(stage, "2026-11-21");
      // Sent again at once, unchecked: the first day counts.
      await sendOrder(stage, "2026-11-24");
      await decide(stage, "order", "validated", on("2026-11-25"));
      expect(await sendOrder(stage, "2027-10-01")).toBe("2028-11-21");
      await decide(stage, "order", "validated", on("2027-10-02"));
      await emptyOldVersionsJob.run(at(stage.tx, on("2028-03-01")), { asOf: on("2028-03-01") });
      expect(await sendOrder(stage, "2028-10-01")).toBe("2029-11-21");
    },
    { answers: { status: "civil_servant" } },
  ));
