import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossiers } from "@/db/schema/dossiers";
import { inRolledBackTx } from "@/db/testing/rollback";
import { lockProfile } from "../../profile/lock-profile";
import { furnish } from "../../testing/ad-stage";
import { dossierOf } from "../../testing/dossier-stage";
import { aDossier, aPiece } from "../../testing/ending-stage";
import { countComplete } from "../count-complete";
import { needOf } from "../needs.data";
import { recountDossiersJob } from "./recount-dossiers-job";
import { datedBlocks } from "./vocabulary";

test("EI-67 each night dossiers that an older version counted by other rules are counted again, and the others are left as they are", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const [stale, right] = [await aDossier(tx), await aDossier(tx)];
    for (const own of [stale, right]) {
      const { answers } = await lockProfile(tx, own.trainer.profileId);
      for (const block of datedBlocks.filter((dated) => needOf(dated, answers) === "required"))
        await aPiece(tx, own, { block, endsOn: "2027-03-31" });
      await countComplete(tx, own.dossierId, answers);
    }
    const whole = (await dossierOf(tx, right.trainer.profileId))?.completeUntil;
    await tx.db.update(dossiers).set({ completeUntil: "2099-12-31" }).where(eq(dossiers.id, stale.dossierId));
    expect(await recountDossiersJob.run(tx, { asOf: tx.now })).toEqual({ changed: 1 });
    expect((await dossierOf(tx, stale.trainer.profileId))?.completeUntil).toEqual(whole);
    expect(await recountDossiersJob.run(tx, { asOf: tx.now }), "done once").toEqual({ changed: 0 });
  }));
