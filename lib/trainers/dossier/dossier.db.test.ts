import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossierRequests, dossierReviews, dossiers, dossierVersions } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import { auditLog, mails } from "@/db/schema/platform";
import { trainerProfiles } from "@/db/schema/trainers";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { readLists } from "../profile/read-lists";
import { furnish, managerOf, structureOf } from "../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { decideVersion } from "./decide-version";
import { openSealed, versionContext } from "./lock-dossier";
import { readOwnDossier } from "./read-own-dossier";
import { saveDraft } from "./save-draft";
import { sendDossier } from "./send-dossier";
import { setPiece } from "./set-piece";
import { noEnd } from "./piece-states";
import type { DossierBlock } from "./vocabulary";

const nir = "2 58 11 75 119 015";
const iban = "FR76 3000 6000 0112 3456 7890 189";
const otherIban = "BE71 0961 2345 6769";

interface Stage {
  readonly tx: TxCtx;
  readonly trainer: StagedTrainer;
  readonly manager: Ctx;
  readonly dossierId: string;
}
const staged = <Result>(story: (stage: Stage) => Promise<Result>, status = "self_employed") =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx, { immatriculation: "054-0012", answers: { status } });
    await typeInDossier(trainer, identityAnswers);
    const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
    const manager = await managerOf(tx, "075");
    await anOpening(manager, dossierId);
    return story({ tx, trainer, manager, dossierId });
  });

const decide = async ({ manager, dossierId }: Stage, block: DossierBlock, decision: "validated" | "refused", by: Ctx = manager) =>
  decideVersion(by, {
    versionId: (await lastVersion(by, dossierId, block)).id,
    decision,
    reason: decision === "refused" ? "Le verso est flou." : null,
  });
const later = (ctx: Ctx, hours: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + hours * 3_600_000) });

test("EI-60 EI-65 EI-69 all that is asked is sent and validated one by one; then the page says complete, and one mail what comes next", () =>
  staged(async (stage) => {
    const { tx, trainer, dossierId } = stage;
    const told = async () => {
      const { isComplete, completeUntil } = await readOwnDossier(trainer.ctx, await readLists(trainer.ctx));
      const queued = await tx.db.select().from(mails).where(eq(mails.kind, "dossier-complete"));
      return [isComplete, completeUntil, ...queued.map(({ toAddress }) => toAddress)];
    };
    await joinPieces(trainer, "identity_front", "identity_back", "honour");
    await typeInDossier(trainer, { honourDate: "01/11/2026" });
    expect(await sendDossier(trainer.ctx)).toEqual({ blocks: ["identity", "honour"] });
    await decide(stage, "identity", "validated");
    expect(await told()).toEqual([false, null]);
    await decide(stage, "honour", "validated");
    expect(await told()).toEqual([true, "2027-11-01", trainer.address]);
    expect((await dossierOf(tx, trainer.profileId))?.firstCompleteOn).toBe("2026-11-21");
    expect(await tx.db.$count(dossierReviews)).toBe(2);
    expect((await lastVersion(tx, dossierId, "honour")).endsOn).toBe("2027-11-01");
    // A piece renewed in a file that is complete tells nothing more.
    await joinPieces(trainer, "identity_front");
    await sendDossier(trainer.ctx);
    await decide(stage, "identity", "validated");
    expect(await told()).toEqual([true, "2027-11-01", trainer.address]);
  }));

test("EI-69 the mail of a complete file says what was refused, while what is in force counts", () =>
  staged(async (stage) => {
    const { tx, trainer } = stage;
    await joinPieces(trainer, "identity_front", "identity_back", "honour");
    await typeInDossier(trainer, { honourDate: "01/11/2026" });
    await sendDossier(trainer.ctx);
    await decide(stage, "identity", "validated");
    await joinPieces(trainer, "identity_front");
    await sendDossier(trainer.ctx);
    await decide(stage, "identity", "refused");
    await decide(stage, "honour", "validated");
    const [told] = await tx.db.select().from(mails).where(eq(mails.kind, "dossier-complete"));
    expect(told?.props).toEqual({ firstName: "Camille", refused: ["Document d’identité"] });
  }));

