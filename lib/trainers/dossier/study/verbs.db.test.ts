import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossierOpenings, dossierRequests, dossierReviews, dossiers, dossierVersions } from "@/db/schema/dossiers";
import { auditLog, mails } from "@/db/schema/platform";
import { allLines } from "@/db/testing/all-lines";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { furnish, managerOf, structureOf } from "../../testing/ad-stage";
import { dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../../testing/profile-stage";
import { readManagerWaiting } from "../../review/read-waiting";
import { askBlocks } from "../ask-blocks";
import { decideVersion } from "../decide-version";
import { openDossier } from "../looks/open-dossier";
import { sendDossier } from "../send-dossier";
import { undoDecision } from "../undo-decision";
import type { DossierBlock } from "../vocabulary";
import { withdrawRequest } from "../withdraw-request";
import { decideSeveral } from "./decide-several";
import { exportDossiers, exportPieces } from "./export-dossiers";
import { listDossiers } from "./list-dossiers";
import { listChosen, listWaiting } from "./list-waiting";
import { readStudied } from "./read-studied";
import { decideSeveralInput } from "./schemas";

const iban = "FR76 3000 6000 0112 3456 7890 189";
const otherIban = "BE71 0961 2345 6769";
const reason = "Paie de décembre à préparer";
const queue = { query: "", where: "own", blocks: [], direction: "asc", after: null } as const;
const list = { query: "", where: "own", sort: "name", direction: "asc", after: null } as const;

interface Stage {
  readonly tx: TxCtx;
  readonly trainer: StagedTrainer;
  readonly manager: Ctx;
  readonly dossierId: string;
}
const sent = <Result>(story: (stage: Stage) => Promise<Result>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx, { immatriculation: "054-0012", answers: { status: "self_employed" } });
    await typeInDossier(trainer, { ...identityAnswers, iban, bic: "SOGEFRPP" });
    await joinPieces(trainer, "identity_front", "identity_back", "bank");
    await sendDossier(trainer.ctx);
    const manager = await managerOf(tx, "054");
    const { dossierId } = await open(manager, trainer);
    return story({ tx, trainer, manager, dossierId });
  });
const open = (manager: Ctx, { profileId }: StagedTrainer) =>
  openDossier(manager, { profileId, interventionId: null, structureId: null, reason });
const later = (ctx: Ctx, minutes: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) });
const decide = async (by: Ctx, dossierId: string, block: DossierBlock, decision: "validated" | "refused" = "validated") => {
  const { id: versionId } = await lastVersion(by, dossierId, block);
  await decideVersion(by, { versionId, decision, reason: decision === "refused" ? "Le verso est flou." : null });
  return versionId;
};
const linesOf = async (tx: Ctx, action: string) => (await tx.db.select().from(auditLog).where(eq(auditLog.action, action))).length;

test("EI-64 a manager of any structure asks for chosen blocks: one mail names them with the way straight there, one open request each", () =>
  sent(async ({ tx, trainer, dossierId }) => {
    const elsewhere = await managerOf(tx, "075");
    const input = { dossierId, blocks: ["diploma", "honour"] satisfies DossierBlock[], message: "Avant la paie." };
    await askBlocks(elsewhere, input);
    const told = await tx.db.select().from(mails).where(eq(mails.kind, "pieces-asked"));
    expect(told).toMatchObject([
      {
        toAddress: trainer.address,
        subject: "Demande de données et pièces complémentaires pour votre dossier intervenant du CNFPT",
        props: { structure: "Siège", pieces: ["Diplôme", "Attestation sur l’honneur"], block: "diploma", message: "Avant la paie." },
      },
    ]);
    // What is asked already is left out; asked for nothing new, the manager is told.
    const home = await managerOf(tx, "054");
    expect(await askBlocks(home, { ...input, blocks: ["honour", "address"] })).toMatchObject({ blocks: ["address"] });
    await expect(askBlocks(home, { ...input, blocks: ["address"] })).rejects.toMatchObject({ code: "conflict" });
    expect(await tx.db.$count(dossierRequests)).toBe(3);
    expect(await linesOf(tx, "trainer.pieces_asked")).toBe(2);
    await expect(askBlocks({ ...tx, actor: await makeSignedIn(tx) }, input)).rejects.toMatchObject({ code: "absent" });
  }));

