import { dossierLooks, type dossierOpenings } from "@/db/schema/dossiers";
import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import type { DossierBlock, LookKind } from "../vocabulary";

interface Look {
  readonly opening: typeof dossierOpenings.$inferSelect;
  readonly kind: LookKind;
  readonly block?: DossierBlock;
  /** Of the trainer, who reads the line. */
  readonly accountId: string;
}

/** A look of staff at a dossier, tied to why it was opened, for its trainer and for the log (EI-98, AD-13). */
export async function noteLook(ctx: Ctx, { opening, kind, block, accountId }: Look): Promise<void> {
  const { dossierId, id: openingId } = opening;
  await ctx.db.insert(dossierLooks).values({
    openingId,
    dossierId,
    accountId: ctx.actor.kind === "account" ? ctx.actor.accountId : null,
    kind,
    block: block ?? null,
    at: ctx.now,
  });
  await auditLook(ctx, {
    action: kind === "dossier" ? "trainer.dossier_read" : `trainer.${kind}_read`,
    subject: { type: "dossier", id: dossierId },
    accountId,
    sensitive: true,
    details: block === undefined ? {} : { block },
  });
}
