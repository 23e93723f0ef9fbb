import { eq, sql } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { profileRequests, trainerProfiles } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx, type TxCtx } from "@/lib/core/ctx";
import { paths } from "@/lib/core/paths";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { sendWaitingApplications } from "../applications/send-waiting-applications";
import { writeCvEntry } from "../profile/write-cv-entry";
import { ensureRead, lockRequest } from "./lock-request";
import { decidedNow } from "./rules";
import { can } from "./policy";
import { recordPassage } from "./record-passage";
import type { ValidateRequestInput } from "./schemas";
import { tellCandidate } from "./tell-candidate";

/** Lets a profile into the CVthèque, sends the applications that waited for it, and tells its owner (EI-42). */
export function validateRequest(ctx: Ctx, { requestId, version }: ValidateRequestInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const locked = await lockRequest(tx, requestId);
    ensure(can.decide(tx.actor, locked));
    ensureRead(locked, version);
    const { request, profile } = locked;
    await tx.db
      .update(profileRequests)
      .set({ ...decidedNow(tx, request), state: "validated", version: sql`${profileRequests.version} + 1` })
      .where(eq(profileRequests.id, requestId));
    await tx.db
      .update(trainerProfiles)
      .set({ state: "validated", validatedAt: tx.now, updatedAt: tx.now, homeStructureId: request.structureId, mayRequestFrom: null })
      .where(eq(trainerProfiles.id, profile.id));
    await becomeTrainer(tx, profile.accountId);
    await writeCvEntry(tx, profile.id);
    await recordPassage(tx, locked, "validated");
    await audit(tx, {
      action: "trainer.request_validated",
      subject: { type: "profile_request", id: requestId },
      accountId: profile.accountId,
    });
    await tellCandidate(tx, locked, "request-validated", { cause: `request:${requestId}`, path: paths.trainers.home, props: {} });
    await sendWaitingApplications(tx, profile.id);
  });
}

/** The role opens the whole Espace Intervenants; one who has it already keeps it. */
async function becomeTrainer(tx: TxCtx, accountId: string): Promise<void> {
  const grantedBy = accountIdOf(tx.actor);
  const given = await tx.db
    .insert(roleGrants)
    .values({ accountId, role: "trainer", grantedBy, grantedAt: tx.now })
    .onConflictDoNothing()
    .returning({ id: roleGrants.id });
  if (given.length > 0) await audit(tx, { action: "role.grant", accountId, details: { role: "trainer" } });
}