test("EI-64 EI-67 what is asked counts for the whole: a complete file becomes incomplete, and whole again once it is withdrawn", () =>
  sent(async ({ tx, trainer, manager, dossierId }) => {
    await typeInDossier(trainer, { honourDate: "01/11/2026" });
    await joinPieces(trainer, "honour");
    await sendDossier(trainer.ctx);
    await decide(manager, dossierId, "identity");
    await decide(manager, dossierId, "honour");
    const until = async () => (await dossierOf(tx, trainer.profileId))?.completeUntil;
    expect(await until()).toBe("2027-11-01");
    await askBlocks(manager, { dossierId, blocks: ["diploma"], message: "" });
    expect(await until()).toBeNull();
    const [request] = await tx.db.select().from(dossierRequests);
    const requestId = request?.id ?? "";
    await withdrawRequest(manager, { requestId });
    expect(await until()).toBe("2027-11-01");
    await expect(withdrawRequest(manager, { requestId })).rejects.toMatchObject({ code: "conflict" });
    await expect(withdrawRequest(trainer.ctx, { requestId })).rejects.toMatchObject({ code: "absent" });
  }));

test("AD-04 a decision is taken back for ten minutes by whoever took it: the block waits again, what it replaced is in force again", () =>
  sent(async ({ tx, trainer, manager, dossierId }) => {
    const first = await decide(manager, dossierId, "identity");
    await joinPieces(trainer, "identity_front");
    await sendDossier(trainer.ctx);
    const second = await decide(manager, dossierId, "identity");
    const stateOf = async (id: string) =>
      (await tx.db.select({ state: dossierVersions.state }).from(dossierVersions).where(eq(dossierVersions.id, id)))[0]?.state;
    expect([await stateOf(first), await stateOf(second)]).toEqual(["replaced", "validated"]);
    const colleague = await managerOf(tx, "054");
    await open(colleague, trainer);
    await expect(undoDecision(colleague, { versionId: second })).rejects.toMatchObject({
      message: expect.stringContaining("pas la vôtre"),
    });
    await expect(undoDecision(later(manager, 11), { versionId: second })).rejects.toMatchObject({
      message: expect.stringContaining("10 minutes"),
    });
    expect(await undoDecision(later(manager, 9), { versionId: second })).toEqual({ dossierId, block: "identity", told: false });
    expect([await stateOf(first), await stateOf(second)]).toEqual(["validated", "waiting"]);
    const reviews = await tx.db.select().from(dossierReviews).where(eq(dossierReviews.versionId, second));
    expect(reviews.map(({ number, decision }) => [number, decision])).toEqual([
      [1, "validated"],
      [2, "undone"],
    ]);
    await expect(undoDecision(manager, { versionId: second })).rejects.toMatchObject({ code: "conflict" });
    expect(await decide(manager, dossierId, "identity")).toBe(second);
    expect(await linesOf(tx, "trainer.piece_decision_undone")).toBe(1);
  }));

test("AD-04 a refusal taken back stops its mail when it has not left, and says so when it has", () =>
  sent(async ({ tx, manager, dossierId }) => {
    const refused = eq(mails.kind, "piece-refused");
    const versionId = await decide(manager, dossierId, "identity", "refused");
    expect(await undoDecision(manager, { versionId })).toMatchObject({ told: false });
    expect(await tx.db.$count(mails, refused)).toBe(0);
    await decide(later(manager, 1), dossierId, "identity", "refused");
    await tx.db.update(mails).set({ state: "sent", sentAt: tx.now }).where(refused);
    expect(await undoDecision(later(manager, 2), { versionId })).toMatchObject({ told: true });
  }));

test("AD-04 a decision on a block that was sent again since is not taken back", () =>
  sent(async ({ trainer, manager, dossierId }) => {
    const versionId = await decide(manager, dossierId, "identity", "refused");
    await joinPieces(trainer, "identity_front");
    await sendDossier(trainer.ctx);
    await expect(undoDecision(manager, { versionId })).rejects.toMatchObject({
      message: expect.stringContaining("transmis ce bloc à nouveau"),
    });
  }));

test("EI-69 a file made whole by a decision that is taken back was never whole: the year does not count from there", () =>
  sent(async ({ tx, trainer, manager, dossierId }) => {
    await typeInDossier(trainer, { honourDate: "01/11/2026" });
    await joinPieces(trainer, "honour");
    await sendDossier(trainer.ctx);
    await decide(manager, dossierId, "honour");
    const versionId = await decide(manager, dossierId, "identity");
    expect(await dossierOf(tx, trainer.profileId)).toMatchObject({ firstCompleteOn: "2026-11-21" });
    await undoDecision(manager, { versionId });
    expect(await dossierOf(tx, trainer.profileId)).toMatchObject({ completeUntil: null, firstCompleteOn: null });
  }));

