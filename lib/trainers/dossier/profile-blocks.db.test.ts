import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossierVersions } from "@/db/schema/dossiers";
import { mails } from "@/db/schema/platform";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { openAnswers, readOwnProfile } from "../profile/lock-profile";
import { furnish, managerOf } from "../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { decideVersion } from "./decide-version";
import { formAnswers } from "./lock-dossier";
import { dropFormerAnswers } from "./retention/drop-former-answers";
import { sendDossier } from "./send-dossier";
import { undoDecision } from "./undo-decision";
import type { DossierBlock } from "./vocabulary";

interface Stage {
  readonly tx: TxCtx;
  readonly trainer: StagedTrainer;
  readonly manager: Ctx;
  readonly dossierId: string;
}
const staged = (story: (stage: Stage) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx, { immatriculation: "054-0012" });
    await typeInDossier(trainer, { street: "3 rue des Lilas" });
    await sendDossier(trainer.ctx);
    const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
    const manager = await managerOf(tx, "075");
    await anOpening(manager, dossierId);
    return story({ tx, trainer, manager, dossierId });
  });

const decide = async ({ manager, dossierId }: Stage, block: DossierBlock, decision: "validated" | "refused") => {
  const { id } = await lastVersion(manager, dossierId, block);
  await decideVersion(manager, { versionId: id, decision, reason: decision === "refused" ? "Adresse incomplète." : null });
  return id;
};
const streets = async ({ trainer: { ctx, profileId } }: Stage) => {
  const profile = await readOwnProfile(ctx);
  if (profile === null) throw new Error("no profile");
  return { inForce: openAnswers(profile)["street"], shown: formAnswers(profile, await dossierOf(ctx, profileId))["street"] };
};

test("EI-31 EI-50 what was typed after the sending outlives the validation of what was sent", () =>
  staged(async (stage) => {
    await typeInDossier(stage.trainer, { street: "5 place du Marché" });
    await decide(stage, "address", "validated");
    expect(await streets(stage)).toEqual({ inForce: "3 rue des Lilas", shown: "5 place du Marché" });
    expect((await sendDossier(stage.trainer.ctx)).blocks).toEqual(["address"]);
  }));

test("AD-04 EI-50 a validation that is taken back leaves the profile as it was, and the block waits as it was sent", () =>
  staged(async (stage) => {
    const versionId = await decide(stage, "address", "validated");
    expect((await streets(stage)).inForce).toBe("3 rue des Lilas");
    await undoDecision(stage.manager, { versionId });
    expect(await streets(stage)).toEqual({ inForce: "16 avenue Mozart", shown: "3 rue des Lilas" });
    await expect(sendDossier(stage.trainer.ctx)).rejects.toMatchObject({ message: expect.stringContaining("Rien n’a changé") });
    await decide(stage, "address", "refused");
    expect((await streets(stage)).inForce).toBe("16 avenue Mozart");
  }));

test("AD-04 EI-69 a validation that is taken back in time takes its good news back too, birth place included", () =>
  staged(async (stage) => {
    const { tx, trainer } = stage;
    await typeInDossier(trainer, { ...identityAnswers, birthPlace: "Pau" });
    await joinPieces(trainer, "identity_front", "identity_back");
    await sendDossier(trainer.ctx);
    const versionId = await decide(stage, "identity", "validated");
    const told = () => tx.db.$count(mails, eq(mails.kind, "dossier-complete"));
    const born = async () => openAnswers((await readOwnProfile(trainer.ctx)) ?? never())["birthPlace"];
    expect([await told(), await born()]).toEqual([1, "Pau"]);
    await undoDecision(stage.manager, { versionId });
    expect([await told(), await born()]).toEqual([0, "Toulouse"]);
  }));

test("TR-31 what a profile said before is kept for as long as it can be put back, and sealed", () =>
  staged(async (stage) => {
    const { tx } = stage;
    const id = await decide(stage, "address", "validated");
    const former = async () => (await tx.db.select().from(dossierVersions).where(eq(dossierVersions.id, id)))[0]?.formerSealed;
    expect(await former()).toMatch(/^v1\./u);
    await dropFormerAnswers(tx, tx.now);
    expect(await former()).toMatch(/^v1\./u);
    await dropFormerAnswers(tx, new Date(tx.now.getTime() + 2 * 3_600_000));
    expect(await former()).toBeNull();
  }));

const never = (): never => {
  throw new Error("no profile");
};
