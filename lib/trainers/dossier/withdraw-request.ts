import { eq } from "drizzle-orm";
import { dossierRequests } from "@/db/schema/dossiers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { openAnswers } from "../profile/lock-profile";
import { countComplete } from "./count-complete";
import { lockDossier } from "./lock-dossier";
import { can } from "./policy";

/** A block is no longer asked for; any manager may say so, as any may ask (EI-60, EI-64). */
export function withdrawRequest(ctx: Ctx, { requestId }: { readonly requestId: string }): Promise<{ readonly dossierId: string }> {
  return withTx(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ dossierId: dossierRequests.dossierId })
      .from(dossierRequests)
      .where(eq(dossierRequests.id, requestId));
    if (found === undefined) throw absent();
    const { profile, dossier } = await lockDossier(tx, found.dossierId);
    ensure(can.open(tx.actor, profile));
    const [request] = await tx.db.select().from(dossierRequests).where(eq(dossierRequests.id, requestId));
    if (request === undefined) throw absent();
    if (request.answeredAt !== null) throw new Refusal("conflict", "La personne a déjà répondu à cette demande.");
    if (request.withdrawnAt !== null) throw new Refusal("conflict", "Cette demande a déjà été retirée.");
    await tx.db.update(dossierRequests).set({ withdrawnAt: tx.now }).where(eq(dossierRequests.id, requestId));
    await countComplete(tx, dossier.id, openAnswers(profile));
    await audit(tx, {
      action: "trainer.piece_request_withdrawn",
      subject: { type: "dossier", id: dossier.id },
      accountId: profile.accountId,
      details: { block: request.block },
    });
    return { dossierId: dossier.id };
  });
}
