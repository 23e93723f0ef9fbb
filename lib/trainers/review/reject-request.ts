import { eq, sql } from "drizzle-orm";
import { profileRequests, trainerProfiles } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { longDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { endWaitingApplications } from "../applications/end-waiting-applications";
import { ensureRead, lockRequest } from "./lock-request";
import { can } from "./policy";
import { recordPassage } from "./record-passage";
import { decidedNow, mayRequestFrom } from "./rules";
import type { RejectRequestInput } from "./schemas";
import { tellCandidate } from "./tell-candidate";

/** Does not retain a request, and says why; another one is possible a year after the first analysis (EI-40). */
export function rejectRequest(ctx: Ctx, { requestId, version, reason }: RejectRequestInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const locked = await lockRequest(tx, requestId);
    ensure(can.decide(tx.actor, locked));
    ensureRead(locked, version);
    const { request, profile } = locked;
    const decided = decidedNow(tx, request);
    const from = mayRequestFrom(decided.firstAnalysedAt);
    await tx.db
      .update(profileRequests)
      .set({ ...decided, state: "rejected", reason, version: sql`${profileRequests.version} + 1` })
      .where(eq(profileRequests.id, requestId));
    await tx.db
      .update(trainerProfiles)
      .set({ state: "rejected", mayRequestFrom: from, updatedAt: tx.now })
      .where(eq(trainerProfiles.id, profile.id));
    await endWaitingApplications(tx, profile, "Votre demande d’inscription n’a pas été retenue.");
    await recordPassage(tx, locked, "rejected", reason);
    await audit(tx, {
      action: "trainer.request_rejected",
      subject: { type: "profile_request", id: requestId },
      accountId: profile.accountId,
    });
    await tellCandidate(tx, locked, "request-rejected", {
      cause: `request:${requestId}`,
      path: paths.trainers.cv(),
      props: { reason, mayRequestFrom: longDate(from) },
    });
  });
}
