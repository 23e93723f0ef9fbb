import fc from "fast-check";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossierRequests, dossiers } from "@/db/schema/dossiers";
import { inRolledBackTx } from "@/db/testing/rollback";
import { lockProfile } from "../../profile/lock-profile";
import { statuses } from "../../profile/vocabulary";
import { furnish, structureOf } from "../../testing/ad-stage";
import { dossierOf } from "../../testing/dossier-stage";
import { aDossier, aPiece, setStatus } from "../../testing/ending-stage";
import { countComplete } from "../count-complete";
import { versionStates } from "../vocabulary";
import { recountComplete } from "./recount-complete";
import { datedBlocks } from "./vocabulary";

const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, "0")}`);
const piece = fc.record({
  block: fc.constantFrom(...datedBlocks),
  endsOn: fc.option(day),
  sentOn: day,
  state: fc.constantFrom(...versionStates),
});

test("EI-67 counted again for many at once, files are complete until the same day as counted one by one", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const structureId = await structureOf(tx, "054");
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...statuses),
        // Never two that wait.
        fc.uniqueArray(piece, {
          selector: ({ block, state, sentOn }) => (state === "waiting" ? block : `${block}${state}${sentOn}`),
          minLength: 4,
          maxLength: 20,
        }),
        fc.subarray([...datedBlocks, "bank"] as const),
        async (status, pieces, requested) => {
          const own = await aDossier(tx);
          await setStatus(tx, own, status);
          for (const { sentOn, ...one } of pieces) await aPiece(tx, own, { ...one, sentAt: new Date(`${sentOn}T23:30:00Z`) });
          for (const block of requested)
            await tx.db.insert(dossierRequests).values({ dossierId: own.dossierId, block, structureId, askedAt: tx.now });
          const { answers } = await lockProfile(tx, own.trainer.profileId);
          await countComplete(tx, own.dossierId, answers);
          const oneByOne = await dossierOf(tx, own.trainer.profileId);
          await tx.db.update(dossiers).set({ completeUntil: "2001-01-01", firstCompleteOn: null }).where(eq(dossiers.id, own.dossierId));
          await recountComplete(tx, sql`dossier.id = ${own.dossierId}::uuid`);
          expect(await dossierOf(tx, own.trainer.profileId)).toMatchObject({
            completeUntil: oneByOne?.completeUntil ?? null,
            firstCompleteOn: oneByOne?.firstCompleteOn ?? null,
          });
        },
      ),
      { numRuns: process.env["LONG"] === "1" ? 400 : 40 },
    );
  }));
