import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossierLooks, dossierOpenings } from "@/db/schema/dossiers";
import { interventions } from "@/db/schema/interventions";
import { auditLog } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { openDossier } from "../looks/open-dossier";
import { furnish, managerOf, structureOf } from "../../testing/ad-stage";
import { dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../../testing/profile-stage";
import { decideVersion } from "../decide-version";
import { sendDossier } from "../send-dossier";
import { decideAndGoOn } from "./decide-and-go-on";
import { readClosed } from "./read-closed";
import { readStudied } from "./read-studied";
import { revealNumber } from "./reveal-number";
import { openDossierInput } from "./schemas";

const iban = "FR76 3000 6000 0112 3456 7890 189";

interface Stage {
  readonly tx: TxCtx;
  readonly trainer: StagedTrainer;
  readonly manager: Ctx;
}
/** A trainer who has sent identity, number and bank; a manager of another structure. */
const sent = <Result>(story: (stage: Stage) => Promise<Result>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx, { immatriculation: "054-0012", answers: { status: "self_employed" } });
    await typeInDossier(trainer, { ...identityAnswers, nir: "2 58 11 75 119 015", iban, bic: "SOGEFRPP" });
    await joinPieces(trainer, "identity_front", "identity_back", "social_security", "bank");
    await sendDossier(trainer.ctx);
    return story({ tx, trainer, manager: await managerOf(tx, "075") });
  });

const open = (manager: Ctx, { profileId }: StagedTrainer, over: Record<string, string> = {}) =>
  openDossier(manager, openDossierInput.parse({ profileId, reason: "Paie de décembre à préparer", ...over }));
const later = (ctx: Ctx, hours: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + hours * 3_600_000) });
const refusal = (code: string) => ({ code });

test("EI-60 EI-98 a manager of another structure opens the dossier with a reason, for eight hours, and each look is tied to it", () =>
  sent(async ({ tx, trainer, manager }) => {
    const { dossierId } = await open(manager, trainer);
    const dossier = await readStudied(manager, dossierId);
    expect(dossier).toMatchObject({ name: "Camille Durand", opening: { reason: "Paie de décembre à préparer" } });
    expect(dossier.blocks.filter(({ waiting }) => waiting !== null).map(({ block }) => block)).toEqual([
      "identity",
      "social_security",
      "bank",
    ]);
    const [opening] = await tx.db.select().from(dossierOpenings);
    expect(opening).toMatchObject({ structureId: await structureOf(tx, "075"), endsAt: later(manager, 8).now });
    expect(await tx.db.select({ kind: dossierLooks.kind, openingId: dossierLooks.openingId }).from(dossierLooks)).toEqual([
      { kind: "dossier", openingId: opening?.id },
    ]);
    const [line] = await tx.db.select().from(auditLog).where(eq(auditLog.action, "trainer.dossier_opened"));
    expect(line).toMatchObject({ accountId: trainer.accountId, sensitive: true });
    expect(line?.details, "the words stay with the dossier, not in the log").toEqual({ openingId: opening?.id });
    await expect(readStudied(later(manager, 8), dossierId)).rejects.toMatchObject(refusal("conflict"));
  }));

test("EI-60 a planned intervention of one’s structure is reason enough; one that is over, or of another structure, is not", () =>
  sent(async ({ tx, trainer, manager }) => {
    const plan = async (code: string, startsOn: string, endsOn: string) => {
      const [row] = await tx.db
        .insert(interventions)
        .values({
          profileId: trainer.profileId,
          structureId: await structureOf(tx, code),
          reference: `${code}${startsOn}`,
          title: "Le budget",
          startsOn,
          endsOn,
          createdAt: tx.now,
        })
        .returning({ id: interventions.id });
      return row?.id ?? "";
    };
    const [planned, over, elsewhere] = [
      await plan("075", "2027-03-14", "2027-03-15"),
      await plan("075", "2026-03-14", "2026-03-15"),
      await plan("054", "2027-03-14", "2027-03-15"),
    ];
    expect((await readClosed(manager, trainer.profileId)).planned).toEqual([
      { id: planned, words: "Intervention prévue : Le budget, du 14/03/2027 au 15/03/2027" },
    ]);
    for (const interventionId of [over, elsewhere])
      await expect(open(manager, trainer, { interventionId })).rejects.toMatchObject(refusal("conflict"));
    await open(manager, trainer, { interventionId: planned, reason: "" });
    expect(await tx.db.select().from(dossierOpenings)).toMatchObject([
      { interventionId: planned, reason: "Intervention prévue : Le budget, du 14/03/2027 au 15/03/2027" },
    ]);
    expect(openDossierInput.safeParse({ profileId: trainer.profileId, reason: "voir" }).success).toBe(false);
  }));

