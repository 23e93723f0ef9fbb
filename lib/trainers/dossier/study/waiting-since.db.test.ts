import { expect, test } from "vitest";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { readManagerWaiting } from "../../review/read-waiting";
import { furnish, managerOf } from "../../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../../testing/profile-stage";
import { decideVersion } from "../decide-version";
import { sendDossier } from "../send-dossier";
import { undoDecision } from "../undo-decision";
import { decideAndGoOn } from "./decide-and-go-on";
import { listWaiting } from "./list-waiting";

const on = <Given extends Ctx>(ctx: Given, day: string): Given => ({ ...ctx, now: new Date(`${day}T09:00:00Z`) });
const queue = { query: "", where: "all", blocks: [], direction: "asc", after: null } as const;

test("AD-04 EI-67 sent again and again, a piece keeps its place in the queue, and its age", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const manager = await managerOf(tx, "054");
    const often = await aTrainer(tx, { lastName: "Souvent", answers: { status: "self_employed" } });
    const once = await aTrainer(tx, { lastName: "Unefois" });
    const send = async (trainer: StagedTrainer, day: string) => {
      const ctx = on(trainer.ctx, day);
      await joinPieces({ ...trainer, ctx }, "identity_front", "identity_back");
      await sendDossier(ctx);
    };
    const dossierId = async ({ profileId }: StagedTrainer) => (await dossierOf(tx, profileId))?.id ?? "";
    const decide = async (trainer: StagedTrainer, day: string, decision: "validated" | "refused") => {
      await anOpening(on(manager, day), await dossierId(trainer));
      const { id: versionId } = await lastVersion(tx, await dossierId(trainer), "identity");
      await decideVersion(on(manager, day), { versionId, decision, reason: decision === "refused" ? "Le verso manque." : null });
      return versionId;
    };
    const waiting = async () =>
      (await listWaiting(manager, queue)).pieces.map(({ lastName, sentAt, waitingSince }) => [
        lastName,
        ...[waitingSince, sentAt].map((instant) => instant.toISOString().slice(0, 10)),
      ]);
    const permit = { ...identityAnswers, identityKind: "residence_permit", identityUntil: "31/01/2027" };
    await typeInDossier(often, permit);
    await typeInDossier(once, identityAnswers);
    await send(often, "2026-11-21");
    await decide(often, "2026-11-23", "validated");
    await send(often, "2027-01-30");
    await send(once, "2027-02-02");
    for (const day of ["2027-02-15", "2027-03-15"]) await send(often, day);
    expect(await waiting()).toEqual([
      ["Souvent", "2027-01-30", "2027-03-15"],
      ["Unefois", "2027-02-02", "2027-02-02"],
    ]);
    expect((await readManagerWaiting(manager)).pieces).toEqual({ count: 2, oldest: on(tx, "2027-01-30").now });
    // Refused and taken back, it waits since the same day; refused for good, the next one begins anew.
    const versionId = await decide(often, "2027-03-16", "refused");
    await undoDecision(on(manager, "2027-03-16"), { versionId });
    expect((await waiting())[0]).toEqual(["Souvent", "2027-01-30", "2027-03-15"]);
    await decide(often, "2027-03-17", "refused");
    await send(often, "2027-03-18");
    expect(await waiting()).toEqual([
      ["Unefois", "2027-02-02", "2027-02-02"],
      ["Souvent", "2027-03-18", "2027-03-18"],
    ]);
    const third = await aTrainer(tx, { lastName: "Tiers" });
    await typeInDossier(third, identityAnswers);
    for (const day of ["2027-02-01", "2027-03-20"]) await send(third, day);
    // What comes after a decision is the oldest too.
    await anOpening(on(manager, "2027-03-21"), await dossierId(often));
    const { id } = await lastVersion(tx, await dossierId(often), "identity");
    const { next } = await decideAndGoOn(on(manager, "2027-03-21"), { versionId: id, decision: "refused", reason: "Le verso manque." });
    expect(next).toEqual({ kind: "opening", profileId: third.profileId });
  }));
