import { expect, test } from "vitest";
import { inRolledBackTx } from "@/db/testing/rollback";
import { downloadMyData } from "@/lib/accounts/data-export/download-my-data";
import { furnish, managerOf } from "../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../testing/dossier-stage";
import { aTrainer } from "../testing/profile-stage";
import { decideVersion } from "./decide-version";
import { sendDossier } from "./send-dossier";
import { revealNumber } from "./study/reveal-number";

test("MC-30 EI-98 the download holds one’s whole file: what was typed and sent, numbers, reasons, who looked and why", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx);
    const neighbour = await aTrainer(tx, { lastName: "Martin" });
    await typeInDossier(neighbour, { iban: "BE71 0961 2345 6769" });
    await typeInDossier(trainer, { ...identityAnswers, nir: "2 58 11 75 119 015" });
    await joinPieces(trainer, "identity_front", "identity_back", "social_security");
    await sendDossier(trainer.ctx);
    await typeInDossier(trainer, { bic: "AGRIFRPP" });
    const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
    const manager = await managerOf(tx, "075");
    await anOpening(manager, dossierId);
    const { id: versionId } = await lastVersion(tx, dossierId, "social_security");
    await revealNumber(manager, { versionId, kind: "nir" });
    await decideVersion(manager, { versionId, decision: "refused", reason: "L’attestation est illisible." });
    const text = JSON.stringify(await downloadMyData(trainer.ctx, { format: "json" }));
    for (const part of ["T7X62TZ79", "258117511901563", "AGRIFRPP", "L’attestation est illisible.", "Session du 14 mars", "Siège"])
      expect(text).toContain(part);
    for (const foreign of ["BE71", "096123456769", manager.actor.kind === "account" ? manager.actor.accountId : ""])
      expect(text).not.toContain(foreign);
  }));
