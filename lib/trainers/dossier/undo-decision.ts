import { and, desc, eq, inArray, like, lt, or, sql } from "drizzle-orm";
import { dossiers, dossierVersions } from "@/db/schema/dossiers";
import { mails } from "@/db/schema/platform";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { openAnswers } from "../profile/lock-profile";
import { addReview } from "./add-review";
import { takeFromProfile } from "./apply-to-profile";
import { countComplete } from "./count-complete";
import { lockVersion, type VersionRow } from "./lock-version";
import { liveOpening } from "./looks/live-opening";
import { can } from "./policy";
import { answerRequest } from "./requests";
import { completeCause, refusedCause } from "./tell-trainer";
import { undoMinutes } from "./study/fields.data";
import type { DossierBlock } from "./vocabulary";

export interface Undone {
  readonly dossierId: string;
  readonly block: DossierBlock;
  /** The mail of a refusal had left already. */
  readonly told: boolean;
}

/**
 * Takes back one's own decision for ten minutes (AD-04): the version waits again, the one that it replaced is in force
 * again, and the profile says what it said before.
 */
export function undoDecision(ctx: Ctx, { versionId }: { readonly versionId: string }): Promise<Undone> {
  return withTx(ctx, async (tx) => {
    const { version, profile, dossier } = await lockVersion(tx, versionId);
    ensure(can.study(tx.actor, profile, await liveOpening(tx, dossier.id), tx.now));
    const undone = undoable(tx, version);
    const inForce = undone === "validated" ? await takeFromProfile(tx, { profile, dossier }, version) : openAnswers(profile);
    if (undone === "approved") {
      await tx.db.update(dossierVersions).set({ approvedAt: null, approvedBy: null }).where(eq(dossierVersions.id, versionId));
    } else {
      await refuseReplaced(tx, version);
      await tx.db
        .update(dossierVersions)
        .set({ state: "waiting", decidedAt: null, decidedBy: null })
        .where(eq(dossierVersions.id, versionId));
      if (undone === "validated") await reinstate(tx, version);
      else await answerRequest(tx, version);
    }
    await addReview(tx, versionId, "undone", null);
    await recount(tx, version, inForce);
    const stopped = await stopMail(tx, version);
    const told = undone === "refused" && !stopped;
    await audit(tx, {
      action: "trainer.piece_decision_undone",
      subject: { type: "dossier", id: dossier.id },
      accountId: profile.accountId,
      details: { block: version.block, version: version.number, from: undone },
    });
    return { dossierId: dossier.id, block: version.block, told };
  });
}

/** Which decision of the acting person is recent enough. */
function undoable(tx: TxCtx, { state, decidedAt, decidedBy, approvedAt, approvedBy }: VersionRow): "validated" | "refused" | "approved" {
  const mine = (by: string | null) => tx.actor.kind === "account" && by === tx.actor.accountId;
  const recent = (at: Date | null) => at !== null && tx.now.getTime() - at.getTime() <= undoMinutes * 60_000;
  const decided = state === "validated" || state === "refused" ? state : state === "waiting" && approvedAt !== null ? "approved" : null;
  if (decided === null) throw new Refusal("conflict", "Aucune décision n’est à annuler : ce bloc a changé depuis.");
  if (!mine(decided === "approved" ? approvedBy : decidedBy))
    throw new Refusal("conflict", "Cette décision n’est pas la vôtre : demandez à la personne qui l’a prise.");
  if (!recent(decided === "approved" ? approvedAt : decidedAt))
    throw new Refusal("conflict", `Une décision s’annule pendant ${undoMinutes} minutes : ce délai est passé.`);
  return decided;
}

async function refuseReplaced(tx: TxCtx, { dossierId, block }: VersionRow): Promise<void> {
  const waiting = await tx.db.$count(
    dossierVersions,
    and(eq(dossierVersions.dossierId, dossierId), eq(dossierVersions.block, block), eq(dossierVersions.state, "waiting")),
  );
  if (waiting > 0)
    throw new Refusal("conflict", "La personne a transmis ce bloc à nouveau : décidez du nouvel envoi, cette décision ne s’annule plus.");
}

/** What the version had replaced is in force again. */
async function reinstate(tx: TxCtx, { dossierId, block, number }: VersionRow): Promise<void> {
  const [before] = await tx.db
    .select({ id: dossierVersions.id })
    .from(dossierVersions)
    .where(
      and(
        eq(dossierVersions.dossierId, dossierId),
        eq(dossierVersions.block, block),
        eq(dossierVersions.state, "replaced"),
        lt(dossierVersions.number, number),
      ),
    )
    .orderBy(desc(dossierVersions.number))
    .limit(1);
  if (before !== undefined) await tx.db.update(dossierVersions).set({ state: "validated" }).where(eq(dossierVersions.id, before.id));
}

/** A file made whole by the decision alone was never whole: its yearly review does not count from today (EI-69). */
async function recount(tx: TxCtx, { dossierId }: VersionRow, inForce: Parameters<typeof countComplete>[2]): Promise<void> {
  await countComplete(tx, dossierId, inForce);
  const today = parisDay(tx.now);
  await tx.db
    .update(dossiers)
    .set({ firstCompleteOn: null })
    .where(and(eq(dossiers.id, dossierId), eq(dossiers.firstCompleteOn, today), sql`${dossiers.completeUntil} is null`));
}

/** Whether the mail of the decision could still be held back. */
async function stopMail(tx: TxCtx, { id }: VersionRow): Promise<boolean> {
  const causes = or(like(mails.cause, refusedCause(id, "%")), eq(mails.cause, completeCause(id)));
  const stopped = await tx.db
    .delete(mails)
    .where(and(inArray(mails.kind, ["piece-refused", "dossier-complete"]), causes, eq(mails.state, "queued")))
    .returning({ id: mails.id });
  return stopped.length > 0;
}
