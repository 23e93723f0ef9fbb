import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cvEntries } from "@/db/schema/cv-library";
import { changeRequests } from "@/db/schema/interventions";
import { files } from "@/db/schema/files";
import { auditLog, mails } from "@/db/schema/platform";
import { trainerProfiles } from "@/db/schema/trainers";
import { allLines } from "@/db/testing/all-lines";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { changeProofRights } from "../profile/file-rights";
import { openAnswers } from "../profile/lock-profile";
import { furnish, managerOf } from "../testing/ad-stage";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { askChange } from "./ask-change";
import { cancelChange } from "./cancel-change";
import { acceptChange, refuseChange } from "./decide-change";
import { exportChanges } from "./export-changes";
import { listChangesToStudy, listOwnChanges, readChange } from "./list-changes";
import { can } from "./policy";

const all = { query: "", direction: "asc", after: null } as const;
const ask = (ctx: Ctx, field: string, value: string) => askChange(ctx, { field, value, explanation: "Je me suis mariée." });
const profileOf = async (ctx: Ctx, { profileId }: StagedTrainer) => {
  const [row] = await ctx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, profileId));
  if (row === undefined) throw new Error("no profile");
  return row;
};

const worked = <Result>(story: (tx: TxCtx, trainer: StagedTrainer, manager: Ctx) => Promise<Result>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx, { immatriculation: "054-0012" });
    return story(tx, trainer, await managerOf(tx, "054"));
  });

test("EI-99 who has worked asks for another name; the home structure is told, accepts, and the CVthèque finds the new name", () =>
  worked(async (tx, trainer, manager) => {
    const { changeId } = await ask(trainer.ctx, "lastName", "Durand-Petit");
    const [told] = await tx.db.select().from(mails).where(eq(mails.kind, "change-asked"));
    expect(told?.props).toMatchObject({ trainer: "Camille Durand", field: "Nom d’usage" });
    expect(JSON.stringify(told)).not.toContain("Petit");

    const [waiting] = (await listChangesToStudy(manager, all)).changes;
    expect(waiting).toMatchObject({ id: changeId, label: "Nom d’usage", name: "Camille Durand" });
    expect(await readChange(manager, changeId)).toMatchObject({ now: "Durand", wanted: "Durand-Petit", explanation: "Je me suis mariée." });

    await acceptChange(manager, { changeId });
    expect((await profileOf(tx, trainer)).answers).toMatchObject({ lastName: "Durand-Petit", firstName: "Camille" });
    const [entry] = await tx.db.select().from(cvEntries).where(eq(cvEntries.profileId, trainer.profileId));
    expect(entry?.lastName).toBe("Durand-Petit");
    const [answer] = await tx.db.select().from(mails).where(eq(mails.kind, "change-decided"));
    expect(answer?.props).toMatchObject({ accepted: true, field: "Nom d’usage" });
    expect((await listChangesToStudy(manager, all)).changes).toEqual([]);
    expect(await listOwnChanges(trainer.ctx)).toMatchObject([{ state: "accepted", wanted: "Durand-Petit" }]);
    const actions = (await tx.db.select({ action: auditLog.action }).from(auditLog)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["trainer.change_asked", "trainer.change_read", "trainer.change_accepted"]));
  }));

test("EI-99 however many demands wait, all of them are listed, page by page, the oldest first", () =>
  worked(async (tx, { profileId }, manager) => {
    const fields = Array.from({ length: 60 }, (_, index) => `field${String(index).padStart(2, "0")}`);
    await tx.db.insert(changeRequests).values(
      fields.map((field, index) => ({
        profileId,
        field,
        fromSealed: "v1.x",
        toSealed: "v1.x",
        explanation: "Je me suis mariée.",
        createdAt: new Date(tx.now.getTime() + index),
      })),
    );
    const first = await listChangesToStudy(manager, all);
    const second = await listChangesToStudy(manager, { ...all, after: first.next });
    expect([...first.changes, ...second.changes].map(({ label }) => label)).toEqual(fields);
    expect([first.changes.length, second.next]).toEqual([50, null]);
  }));

