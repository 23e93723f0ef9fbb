import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossiers, dossierVersions, validityExtensions } from "@/db/schema/dossiers";
import { auditLog, mails } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { furnish, managerOf } from "../../testing/ad-stage";
import { aDossier, aPiece } from "../../testing/ending-stage";
import { countComplete } from "../count-complete";
import { extendPieces } from "./extend-pieces";
import { listExtensions } from "./list-extensions";
import { previewExtension } from "./preview-extension";
import { extendPiecesInput } from "./schemas";
import { tellEndingPiecesJob } from "./tell-ending-pieces-job";

const story = (run: (tx: TxCtx, administrator: TxCtx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const actor = { ...(await makeSignedIn(tx)), grants: [{ role: "administrator", structureId: null, authorityId: null }] as const };
    await run(tx, { ...tx, actor });
  });
const asked = (over: Record<string, string> = {}) =>
  extendPiecesInput.parse({
    block: "order",
    endsFrom: "01/11/2026",
    endsTo: "31/12/2026",
    newEndsOn: "30/06/2027",
    reason: "Les arrêtés de 2027 paraîtront en mai.",
    ...over,
  });
const dossierRow = async ({ db }: Ctx, id: string) => (await db.select().from(dossiers).where(eq(dossiers.id, id)))[0];

test("EI-106 all pieces of a kind that end between two days get a later end, and everybody is told once", () =>
  story(async (tx, administrator) => {
    const ended = await aDossier(tx);
    await aPiece(tx, ended, { endsOn: "2026-11-01" });
    const ending = await aDossier(tx);
    const pieceId = await aPiece(tx, ending, { endsOn: "2026-12-31" });
    const waiting = await aPiece(tx, ending, { endsOn: "2026-12-31", state: "waiting" });
    const later = await aPiece(tx, await aDossier(tx), { endsOn: "2027-01-01" });
    const other = await aPiece(tx, ending, { block: "honour", endsOn: "2026-12-15" });
    expect(await previewExtension(administrator, asked())).toEqual({ pieces: 2, ended: 1, people: 2 });
    expect(await extendPieces(administrator, asked())).toEqual({ pieces: 2, people: 2 });
    const ends = new Map((await tx.db.select().from(dossierVersions)).map((row) => [row.id, row]));
    expect(ends.get(pieceId)).toMatchObject({ endsOn: "2027-06-30", declaredEndsOn: "2026-12-31" });
    expect([waiting, later, other].map((id) => ends.get(id)?.endsOn)).toEqual(["2026-12-31", "2027-01-01", "2026-12-15"]);
    const told = await tx.db.select().from(mails).where(eq(mails.kind, "pieces-extended"));
    expect(told.map(({ toAddress }) => toAddress).toSorted((one, two) => one.localeCompare(two))).toEqual(
      [ended.trainer.address, ending.trainer.address].toSorted((one, two) => one.localeCompare(two)),
    );
    expect(told[0]?.props).toMatchObject({ block: "order", until: "30 juin 2027", reason: "Les arrêtés de 2027 paraîtront en mai." });
    expect(await listExtensions(administrator)).toMatchObject([{ block: "order", newEndsOn: "2027-06-30", count: 2 }]);
    const [line] = await tx.db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1);
    expect(line).toMatchObject({ action: "trainer.pieces_extended", details: { block: "order", count: 2 } });
  }));

test("EI-106 EI-67 a file whose only ended piece is extended is whole again", () =>
  story(async (tx, administrator) => {
    const own = await aDossier(tx);
    await aPiece(tx, own, { block: "identity", endsOn: null });
    await aPiece(tx, own, { block: "honour", endsOn: "2027-09-30" });
    await aPiece(tx, own, { endsOn: "2026-11-10" });
    await countComplete(tx, own.dossierId, { status: "civil_servant" });
    expect(await dossierRow(tx, own.dossierId)).toMatchObject({ completeUntil: "2026-11-10", firstCompleteOn: null });
    await extendPieces(administrator, asked());
    expect(await dossierRow(tx, own.dossierId)).toMatchObject({ completeUntil: "2027-06-30", firstCompleteOn: "2026-11-21" });
  }));

test("EI-106 EI-66 an extension stops the notices, and they start again before the new end", () =>
  story(async (tx, administrator) => {
    await aPiece(tx, await aDossier(tx), { endsOn: "2026-12-31" });
    const runOn = (day: string) => {
      const now = new Date(`${day}T06:00:00Z`);
      return tellEndingPiecesJob.run({ ...tx, now }, { asOf: now });
    };
    expect(await runOn("2026-11-21")).toMatchObject({ trainers: 1 });
    await extendPieces(administrator, asked());
    for (const day of ["2026-11-30", "2027-01-01", "2027-04-29"]) expect(await runOn(day)).toMatchObject({ trainers: 0 });
    expect(await runOn("2027-04-30")).toMatchObject({ trainers: 1 });
  }));

test("EI-106 nobody else extends anything, nothing is shortened, and an empty extension is refused", () =>
  story(async (tx, administrator) => {
    await aPiece(tx, await aDossier(tx), { endsOn: "2026-12-31" });
    const manager = await managerOf(tx, "054");
    expect(() => listExtensions(manager)).toThrow("administration nationale");
    await expect(previewExtension(manager, asked())).rejects.toMatchObject({ code: "forbidden" });
    await expect(extendPieces(manager, asked())).rejects.toMatchObject({ code: "forbidden" });
    expect(() => asked({ newEndsOn: "31/12/2026" })).toThrow("n’abrège rien");
    expect(() => asked({ endsTo: "31/10/2026" })).toThrow("précéder");
    expect(() => asked({ reason: " " })).toThrow("pourquoi");
    expect(() => asked({ block: "bank" })).toThrow("sorte de pièce");
    expect(await tx.db.$count(validityExtensions)).toBe(0);
    await expect(extendPieces(administrator, asked({ block: "contract" }))).rejects.toMatchObject({ code: "conflict" });
  }));

test("EI-106 two administrators who extend the same pieces at once make one extension; the other is told that nothing is left", () =>
  onCommittedCopy("extend", async (db) => {
    const ctx = testCtx(db);
    await furnish(ctx);
    for (let count = 0; count < 4; count++) await aPiece(ctx, await aDossier(ctx), { endsOn: "2026-12-31" });
    const administrators = await Promise.all(
      [1, 2].map(async () => ({
        ...ctx,
        actor: { ...(await makeSignedIn(ctx)), grants: [{ role: "administrator", structureId: null, authorityId: null }] as const },
      })),
    );
    const outcomes = await Promise.allSettled(administrators.map((administrator) => extendPieces(administrator, asked())));
    const made = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
    expect(made).toEqual([{ pieces: 4, people: 4 }]);
    expect(refused).toMatchObject([{ code: "conflict" }]);
    expect(await db.$count(validityExtensions)).toBe(1);
    expect(await db.$count(mails, eq(mails.kind, "pieces-extended"))).toBe(4);
  }));