test("EI-106 a changed IBAN is told in part at both addresses, with the day until which it is held; the page names both", () =>
  sent(async ({ tx, trainer, manager, dossierId }) => {
    await decide(manager, dossierId, "bank");
    await typeInDossier(trainer, { iban: otherIban });
    await joinPieces(trainer, "bank");
    await sendDossier(trainer.ctx);
    const told = await tx.db.select().from(mails).where(eq(mails.kind, "iban-changed"));
    expect(told).toMatchObject([{ toAddress: trainer.address, props: { former: "FR76 •••• •••• 189", iban: "BE71 •••• •••• 769" } }]);
    expect(JSON.stringify(told)).toContain("lundi 23 novembre 2026 à 10:00");
    const versionId = await decide(manager, dossierId, "bank");
    const bank = (await readStudied(manager, dossierId)).blocks.find(({ block }) => block === "bank");
    expect(bank).toMatchObject({
      waiting: { id: versionId, needsSecond: true, changed: ["iban"], answers: { iban: "BE71 •••• •••• 769" } },
      validated: { answers: { iban: "FR76 •••• •••• 189" } },
    });
    // The first agreement can be taken back too.
    await undoDecision(manager, { versionId });
    expect(await lastVersion(tx, dossierId, "bank")).toMatchObject({ state: "waiting", approvedAt: null });
  }));

test("AD-01 AD-04 EI-60 the queue lists what waits, the oldest first, by structure, by block and by agreement; names and dates only", () =>
  sent(async ({ tx, trainer, manager, dossierId }) => {
    const far = await aTrainer(tx, { firstName: "Awa", lastName: "Zidane", structure: "075", answers: { status: "self_employed" } });
    const dayAgo: StagedTrainer = { ...far, ctx: { ...far.ctx, now: new Date(tx.now.getTime() - 86_400_000) } };
    await typeInDossier(dayAgo, { honourDate: "01/11/2026" });
    await joinPieces(dayAgo, "honour");
    await sendDossier(dayAgo.ctx);
    const seen = async (over: object, by = manager) => (await listWaiting(by, { ...queue, ...over })).pieces.map(({ block }) => block);
    expect(await seen({})).toEqual(expect.arrayContaining(["identity", "bank"]));
    expect(await seen({})).toHaveLength(2);
    expect((await readManagerWaiting(manager)).pieces).toEqual({ count: 2, oldest: tx.now });
    expect((await seen({ where: "all" }))[0]).toBe("honour");
    expect(await seen({ where: "all", blocks: ["bank"] })).toEqual(["bank"]);
    expect(await seen({ where: "all", query: "zidane awa" })).toEqual(["honour"]);
    // What a structure asked for is in its queue too.
    const elsewhere = await managerOf(tx, "075");
    await askBlocks(elsewhere, { dossierId, blocks: ["diploma"], message: "" });
    await joinPieces(trainer, "diploma");
    await sendDossier(trainer.ctx);
    expect(await seen({}, elsewhere)).toEqual(["honour", "diploma"]);
    await decide(manager, dossierId, "bank");
    await typeInDossier(trainer, { iban: otherIban });
    await joinPieces(trainer, "bank");
    await sendDossier(trainer.ctx);
    expect([await seen({ second: "premier" }), await seen({ second: "second" })]).toEqual([["bank"], []]);
    await decide(manager, dossierId, "bank");
    expect([await seen({ second: "premier" }), await seen({ second: "second" })]).toEqual([[], ["bank"]]);
    expect(JSON.stringify(await listWaiting(manager, { ...queue, where: "all" }))).not.toMatch(/FR76|BE71|T7X|piece\.pdf/u);
    await expect(listWaiting(trainer.ctx, queue)).rejects.toMatchObject({ code: "absent" });
    const [first] = await allLines(await exportPieces(manager, { ...queue, where: "all" }));
    expect(first?.slice(0, 4)).toEqual(["Zidane", "Awa", "Siège", "Attestation sur l’honneur"]);
    expect(await linesOf(tx, "trainer.pieces_export")).toBe(1);
  }));