test("EI-65 what is missing or wrong in a block that was begun is told, and nothing leaves; blocks not begun wait", () =>
  staged(async ({ tx, trainer }) => {
    await joinPieces(trainer, "identity_front");
    await typeInDossier(trainer, { nir: "2 58 11 75 119 015 99" });
    const refused = await sendDossier(trainer.ctx).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: "invalid",
      fieldErrors: {
        identity_back: [expect.stringContaining("verso")],
        nir: [expect.stringContaining("clé")],
        social_security: [expect.any(String)],
      },
    });
    expect(Object.keys((refused as { fieldErrors: object }).fieldErrors)).not.toContain("honour");
    expect(await tx.db.$count(dossierVersions)).toBe(0);
    const other = await aTrainer(tx, { firstName: "Awa" });
    await expect(sendDossier(other.ctx)).rejects.toMatchObject({ message: expect.stringContaining("Rien n’a changé") });
  }));

test("EI-61 EI-63 TR-30 the number gets its key; neither it, nor the IBAN, nor the birth place, nor the document’s number is in clear anywhere", () =>
  staged(async ({ tx, trainer, dossierId }) => {
    await joinPieces(trainer, "identity_front", "identity_back", "social_security", "bank");
    await typeInDossier(trainer, { nir, iban, bic: "sogefrpp", birthPlace: "Villefranche-de-Rouergue" });
    await sendDossier(trainer.ctx);
    const version = await lastVersion(tx, dossierId, "social_security");
    const sent = openSealed(version.answersSealed, versionContext(version.id));
    expect(sent["nir"]).toMatch(/^2581175119015\d\d$/u);
    const rows = JSON.stringify([
      await tx.db.select().from(dossiers),
      await tx.db.select().from(dossierVersions),
      await tx.db.select().from(trainerProfiles),
      await tx.db.select().from(auditLog),
      await tx.db.select().from(mails),
    ]).toLowerCase();
    // As typed, and in the spelling that is kept.
    for (const secret of [nir, "2581175119015", iban, iban.replaceAll(" ", ""), "sogefrpp", "rouergue", "t7x62tz79"])
      expect(rows).not.toContain(secret.toLowerCase());
    const bank = await lastVersion(tx, dossierId, "bank");
    expect(() => openSealed(bank.answersSealed, versionContext(version.id))).toThrow();
  }));

test("EI-31 EI-61 what is masked is kept when it comes back as it was shown; two tabs do not overwrite each other", () =>
  staged(async ({ trainer }) => {
    await typeInDossier(trainer, { nir });
    const shown = "2 58 •• •• ••• ••• 15";
    expect((await saveDraft(trainer.ctx, { changes: [{ field: "nir", from: shown, to: shown }] })).conflicts).toEqual([]);
    const [first, second] = ["1850578006048", "1850578006049"];
    expect((await saveDraft(trainer.ctx, { changes: [{ field: "nir", from: shown, to: first }] })).conflicts).toEqual([]);
    const { conflicts } = await saveDraft(trainer.ctx, { changes: [{ field: "nir", from: shown, to: second }] });
    expect(conflicts).toEqual([{ field: "nir", theirs: expect.stringContaining("•") }]);
    await expect(saveDraft(trainer.ctx, { changes: [{ field: "inconnu", from: "", to: "x" }] })).rejects.toMatchObject({ code: "invalid" });
  }));