test("EI-60 AD-04 without a live opening of one’s own nothing is seen, decided nor shown, whatever colleagues have opened", () =>
  sent(async ({ tx, trainer, manager }) => {
    const { dossierId } = await open(await managerOf(tx, "075"), trainer);
    const identity = await lastVersion(tx, dossierId, "identity");
    const bank = await lastVersion(tx, dossierId, "bank");
    await expect(readStudied(manager, dossierId)).rejects.toMatchObject(refusal("conflict"));
    await expect(revealNumber(manager, { versionId: bank.id, kind: "iban" })).rejects.toMatchObject(refusal("conflict"));
    await expect(decideVersion(manager, { versionId: identity.id, decision: "validated", reason: null })).rejects.toMatchObject(
      refusal("conflict"),
    );
    expect(JSON.stringify(await readClosed(manager, trainer.profileId))).not.toMatch(/identity|T7X|FR76|258117/u);
    const nobody = { ...tx, actor: await makeSignedIn(tx) };
    await expect(readStudied(nobody, dossierId)).rejects.toMatchObject(refusal("absent"));
    await expect(open(nobody, trainer)).rejects.toMatchObject(refusal("absent"));
    await expect(open({ ...manager, actor: { ...trainer.ctx.actor, ...grantsOf(manager) } }, trainer)).rejects.toMatchObject(
      refusal("forbidden"),
    );
    expect((await lastVersion(tx, dossierId, "identity")).state).toBe("waiting");
  }));
const grantsOf = ({ actor }: Ctx) => (actor.kind === "account" ? { grants: actor.grants } : {});

test("EI-61 EI-63 numbers are read in part; shown in full, the look is told to the trainer and to the log", () =>
  sent(async ({ tx, trainer, manager }) => {
    const { dossierId } = await open(manager, trainer);
    const seen = JSON.stringify(await readStudied(manager, dossierId));
    for (const secret of ["2581175119015", "30006000011234567890", "T7X62TZ79", "SOGEFRPP"]) expect(seen).not.toContain(secret);
    const bank = await lastVersion(tx, dossierId, "bank");
    const social = await lastVersion(tx, dossierId, "social_security");
    expect(await revealNumber(manager, { versionId: bank.id, kind: "iban" })).toEqual({
      shown: "FR76 3000 6000 0112 3456 7890 189 – BIC SOGEFRPP",
    });
    expect((await revealNumber(manager, { versionId: social.id, kind: "nir" })).shown).toMatch(/^2 58 11 75 119 015 \d\d$/u);
    await expect(revealNumber(manager, { versionId: bank.id, kind: "nir" })).rejects.toMatchObject(refusal("absent"));
    const looks = await tx.db.select({ kind: dossierLooks.kind, block: dossierLooks.block }).from(dossierLooks);
    expect(looks).toEqual([
      { kind: "dossier", block: null },
      { kind: "iban", block: "bank" },
      { kind: "nir", block: "social_security" },
    ]);
  }));

test("AD-04 after a decision comes the next piece of the dossier, then the next dossier of the queue, to be opened first", () =>
  sent(async ({ tx, trainer, manager }) => {
    const other = await aTrainer(tx, { firstName: "Awa", structure: "075", answers: { status: "self_employed" } });
    await typeInDossier(other, { honourDate: "01/11/2026" });
    await joinPieces(other, "honour");
    await sendDossier(other.ctx);
    const { dossierId } = await open(manager, trainer);
    const decide = async (block: "identity" | "social_security" | "bank") =>
      (
        await decideAndGoOn(manager, {
          versionId: (await lastVersion(tx, dossierId, block)).id,
          decision: "validated",
          reason: null,
        })
      ).next;
    expect(await decide("identity")).toEqual({ kind: "piece", block: "social_security" });
    expect(await decide("social_security")).toEqual({ kind: "piece", block: "bank" });
    expect(await decide("bank")).toEqual({ kind: "opening", profileId: other.profileId });
    const { dossierId: second } = await open(manager, other);
    expect((await dossierOf(tx, other.profileId))?.id).toBe(second);
    const honour = await lastVersion(tx, second, "honour");
    expect((await decideAndGoOn(manager, { versionId: honour.id, decision: "validated", reason: null })).next).toEqual({ kind: "none" });
  }));
