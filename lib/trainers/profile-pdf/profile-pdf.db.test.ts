import { buffer } from "node:stream/consumers";
import { getDocumentProxy, extractText } from "unpdf";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "@/db/schema/platform";
import { inRolledBackTx } from "@/db/testing/rollback";
import { furnish, managerOf } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { ownProfilePdf, trainerPdf } from "./profile-pdf";

const textOfPdf = async (bytes: Buffer) => (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text;

test("EI-33 AD-03 a CV as a PDF says what the screen says, for its owner and for a manager, whose look is recorded", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx, { lastName: "Łukasz-Œuvray" });
    const own = await ownProfilePdf(trainer.ctx);
    expect(own.fileName).toBe("CV Camille Łukasz-Œuvray.pdf");
    const text = await textOfPdf(await buffer(own.stream));
    for (const words of ["Camille Łukasz-Œuvray", "16 avenue Mozart", "Directrice financière", "Grand Est", "Toulouse"])
      expect(text).toContain(words);
    const elsewhere = await textOfPdf(await buffer((await trainerPdf(await managerOf(tx, "075"), trainer.profileId)).stream));
    expect(elsewhere).toContain("Directrice financière");
    // Birth and street are for the home structure alone.
    for (const words of ["Toulouse", "17/09/1985", "16 avenue Mozart", "Nationalité"]) expect(elsewhere).not.toContain(words);
    const looks = await tx.db.select().from(auditLog).where(eq(auditLog.action, "trainer.profile_read"));
    expect(looks.map(({ accountId }) => accountId)).toEqual([trainer.accountId]);
  }));

test("AD-03 a profile that is not validated answers as a missing one to another structure", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx, { state: "submitted" });
    await expect(trainerPdf(await managerOf(tx, "075"), trainer.profileId)).rejects.toMatchObject({ code: "absent" });
    await expect(trainerPdf(await managerOf(tx, "054"), trainer.profileId)).resolves.toMatchObject({
      fileName: expect.stringContaining("CV"),
    });
  }));
