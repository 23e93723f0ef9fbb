import { expect, test } from "vitest";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { readLists } from "../profile/read-lists";
import { furnish, managerOf } from "../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../testing/dossier-stage";
import { aTrainer } from "../testing/profile-stage";
import { decideVersion } from "./decide-version";
import { readOwnDossier } from "./read-own-dossier";
import { sendDossier } from "./send-dossier";
import type { DossierBlock } from "./vocabulary";

const on = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T09:00:00Z`) });

test("EI-67 a sharper scan sent after the end, in place of one sent in time that nobody had checked, makes no file incomplete", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const { ctx, profileId, ...trainer } = await aTrainer(tx, { answers: { status: "self_employed" } });
    const at = (day: string) => ({ ...trainer, profileId, ctx: on(ctx, day) });
    const decide = async (day: string, block: DossierBlock, decision: "validated" | "refused") => {
      const manager = on(await managerOf(tx, "075"), day);
      const dossierId = (await dossierOf(tx, profileId))?.id ?? "";
      await anOpening(manager, dossierId);
      const { id } = await lastVersion(tx, dossierId, block);
      return decideVersion(manager, { versionId: id, decision, reason: decision === "refused" ? "La page 2 manque." : null });
    };
    const whole = async (day: string) => {
      const { isComplete, blocks } = await readOwnDossier(on(ctx, day), await readLists(ctx));
      return [isComplete, blocks.honour.state];
    };
    const first = at("2025-11-30");
    await typeInDossier(first, { ...identityAnswers, honourDate: "30/11/2025" });
    await joinPieces(first, "identity_front", "identity_back", "honour");
    await sendDossier(first.ctx);
    for (const block of ["identity", "honour"] as const) await decide("2025-12-01", block, "validated");
    expect(await whole("2026-11-30")).toEqual([true, "expiring"]);
    // In time, on the last day; twice corrected while nobody looked.
    for (const day of ["2026-11-30", "2026-12-04", "2026-12-09"]) {
      if (day === "2026-11-30") await typeInDossier(at(day), { honourDate: "30/11/2026" });
      await joinPieces(at(day), "honour");
      await sendDossier(at(day).ctx);
      expect(await whole(day)).toEqual([true, "waiting"]);
    }
    // For 180 days after the end, however often it is sent again.
    expect(await whole("2027-05-29")).toEqual([true, "waiting"]);
    await joinPieces(at("2027-05-29"), "honour");
    await sendDossier(at("2027-05-29").ctx);
    expect(await whole("2027-05-29")).toEqual([true, "waiting"]);
    expect(await whole("2027-05-30")).toEqual([false, "waiting"]);
    // Refused, the delay is over: what is sent then is late.
    await decide("2027-06-01", "honour", "refused");
    expect(await whole("2027-06-01")).toEqual([false, "expired"]);
    await joinPieces(at("2027-06-02"), "honour");
    await sendDossier(at("2027-06-02").ctx);
    expect(await whole("2027-06-02")).toEqual([false, "waiting"]);
    await decide("2027-06-03", "honour", "validated");
    expect(await whole("2027-06-03")).toEqual([true, "valid"]);
  }));