test("EI-99 AD-13 an export names who waits for which information, without what is asked, in one’s structures; it is recorded", () =>
  worked(async (tx, trainer, manager) => {
    await ask(trainer.ctx, "lastName", "Durand-Petit");
    const batches = await exportChanges(manager, { query: "camille dur", direction: "asc" });
    expect(await tx.db.$count(auditLog, eq(auditLog.action, "trainer.changes_export"))).toBe(1);
    expect(await allLines(batches)).toEqual([["Camille Durand", "Nom d’usage", "Délégation Grand Est", tx.now]]);
    const elsewhere = await managerOf(tx, "075");
    expect(await allLines(await exportChanges(elsewhere, all))).toEqual([]);
    expect((await listChangesToStudy(manager, { ...all, query: "petit" })).changes).toEqual([]);
    await expect(exportChanges(trainer.ctx, all)).rejects.toMatchObject({ code: "forbidden" });
  }));

test("EI-99 both values are sealed; a birth place is written sealed too, and nowhere in clear", () =>
  worked(async (tx, trainer, manager) => {
    const { changeId } = await ask(trainer.ctx, "birthPlace", "Montauban");
    const [row] = await tx.db.select().from(changeRequests);
    expect(`${row?.fromSealed}${row?.toSealed}`).toMatch(/^v1\./u);
    expect(await readChange(manager, changeId)).toMatchObject({ now: "Toulouse", wanted: "Montauban" });
    await acceptChange(manager, { changeId });
    const profile = await profileOf(tx, trainer);
    expect(openAnswers(profile)["birthPlace"]).toBe("Montauban");
    expect(JSON.stringify([profile, row])).not.toContain("Montauban");
  }));

test("EI-99 a refusal leaves the profile, and says why", () =>
  worked(async (tx, trainer, manager) => {
    const { changeId } = await ask(trainer.ctx, "street", "2 rue des Lilas");
    await refuseChange(manager, { changeId, reason: "Le justificatif n’est pas lisible." });
    expect((await profileOf(tx, trainer)).answers).toMatchObject({ street: "16 avenue Mozart" });
    const [answer] = await tx.db.select().from(mails).where(eq(mails.kind, "change-decided"));
    expect(answer?.props).toMatchObject({ accepted: false, reason: "Le justificatif n’est pas lisible." });
    await expect(acceptChange(manager, { changeId })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("déjà été refusée"),
    });
  }));

test("EI-99 a value that the wizard would refuse, the same value, and a second demand for one field are refused with what to do", () =>
  worked(async (_tx, trainer) => {
    await expect(ask(trainer.ctx, "bornOn", "31/02/1985")).rejects.toMatchObject({
      fieldErrors: { value: [expect.stringContaining("date")] },
    });
    await expect(ask(trainer.ctx, "country", "ZZ")).rejects.toMatchObject({ fieldErrors: { value: [expect.any(String)] } });
    await expect(ask(trainer.ctx, "street", "16 avenue Mozart")).rejects.toMatchObject({
      fieldErrors: { value: [expect.stringContaining("déjà")] },
    });
    const { changeId } = await ask(trainer.ctx, "city", "Nancy");
    await expect(ask(trainer.ctx, "city", "Metz")).rejects.toMatchObject({ code: "conflict" });
    await cancelChange(trainer.ctx, { changeId });
    await expect(cancelChange(trainer.ctx, { changeId })).rejects.toMatchObject({ code: "conflict" });
    await ask(trainer.ctx, "city", "Metz");
    await expect(ask(trainer.ctx, "motivation", "Autre")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("directement"),
    });
    await expect(ask(trainer.ctx, "unknown", "x")).rejects.toMatchObject({ code: "absent" });
  }));

test("EI-50 EI-99 who has never worked changes everything directly, so has nothing to ask", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx);
    await expect(ask(trainer.ctx, "lastName", "Petit")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("directement"),
    });
  }));

test("EI-99 only the person themself asks, and for an answer that exists: not another trainer, nor their manager", () =>
  worked(async (tx, trainer, manager) => {
    const profile = await profileOf(tx, trainer);
    const other = await aTrainer(tx, { immatriculation: "054-0013", firstName: "Awa" });
    const city = { name: "city", locked: true } as const;
    expect(can.ask(trainer.ctx.actor, profile, city)).toEqual({ allowed: true });
    for (const { actor } of [other.ctx, manager]) expect(can.ask(actor, profile, city)).toMatchObject({ allowed: false, code: "absent" });
    expect(can.ask(trainer.ctx.actor, profile, undefined)).toMatchObject({ allowed: false, code: "absent" });
  }));

