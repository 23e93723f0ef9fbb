import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossierRequests, dossierVersions } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import { auditLog } from "@/db/schema/platform";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { TxCtx } from "@/lib/core/ctx";
import { readLists } from "../profile/read-lists";
import { furnish, managerOf, structureOf } from "../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { decideVersion } from "./decide-version";
import { readOwnDossier } from "./read-own-dossier";
import { restoreBlock } from "./restore-block";
import { forgetScan } from "./retention/forget-scan";
import { sendDossier } from "./send-dossier";
import { setPiece } from "./set-piece";
import type { DossierBlock } from "./vocabulary";

const iban = "FR76 3000 6000 0112 3456 7890 189";
const otherIban = "BE71 0961 2345 6769";
const nir = "258117511901563";

interface Stage {
  readonly tx: TxCtx;
  readonly trainer: StagedTrainer;
}
/** A person whose identity, social-security and bank blocks are validated. */
const staged = (story: (stage: Stage) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx);
    await typeInDossier(trainer, { ...identityAnswers, nir, iban, bic: "SOGEFRPP" });
    await joinPieces(trainer, "identity_front", "identity_back", "social_security", "bank");
    await sendDossier(trainer.ctx);
    for (const block of ["identity", "social_security", "bank"] as const) await decide({ tx, trainer }, block, "validated");
    return story({ tx, trainer });
  });

async function decide({ tx, trainer }: Stage, block: DossierBlock, decision: "validated" | "refused"): Promise<void> {
  const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
  const manager = await managerOf(tx, "075");
  await anOpening(manager, dossierId);
  const { id } = await lastVersion(tx, dossierId, block);
  await decideVersion(manager, { versionId: id, decision, reason: decision === "refused" ? "Illisible." : null });
}
const shown = async ({ trainer: { ctx } }: Stage) => readOwnDossier(ctx, await readLists(ctx));
const nothingToSend = ({ trainer: { ctx } }: Stage) =>
  expect(sendDossier(ctx)).rejects.toMatchObject({ message: expect.stringContaining("Rien n’a changé") });

test("EI-68 a replacement that was begun is given up: number and document in force are in the form again, and nothing is left to send", () =>
  staged(async (stage) => {
    const { tx, trainer } = stage;
    const before = await shown(stage);
    expect(before.blocks.bank.standing).toEqual({ waits: false, shown: true, lost: [] });
    await setPiece(trainer.ctx, { slot: "bank", fileId: null });
    await joinPieces(trainer, "bank");
    await typeInDossier(trainer, { iban: otherIban, street: "9 rue Haute" });
    const begun = await shown(stage);
    expect(begun.blocks.bank).toMatchObject({ changed: true, standing: { shown: false, lost: ["IBAN", "bank.pdf"] } });
    await restoreBlock(trainer.ctx, { block: "bank" });
    const after = await shown(stage);
    expect([after.answers["iban"], after.files.bank?.id]).toEqual([before.answers["iban"], before.files.bank?.id]);
    expect(after.blocks.bank).toMatchObject({ changed: false, state: "valid", standing: { shown: true } });
    // The file that was joined is gone for good; the other blocks keep what was typed in them.
    const [joined] = await tx.db
      .select()
      .from(files)
      .where(eq(files.id, begun.files.bank?.id ?? ""));
    expect(joined?.state).toBe("deleted");
    expect(after.answers["street"]).toBe("9 rue Haute");
    expect((await sendDossier(trainer.ctx)).blocks).toEqual(["address"]);
    const [line] = await tx.db.select().from(auditLog).where(eq(auditLog.action, "trainer.block_restored"));
    expect(line).toMatchObject({ accountId: trainer.accountId, details: { block: "bank" } });
  }));

test("EI-68 emptied of its number but not of its document, a block keeps nothing else from leaving; put back, it has both", () =>
  staged(async (stage) => {
    const { trainer } = stage;
    await typeInDossier(trainer, { nir: "" });
    const { blocks, toDo } = await shown(stage);
    expect(blocks.social_security).toMatchObject({ changed: false, state: "valid", standing: { shown: false, lost: [] } });
    expect(toDo).toEqual([]);
    await joinPieces(trainer, "diploma");
    expect((await sendDossier(trainer.ctx)).blocks).toEqual(["diploma"]);
    await restoreBlock(trainer.ctx, { block: "social_security" });
    expect((await shown(stage)).answers["nir"]).toBe("2 58 •• •• ••• ••• 63");
    await nothingToSend(stage);
    // With a document of its own, it is a replacement, whose number is missing.
    await typeInDossier(trainer, { nir: "" });
    await joinPieces(trainer, "social_security");
    await expect(sendDossier(trainer.ctx)).rejects.toMatchObject({ fieldErrors: { nir: [expect.any(String)] } });
  }));