test("EI-68 a new version waits beside the valid one; validated, it takes its place; refused, the former stays and the reason is mailed", () =>
  staged(async (stage) => {
    const { tx, trainer, dossierId } = stage;
    await joinPieces(trainer, "identity_front", "identity_back");
    await sendDossier(trainer.ctx);
    await decide(stage, "identity", "validated");
    await joinPieces(trainer, "identity_front");
    await sendDossier(trainer.ctx);
    const states = async () =>
      (await tx.db.select().from(dossierVersions).where(eq(dossierVersions.dossierId, dossierId)))
        .sort((one, other) => one.number - other.number)
        .map(({ state }) => state);
    expect(await states()).toEqual(["validated", "waiting"]);
    await decide(stage, "identity", "refused");
    expect(await states()).toEqual(["validated", "refused"]);
    const [told] = await tx.db.select().from(mails).where(eq(mails.kind, "piece-refused"));
    expect(told?.props).toMatchObject({ piece: "Document d’identité", reason: "Le verso est flou.", block: "identity" });
    await joinPieces(trainer, "identity_back");
    await sendDossier(trainer.ctx);
    await decide(stage, "identity", "validated");
    expect(await states()).toEqual(["replaced", "refused", "validated"]);
  }));

test("EI-68 sent again before it was checked, the former sending is withdrawn and cannot be decided any more", () =>
  staged(async (stage) => {
    const { tx, trainer, manager, dossierId } = stage;
    await joinPieces(trainer, "identity_front", "identity_back");
    await sendDossier(trainer.ctx);
    const first = await lastVersion(tx, dossierId, "identity");
    await typeInDossier(trainer, { documentNumber: "AB123456" });
    await sendDossier(trainer.ctx);
    await expect(decideVersion(manager, { versionId: first.id, decision: "validated", reason: null })).rejects.toMatchObject({
      code: "conflict",
    });
  }));

test("EI-50 the address typed in the dossier is in force once validated, not before, and the form then shows the profile’s", () =>
  staged(async (stage) => {
    const { tx, trainer } = stage;
    const street = async () =>
      (await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, trainer.profileId)))[0]?.answers["street"];
    await typeInDossier(trainer, { street: "3 rue des Lilas" });
    const before = await street();
    await joinPieces(trainer, "identity_front", "identity_back");
    expect((await sendDossier(trainer.ctx)).blocks).toEqual(["address", "identity"]);
    expect(await street()).toBe(before);
    await decide(stage, "address", "validated");
    expect(await street()).toBe("3 rue des Lilas");
    await expect(sendDossier(trainer.ctx)).rejects.toMatchObject({ message: expect.stringContaining("Rien n’a changé") });
  }));

test("EI-106 a changed IBAN is held 48 hours and agreed by two; the first one cannot be both", () =>
  staged(async (stage) => {
    const { tx, trainer, manager, dossierId } = stage;
    await joinPieces(trainer, "identity_front", "identity_back", "bank");
    await typeInDossier(trainer, { iban, bic: "SOGEFRPP" });
    await sendDossier(trainer.ctx);
    expect((await decide(stage, "bank", "validated")).outcome).toBe("validated");
    await typeInDossier(trainer, { iban: otherIban });
    await joinPieces(trainer, "bank");
    await sendDossier(trainer.ctx);
    // Sent once more with a better scan, it is still another account than the one in force.
    await joinPieces(trainer, "bank");
    await sendDossier(trainer.ctx);
    expect((await decide(stage, "bank", "validated")).outcome).toBe("approved");
    await expect(decide(stage, "bank", "validated")).rejects.toMatchObject({ message: expect.stringContaining("une autre personne") });
    const second = await managerOf(tx, "054");
    await anOpening(second, dossierId);
    await expect(decide(stage, "bank", "validated", second)).rejects.toMatchObject({ message: expect.stringContaining("à partir du") });
    const inTwoDays = later(second, 49);
    await anOpening(inTwoDays, dossierId);
    expect((await decide(stage, "bank", "validated", inTwoDays)).outcome).toBe("validated");
    await expect(decide(stage, "bank", "refused", later(manager, 1))).rejects.toMatchObject({ code: "conflict" });
  }));

