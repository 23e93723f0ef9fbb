import { eq, sql } from "drizzle-orm";
import { profileRemarks, profileRequests, trainerProfiles } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { longDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { ensureRead, lockRequest } from "./lock-request";
import { partTitle, profileParts, wholeProfile } from "./parts.data";
import { can } from "./policy";
import { recordPassage } from "./record-passage";
import { archivedOn } from "./rules";
import type { AskCorrectionInput } from "./schemas";
import { correctionCause } from "./causes";
import { tellCandidate } from "./tell-candidate";

/** Opens the profile again with remarks beside the parts concerned, and tells its owner (EI-41). */
export function askCorrection(ctx: Ctx, { requestId, version, remarks }: AskCorrectionInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const locked = await lockRequest(tx, requestId);
    ensure(can.decide(tx.actor, locked));
    ensureRead(locked, version);
    const { request, profile } = locked;
    const round = request.round + 1;
    const authorId = accountIdOf(tx.actor);
    const written = [wholeProfile, ...profileParts.map(({ id }) => id)].flatMap((block) => {
      const remark = remarks[block];
      return remark === undefined ? [] : [{ requestId, round, block, remark, authorId, createdAt: tx.now }];
    });
    await tx.db.insert(profileRemarks).values(written);
    await tx.db
      .update(profileRequests)
      .set({
        state: "correction",
        round,
        firstAnalysedAt: request.firstAnalysedAt ?? tx.now,
        correctionAskedAt: tx.now,
        correctionMailedAt: null,
        reminderQueuedAt: null,
        reminderMailedAt: null,
        version: sql`${profileRequests.version} + 1`,
      })
      .where(eq(profileRequests.id, requestId));
    await tx.db.update(trainerProfiles).set({ state: "draft", updatedAt: tx.now }).where(eq(trainerProfiles.id, profile.id));
    await recordPassage(tx, locked, "correction_asked");
    await audit(tx, {
      action: "trainer.correction_asked",
      subject: { type: "profile_request", id: requestId },
      accountId: profile.accountId,
    });
    await tellCandidate(tx, locked, "correction-asked", {
      cause: correctionCause(requestId, round),
      path: paths.trainers.cv(),
      props: {
        archivedFrom: longDate(archivedOn(tx.now, tx.now)),
        remarks: written.map(({ block, remark }) => ({ title: partTitle(block), remark })),
      },
    });
  });
}
