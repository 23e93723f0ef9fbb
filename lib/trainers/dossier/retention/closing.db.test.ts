import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossierDraftFiles, dossierLooks, dossiers, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import { accounts } from "@/db/schema/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import { closeAccount } from "@/lib/accounts/closing/close-account";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import { receiveFile } from "@/lib/files/receive-file";
import { sweepFiles } from "@/lib/files/sweep-files-job";
import { jpegOf, pdf } from "@/lib/files/testing/sample-files";
import { incoming, testFiles } from "@/lib/files/testing/test-tools";
import { furnish, managerOf } from "../../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, lastVersion, typeInDossier } from "../../testing/dossier-stage";
import { aTrainer } from "../../testing/profile-stage";
import { decideVersion } from "../decide-version";
import { lookAtPiece } from "../looks/look-at-piece";
import { sendDossier } from "../send-dossier";
import { setPiece } from "../set-piece";

test("MC-30 TR-31 closing one's account takes the dossier with it: versions, looks, rows and bytes of every piece, sent or not", () =>
  inRolledBackTx(async (tx) => {
    const tools = await testFiles();
    try {
      await furnish(tx);
      const trainer = await aTrainer(tx);
      const neighbour = await aTrainer(tx);
      await tx.db
        .update(accounts)
        .set({ passwordHash: await hashPassword("Un-Bon-Secret-42") })
        .where(eq(accounts.id, trainer.accountId));
      const join = async ({ ctx }: typeof trainer, slot: "identity_front" | "identity_back" | "diploma", bytes: Buffer, name: string) => {
        const { id } = await receiveFile(ctx, incoming(name, bytes, { place: "dossier_piece" }), tools);
        await setPiece(ctx, { slot, fileId: id }, tools);
      };
      await typeInDossier(trainer, identityAnswers);
      await join(trainer, "identity_front", await jpegOf(), "recto.jpg");
      await join(trainer, "identity_back", await jpegOf(), "verso.jpg");
      await sendDossier(trainer.ctx);
      const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
      const manager = await managerOf(tx, "075");
      await anOpening(manager, dossierId);
      const { id: versionId } = await lastVersion(tx, dossierId, "identity");
      await lookAtPiece(manager, { versionId, slot: "identity_front" }, tools);
      await decideVersion(manager, { versionId, decision: "refused", reason: "Le verso est flou." });
      await join(trainer, "identity_back", await jpegOf(), "verso-2.jpg");
      await join(trainer, "diploma", pdf(), "diplome.pdf");
      await join(neighbour, "diploma", pdf("neighbour"), "diplome.pdf");
      expect(await tools.everything()).toHaveLength(5);

      await closeAccount(trainer.ctx, { current: "Un-Bon-Secret-42", word: "SUPPRIMER" }, []);

      for (const table of [dossierVersions, dossierVersionFiles, dossierLooks]) expect(await tx.db.$count(table)).toBe(0);
      expect((await tx.db.select().from(dossiers)).map(({ profileId }) => profileId)).toEqual([neighbour.profileId]);
      expect(await tx.db.$count(dossierDraftFiles)).toBe(1);
      await sweepFiles(tx, { asOf: tx.now }, tools);
      expect(await tools.everything(), "the neighbour's alone").toHaveLength(1);
      const left = await tx.db.select().from(files).where(eq(files.ownerId, trainer.accountId));
      expect(left.map(({ name, wrappedKey, state }) => [name, wrappedKey, state])).toEqual(left.map(() => ["", "", "deleted"]));
      expect(left).toHaveLength(4);
    } finally {
      await tools.clean();
    }
  }));