test("EI-64 asked for again and emptied, a block says what is missing", () =>
  staged(async (stage) => {
    const { tx, trainer } = stage;
    const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
    await tx.db.insert(dossierRequests).values({ dossierId, block: "bank", structureId: await structureOf(tx, "075"), askedAt: tx.now });
    expect((await shown(stage)).toDo).toEqual([]);
    await setPiece(trainer.ctx, { slot: "bank", fileId: null });
    await typeInDossier(trainer, { iban: "", bic: "" });
    expect((await shown(stage)).toDo.map(({ target }) => target)).toEqual(["iban", "bic", "bank"]);
    await restoreBlock(trainer.ctx, { block: "bank" });
    expect((await shown(stage)).toDo).toEqual([]);
    expect((await sendDossier(trainer.ctx)).blocks).toEqual(["bank"]);
  }));

test("EI-68 of what waits to be checked, the form says again what was sent; of what was refused, what is in force", () =>
  staged(async (stage) => {
    const { trainer } = stage;
    await typeInDossier(trainer, { iban: otherIban });
    await sendDossier(trainer.ctx);
    await typeInDossier(trainer, { iban: "" });
    expect((await shown(stage)).blocks.bank.standing).toMatchObject({ waits: true, shown: false });
    await restoreBlock(trainer.ctx, { block: "bank" });
    expect((await shown(stage)).answers["iban"]).toBe("BE71 •••• •••• 769");
    await nothingToSend(stage);
    await decide(stage, "bank", "refused");
    expect((await shown(stage)).blocks.bank).toMatchObject({ state: "refused", standing: { waits: false, shown: false, lost: ["IBAN"] } });
    await restoreBlock(trainer.ctx, { block: "bank" });
    const { answers, blocks } = await shown(stage);
    expect(answers["iban"]).toBe("FR76 •••• •••• 189");
    expect(blocks.bank).toMatchObject({ state: "valid", refusedBecause: null, changed: false });
    await nothingToSend(stage);
  }));

test("EI-68 EI-105 scans that were verified and erased are not put back, and not asked for", () =>
  staged(async (stage) => {
    const { tx, trainer } = stage;
    const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
    const { id } = await lastVersion(tx, dossierId, "identity");
    expect(await forgetScan(tx, { versionId: id, cutoff: tx.now })).not.toBeNull();
    await typeInDossier(trainer, { identityKind: "passport", birthPlace: "Colmar" });
    await joinPieces(trainer, "identity_front");
    await restoreBlock(trainer.ctx, { block: "identity" });
    const { answers, files: joined, blocks } = await shown(stage);
    expect([answers["identityKind"], answers["birthPlace"], joined.identity_front]).toEqual(["id_card", "Toulouse", undefined]);
    expect(blocks.identity).toMatchObject({ state: "valid", changed: false, standing: { shown: true } });
    await nothingToSend(stage);
  }));

test("EI-50 EI-68 of what the profile says, the form says it again; nothing is put back of a block that was never accepted", () =>
  staged(async (stage) => {
    const { tx, trainer } = stage;
    await typeInDossier(trainer, { street: "9 rue Haute" });
    expect((await shown(stage)).blocks.address.standing).toMatchObject({ shown: false, lost: ["Numéro et libellé de la voie"] });
    await restoreBlock(trainer.ctx, { block: "address" });
    expect((await shown(stage)).answers["street"]).toBe("16 avenue Mozart");
    await nothingToSend(stage);
    await joinPieces(trainer, "diploma");
    expect((await shown(stage)).blocks.diploma.standing).toBeNull();
    await expect(restoreBlock(trainer.ctx, { block: "diploma" })).rejects.toMatchObject({ code: "conflict" });
    expect((await shown(stage)).files.diploma).toBeDefined();
    expect(await tx.db.$count(dossierVersions)).toBe(3);
  }));
