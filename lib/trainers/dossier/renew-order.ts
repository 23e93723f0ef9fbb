import { and, eq } from "drizzle-orm";
import { dossierDraftFiles, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { readSettings } from "@/lib/settings/read-settings";
import { openAnswers } from "../profile/lock-profile";
import { addVersion } from "./add-version";
import { countComplete } from "./count-complete";
import { latestVersions } from "./latest-versions";
import { formAnswers, lockOwnDossier, openSealed, versionContext } from "./lock-dossier";
import { needOf } from "./needs.data";
import { pieceStateOf } from "./piece-states";

/**
 * "Ma situation n’a pas changé" (EI-68): the position order in force is sent again as it is, in one click, once it is
 * said to end. It waits for a manager like any other, and keeps the file complete meanwhile. No policy: lockOwnDossier has it.
 */
export function renewOrder(ctx: Ctx): Promise<void> {
  return withTx(ctx, async (tx) => {
    const { profile, dossier } = await lockOwnDossier(tx);
    const [[inForce], sent, settings] = await Promise.all([
      tx.db
        .select()
        .from(dossierVersions)
        .where(and(eq(dossierVersions.dossierId, dossier.id), eq(dossierVersions.block, "order"), eq(dossierVersions.state, "validated"))),
      latestVersions(tx, dossier.id),
      readSettings(tx),
    ]);
    const state = pieceStateOf({
      need: needOf("order", formAnswers(profile, dossier)),
      requested: false,
      validated: inForce ?? null,
      latest: sent.get("order")?.row.state ?? null,
      today: parisDay(tx.now),
      firstNotice: settings["dossier.firstNoticeMonths"],
    });
    if (state === "waiting") throw new Refusal("conflict", "Votre arrêté est déjà transmis : il attend d’être vérifié.");
    if (inForce === undefined || (state !== "expiring" && state !== "expired"))
      throw new Refusal("conflict", "Votre arrêté n’est pas à renouveler : rien n’est transmis.");
    const files = await tx.db.select().from(dossierVersionFiles).where(eq(dossierVersionFiles.versionId, inForce.id));
    await addVersion(tx, {
      dossierId: dossier.id,
      block: "order",
      answers: openSealed(inForce.answersSealed, versionContext(inForce.id)),
      files: Object.fromEntries(files.map(({ slot, fileId }) => [slot, fileId])),
      origin: "unchanged",
    });
    // The form shows what waits, also when the file had been taken off it.
    await tx.db
      .insert(dossierDraftFiles)
      .values(files.map(({ slot, fileId }) => ({ dossierId: dossier.id, slot, fileId, addedAt: tx.now })))
      .onConflictDoNothing();
    await countComplete(tx, dossier.id, openAnswers(profile));
    await audit(tx, {
      action: "trainer.order_renewed",
      subject: { type: "dossier", id: dossier.id },
      accountId: profile.accountId,
    });
  });
}