test("EI-60 EI-98 without having said why, a manager decides nothing; nor does the owner, nor anybody else", () =>
  staged(async (stage) => {
    const { tx, trainer, dossierId } = stage;
    await joinPieces(trainer, "identity_front", "identity_back");
    await sendDossier(trainer.ctx);
    await expect(decide(stage, "identity", "validated", await managerOf(tx, "054"))).rejects.toMatchObject({ code: "conflict" });
    await expect(decide(stage, "identity", "validated", later(stage.manager, 9))).rejects.toMatchObject({ code: "conflict" });
    await expect(decide(stage, "identity", "validated", trainer.ctx)).rejects.toMatchObject({ code: "absent" });
    expect((await lastVersion(tx, dossierId, "identity")).state).toBe("waiting");
  }));

test("EI-60 nothing is asked of who may never intervene: the file opens with the validated profile", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const draft = await aTrainer(tx, { state: "draft" });
    await expect(saveDraft(draft.ctx, { changes: [] })).rejects.toMatchObject({ code: "conflict" });
    await expect(setPiece(draft.ctx, { slot: "bank", fileId: null })).rejects.toMatchObject({ code: "conflict" });
  }));

test("EI-64 a block that was asked for is answered by its sending, and counts for the whole", () =>
  staged(async (stage) => {
    const { tx, trainer, manager, dossierId } = stage;
    const structureId = await structureOf(tx, "075");
    await tx.db
      .insert(dossierRequests)
      .values((["bank", "phones"] as const).map((block) => ({ dossierId, block, structureId, askedAt: tx.now })));
    await joinPieces(trainer, "identity_front", "identity_back", "honour", "bank");
    await typeInDossier(trainer, { honourDate: "01/11/2026", iban, bic: "SOGEFRPP" });
    expect((await sendDossier(trainer.ctx)).blocks).toEqual(["phones", "identity", "honour", "bank"]);
    expect((await lastVersion(tx, dossierId, "bank")).structureId).toBe(structureId);
    expect((await tx.db.select().from(dossierRequests)).every(({ answeredAt }) => answeredAt !== null)).toBe(true);
    for (const block of ["identity", "honour", "phones"] as const) await decide(stage, block, "validated");
    expect((await dossierOf(tx, trainer.profileId))?.completeUntil).toBeNull();
    await decide(stage, "bank", "validated", manager);
    expect((await dossierOf(tx, trainer.profileId))?.completeUntil).toBe("2027-11-01");
  }));

test("EI-62 who is retired needs the pension paper, which has no end", () =>
  staged(async (stage) => {
    const { tx, trainer } = stage;
    await typeInDossier(trainer, { withoutWork: "retired", retiredOn: "01/09/2024" });
    await joinPieces(trainer, "identity_front", "identity_back", "retirement");
    await sendDossier(trainer.ctx);
    for (const block of ["status", "identity", "retirement"] as const) await decide(stage, block, "validated");
    expect((await dossierOf(tx, trainer.profileId))?.completeUntil).toBe(noEnd);
  }, "none"));

test("EI-60 a file taken off the form goes, unless something that was sent points at it", () =>
  staged(async ({ tx, trainer }) => {
    const left = async () => (await tx.db.select().from(files)).filter(({ state }) => state !== "deleted").length;
    await joinPieces(trainer, "identity_front", "identity_back", "bank");
    await setPiece(trainer.ctx, { slot: "bank", fileId: null });
    expect(await left()).toBe(2);
    await sendDossier(trainer.ctx);
    await setPiece(trainer.ctx, { slot: "identity_front", fileId: null });
    expect(await left()).toBe(2);
  }));

test("EI-65 one who sends twice at once sends once, and is told that nothing is left to send", () =>
  onCommittedCopy("dossiers", async (db) => {
    const ctx = testCtx(db);
    await furnish(ctx);
    const trainer = await aTrainer(ctx, { answers: { status: "self_employed" } });
    await typeInDossier(trainer, identityAnswers);
    await joinPieces(trainer, "identity_front", "identity_back");
    const sent = await Promise.allSettled([sendDossier(trainer.ctx), sendDossier(trainer.ctx)]);
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(sent.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { message: expect.stringContaining("Rien n’a changé") },
    });
    expect(await db.select({ block: dossierVersions.block, number: dossierVersions.number }).from(dossierVersions)).toEqual([
      { block: "identity", number: 1 },
    ]);
  }));