test("AD-04 all trainers by how whole their file is, page by page: complete, incomplete, soon to end", () =>
  sent(async ({ tx, trainer, manager }) => {
    for (let index = 0; index < 52; index++) await aTrainer(tx, { firstName: "Ana", lastName: `Blin ${String(index).padStart(2, "0")}` });
    const seen = async (over: object) => {
      const names: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof listDossiers>> = await listDossiers(manager, { ...list, ...over, after });
        names.push(...page.dossiers.map(({ lastName }) => lastName));
        after = page.next;
      } while (after !== null);
      return names;
    };
    const everyone = await seen({});
    expect([everyone.length, everyone[0], everyone.at(-1)]).toEqual([53, "Blin 00", "Durand"]);
    await tx.db.update(dossiers).set({ completeUntil: "2026-12-31" }).where(eq(dossiers.profileId, trainer.profileId));
    expect(await seen({ completeness: "complet" })).toEqual(["Durand"]);
    expect(await seen({ completeness: "bientot" })).toEqual(["Durand"]);
    expect(await seen({ completeness: "incomplet" })).toHaveLength(52);
    expect((await seen({ sort: "completeUntil", direction: "desc" }))[0]).toBe("Durand");
    expect(new Set(await seen({ sort: "completeUntil", direction: "desc" })).size).toBe(53);
    expect(await seen({ query: "blin 51" })).toEqual(["Blin 51"]);
    expect(await seen({ where: await structureOf(tx, "075") })).toEqual([]);
    const rows = await allLines(await exportDossiers(manager, { ...list, completeness: "complet" }));
    expect(rows).toEqual([["Durand", "Camille", "Délégation Grand Est", "Dossier complet jusqu’au 31/12/2026", "31/12/2026", 2, 0]]);
  }));

test("AD-04 several at once: one reason opens what is not open; each is told done, already decided by whom, or refused and why", () =>
  sent(async ({ tx, trainer, manager, dossierId }) => {
    const other = await aTrainer(tx, { firstName: "Awa", answers: { status: "self_employed" } });
    await typeInDossier(other, { honourDate: "01/11/2026" });
    await joinPieces(other, "honour");
    await sendDossier(other.ctx);
    const otherId = (await dossierOf(tx, other.profileId))?.id ?? "";
    const colleague = { ...(await managerOf(tx, "054")) };
    await open(colleague, trainer);
    const decided = await decide(colleague, dossierId, "identity", "refused");
    const versionIds = [decided, (await lastVersion(tx, dossierId, "bank")).id, (await lastVersion(tx, otherId, "honour")).id];
    const unopened = await decideSeveral(manager, { versionIds, reason: "" });
    const of = (outcomes: typeof unopened, index: number) => outcomes.find(({ id }) => id === versionIds[index]);
    expect(of(unopened, 0)).toMatchObject({ done: false, message: expect.stringContaining("a déjà refusé ce bloc") });
    expect(of(unopened, 1)).toMatchObject({ done: true, name: "Durand Camille", block: "Informations bancaires", message: "Validé." });
    expect(of(unopened, 2)).toMatchObject({ done: false, message: expect.stringContaining("quelle raison") });
    const opened = await decideSeveral(manager, { versionIds: versionIds.slice(2), reason });
    expect(opened).toMatchObject([{ done: true }]);
    expect(await tx.db.$count(dossierOpenings, and(eq(dossierOpenings.dossierId, otherId), eq(dossierOpenings.reason, reason)))).toBe(1);
    const nobody = "00000000-0000-4000-8000-00000000ffff";
    expect(await decideSeveral(manager, { versionIds: [nobody], reason })).toMatchObject([
      { done: false, message: "Ce bloc n’existe plus." },
    ]);
    await expect(decideSeveral(trainer.ctx, { versionIds, reason })).rejects.toMatchObject({ code: "absent" });
    expect(await listChosen(manager, queue)).toEqual([]);
    const ids = (count: number) =>
      Array.from({ length: count }, (_, index) => nobody.replace("ffff", index.toString(16).padStart(4, "0"))).join(".");
    expect(decideSeveralInput.safeParse({ ids: ids(500), reason: "" }).success).toBe(true);
    expect(decideSeveralInput.safeParse({ ids: ids(501), reason: "" }).success).toBe(false);
    expect(decideSeveralInput.safeParse({ ids: "", reason: "" }).success).toBe(false);
    expect(decideSeveralInput.safeParse({ ids: ids(1), reason: "voir" }).success).toBe(false);
  }));