test("EI-99 another structure’s managers and other trainers see no demand, and nobody decides their own", () =>
  worked(async (tx, trainer) => {
    const { changeId } = await ask(trainer.ctx, "city", "Nancy");
    const elsewhere = await managerOf(tx, "075");
    const other = await aTrainer(tx, { immatriculation: "054-0013", firstName: "Awa" });
    expect((await listChangesToStudy(elsewhere, all)).changes).toEqual([]);
    for (const attempt of [
      () => readChange(elsewhere, changeId),
      () => acceptChange(elsewhere, { changeId }),
      () => refuseChange(elsewhere, { changeId, reason: "Non merci" }),
      () => cancelChange(other.ctx, { changeId }),
      () => readChange(other.ctx, changeId),
      () => readChange(elsewhere, "pas-un-identifiant"),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "absent" });
    const manager = await managerOf(tx, "054");
    if (trainer.ctx.actor.kind !== "account" || manager.actor.kind !== "account") throw new Error("not accounts");
    const both = { ...trainer.ctx, actor: { ...trainer.ctx.actor, grants: manager.actor.grants } };
    await expect(acceptChange(both, { changeId })).rejects.toMatchObject({ code: "forbidden" });
  }));

test("EI-99 two managers who decide at the same time make one decision, and one who asks twice at once makes one demand", () =>
  onCommittedCopy("changes", async (db) => {
    const ctx = testCtx(db);
    await furnish(ctx);
    const trainer = await aTrainer(ctx, { immatriculation: "054-0012" });
    const asked = await Promise.allSettled(["Nancy", "Metz", "Épinal"].map((city) => ask(trainer.ctx, "city", city)));
    const made = asked.filter((result) => result.status === "fulfilled");
    expect(made).toHaveLength(1);
    const changeId = made[0]?.value.changeId ?? "";
    const [one, other] = [await managerOf(ctx, "054"), await managerOf(ctx, "054")];
    const decided = await Promise.allSettled([
      acceptChange(one, { changeId }),
      refuseChange(other, { changeId, reason: "Illisible, désolé." }),
      cancelChange(trainer.ctx, { changeId }),
    ]);
    expect(decided.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.$count(mails, eq(mails.kind, "change-decided"))).toBeLessThanOrEqual(1);
    const [row] = await db.select().from(changeRequests);
    const accepted = (await profileOf(ctx, trainer)).answers["city"] !== "Strasbourg";
    expect(accepted).toBe(row?.state === "accepted");
  }));

test("EI-99 the proof is read by its owner and by the home structure alone; a demand taken back takes it away", () =>
  worked(async (tx, trainer, manager) => {
    const sent = { place: "change_proof", name: "acte.pdf", mediaType: "application/pdf", bytes: 1, sha256: "x", state: "clean" } as const;
    const stored = { store: "local", storeKey: "x", keyId: "x", wrappedKey: "x" } as const;
    const [file] = await tx.db
      .insert(files)
      .values({ ...sent, ...stored, ownerId: trainer.accountId })
      .returning();
    if (file === undefined) throw new Error("no file");
    const other = await aTrainer(tx, { immatriculation: "054-0013", firstName: "Awa" });
    const asked = { field: "city", value: "Nancy", explanation: "", fileId: file.id };
    await expect(askChange(other.ctx, asked)).rejects.toMatchObject({ code: "absent" });
    const { changeId } = await askChange(trainer.ctx, asked);
    for (const reader of [trainer.ctx, manager]) expect(await changeProofRights.see(reader, file)).toBe(true);
    for (const reader of [await managerOf(tx, "075"), other.ctx]) expect(await changeProofRights.see(reader, file)).toBe(false);
    await cancelChange(trainer.ctx, { changeId });
    const [gone] = await tx.db.select({ state: files.state }).from(files).where(eq(files.id, file.id));
    expect(gone?.state).toBe("deleted");
    expect(await changeProofRights.see(manager, file)).toBe(false);
  }));
