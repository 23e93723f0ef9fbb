import { expect, test } from "vitest";
import { interventions } from "@/db/schema/interventions";
import { inRolledBackTx } from "@/db/testing/rollback";
import { furnish, structureOf } from "../../testing/ad-stage";
import { aDossier, aPiece } from "../../testing/ending-stage";
import { interventionWarnings } from "./intervention-warnings";

test("EI-106 pieces in force are judged against the planned sessions; a replacement that waits silences it", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const own = await aDossier(tx);
    await aPiece(tx, own, { endsOn: "2027-03-11" });
    await aPiece(tx, own, { block: "honour", endsOn: "2027-12-31" });
    await aPiece(tx, own, { block: "contract", endsOn: "2026-12-31" });
    const planned = { profileId: own.trainer.profileId, structureId: await structureOf(tx, "075"), createdAt: tx.now };
    await tx.db.insert(interventions).values([
      { ...planned, reference: "0", title: "Passée", startsOn: "2026-11-19", endsOn: "2026-11-20" },
      { ...planned, reference: "1", title: "Atteinte", startsOn: "2027-03-10", endsOn: "2027-03-11" },
      { ...planned, reference: "2", title: "Budget", startsOn: "2027-03-14", endsOn: "2027-03-15" },
    ]);
    expect(await interventionWarnings(tx, own.trainer.profileId)).toMatchObject([
      { block: "order", title: "Budget", text: "Votre arrêté finit 3 jours avant votre session du 14 mars 2027" },
    ]);
    expect(await interventionWarnings(tx, own.trainer.profileId, "theirs")).toMatchObject([
      { text: "L’arrêté finit 3 jours avant sa session du 14 mars 2027" },
    ]);
    await aPiece(tx, own, { endsOn: "2028-03-11", state: "waiting" });
    expect(await interventionWarnings(tx, own.trainer.profileId)).toEqual([]);
  }));
