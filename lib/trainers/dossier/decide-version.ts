import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { dossierVersions } from "@/db/schema/dossiers";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx, type TxCtx } from "@/lib/core/ctx";
import { dateTime } from "@/lib/core/format";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { openAnswers, type ProfileRow } from "../profile/lock-profile";
import { addReview } from "./add-review";
import { applyToProfile } from "./apply-to-profile";
import { countComplete } from "./count-complete";
import type { OwnDossier } from "./lock-dossier";
import { lockVersion, type VersionRow } from "./lock-version";
import { liveOpening } from "./looks/live-opening";
import { can } from "./policy";
import { endRequests, reopenRequest } from "./requests";
import type { DecideVersionInput } from "./schemas";
import { tellComplete, tellRefused } from "./tell-trainer";
import type { ReviewDecision } from "./vocabulary";

export interface Decided {
  readonly dossierId: string;
  /** "approved": a second reviewer must agree (EI-106). */
  readonly outcome: ReviewDecision;
}

/**
 * Validates or refuses one block as it was sent (AD-04). Two at the same time make one decision: the other is told whose.
 * A change of bank details waits for its delay and for a second person (EI-106).
 */
export function decideVersion(ctx: Ctx, { versionId, decision, reason }: DecideVersionInput): Promise<Decided> {
  return withTx(ctx, async (tx) => {
    const { version, ...own } = await lockVersion(tx, versionId);
    ensure(can.study(tx.actor, own.profile, await liveOpening(tx, own.dossier.id), tx.now));
    await refuseDecided(tx, version);
    const outcome = decision === "validated" ? agreed(tx, own.profile, version) : decision;
    await addReview(tx, versionId, outcome, decision === "refused" ? reason : null);
    if (outcome === "approved") await approve(tx, version);
    else await close(tx, own, version, { outcome, reason });
    await audit(tx, {
      action:
        outcome === "refused" ? "trainer.piece_refused" : outcome === "approved" ? "trainer.piece_approved" : "trainer.piece_validated",
      subject: { type: "dossier", id: own.dossier.id },
      accountId: own.profile.accountId,
      details: { block: version.block, version: version.number },
    });
    return { dossierId: own.dossier.id, outcome };
  });
}

async function refuseDecided(tx: TxCtx, version: VersionRow): Promise<void> {
  if (version.state === "waiting") return;
  if (version.state === "withdrawn" || version.state === "replaced")
    throw new Refusal("conflict", "Un envoi plus récent a remplacé celui-ci : relisez le dossier avant de décider.");
  const [who] =
    version.decidedBy === null
      ? []
      : await tx.db
          .select({ firstName: accounts.firstName, lastName: accounts.lastName })
          .from(accounts)
          .where(eq(accounts.id, version.decidedBy));
  const name = who === undefined ? "Une autre personne" : `${who.firstName} ${who.lastName}`;
  const said = version.state === "validated" ? "validé" : "refusé";
  throw new Refusal(
    "conflict",
    `${name} a déjà ${said} ce bloc, le ${dateTime(version.decidedAt ?? tx.now)}. Votre décision n’a pas été enregistrée.`,
  );
}

/** Whether this "yes" is the first of two, and whether it may already count. */
function agreed(tx: TxCtx, profile: ProfileRow, version: VersionRow): "approved" | "validated" {
  if (!version.needsSecond) return "validated";
  if (profile.state === "archived")
    throw new Refusal(
      "conflict",
      "Ce profil est archivé : la personne ne peut pas s’opposer à ce changement d’IBAN, qui ne se valide donc pas.",
    );
  if (version.approvedAt === null) return "approved";
  if (version.approvedBy === accountIdOf(tx.actor))
    throw new Refusal("conflict", "Vous avez déjà donné votre accord à ce changement d’IBAN : une autre personne doit donner le sien.");
  if (version.heldUntil !== null && tx.now < version.heldUntil)
    throw new Refusal(
      "conflict",
      `Ce changement d’IBAN peut être validé à partir du ${dateTime(version.heldUntil)} : la personne a été prévenue et peut encore s’y opposer.`,
    );
  return "validated";
}

const approve = (tx: TxCtx, { id }: VersionRow) =>
  tx.db
    .update(dossierVersions)
    .set({ approvedAt: tx.now, approvedBy: accountIdOf(tx.actor) })
    .where(eq(dossierVersions.id, id));

async function close(
  tx: TxCtx,
  { profile, dossier }: OwnDossier,
  version: VersionRow,
  { outcome, reason }: { outcome: "validated" | "refused"; reason: string | null },
): Promise<void> {
  if (outcome === "validated")
    await tx.db
      .update(dossierVersions)
      .set({ state: "replaced" })
      .where(
        and(eq(dossierVersions.dossierId, dossier.id), eq(dossierVersions.block, version.block), eq(dossierVersions.state, "validated")),
      );
  await tx.db
    .update(dossierVersions)
    .set({
      state: outcome,
      decidedAt: tx.now,
      decidedBy: accountIdOf(tx.actor),
      // Who gave the first agreement may refuse after all; the reviews remember it.
      ...(outcome === "refused" && { approvedAt: null, approvedBy: null }),
    })
    .where(eq(dossierVersions.id, version.id));
  const inForce = outcome === "validated" ? await applyToProfile(tx, { profile, dossier }, version) : openAnswers(profile);
  if (outcome === "refused") await reopenRequest(tx, version);
  if (outcome === "validated" && version.block === "status") await endRequests(tx, dossier.id, inForce);
  const { becameComplete } = await countComplete(tx, dossier.id, inForce);
  if (outcome === "refused") await tellRefused(tx, profile, version, reason ?? "");
  if (becameComplete) await tellComplete(tx, profile, version);
}
