import { expect, test } from "vitest";
import { inRolledBackTx } from "@/db/testing/rollback";
import { downloadMyData } from "@/lib/accounts/data-export/download-my-data";
import { readablePage } from "@/lib/accounts/data-export/readable-page";
import { readable } from "@/lib/accounts/data-export/readable-words";
import { furnish, managerOf } from "../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../testing/dossier-stage";
import { aTrainer } from "../testing/profile-stage";
import { dossierFields, dossierSpecs } from "./blocks.data";
import { decideVersion } from "./decide-version";
import { sendDossier } from "./send-dossier";
import { revealNumber } from "./study/reveal-number";
import { blockLabels, lookLabels, noticeOutcomes, reviewDecisions, versionStateLabels } from "./vocabulary";

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

    const page = readablePage(await downloadMyData(trainer.ctx, { format: "page" }));
    for (const words of [
      "<td>Attestation / carte vitale</td>",
      "<td>Refusé</td>",
      "<td>Votre numéro de sécurité sociale</td>",
      "Emplacement : Document d’identité : recto",
      "Décision : Refusé",
      "Motif : L’attestation est illisible.",
      "Type de document d’identité : Carte d’identité",
      "Pays de naissance : France",
      "<td>pièce du dossier administratif</td>",
      "Blocs : Document d’identité, Attestation / carte vitale",
    ])
      expect(page.replaceAll("\u00A0", " ")).toContain(words.replaceAll("\u00A0", " "));
    // The files are named by their slots here: what follows a name is left.
    expect(page).not.toMatch(/(?:social_security|identity_front|identity_back)(?!\.pdf)|id_card|dossier_piece|identityKind|>refused</u);
  }));

test("MC-30 the readable download calls blocks, places, states and answers what the pages call them", () => {
  const named = (column: string, labels: Readonly<Record<string, string>>) => {
    for (const [code, label] of Object.entries(labels)) expect(readable(column, code), `${column} ${code}`).toBe(label);
  };
  named("Bloc", blockLabels);
  named("État de l’envoi", versionStateLabels);
  named("Ce qui a été vu", lookLabels);
  for (const { slot, label } of Object.values(dossierSpecs).flatMap(({ slots }) => slots)) named("Emplacement", { [slot]: label });
  for (const [name, field] of dossierFields) {
    expect(readable("Réponses", { [name]: "x" })).toBe(`${field.label}\u00A0: x`);
    if ("choices" in field) named(name, Object.fromEntries(field.choices.map(({ value, label }) => [value, label])));
  }
  for (const decision of reviewDecisions) expect(readable("Décision", decision)).not.toBe(decision);
  for (const outcome of noticeOutcomes) expect(readable("Suite", outcome)).not.toBe(outcome);
});
