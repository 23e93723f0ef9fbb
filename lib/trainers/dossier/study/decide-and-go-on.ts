import { and, asc, eq, isNull, lte, ne, or, sql } from "drizzle-orm";
import { dossiers, dossierVersions } from "@/db/schema/dossiers";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { inQueue } from "./in-queue";
import { decideVersion } from "../decide-version";
import { liveOpening } from "../looks/live-opening";
import type { DecideVersionInput } from "../schemas";
import type { DossierBlock, ReviewDecision } from "../vocabulary";

/** Where one goes on after a decision. */
export interface NextPiece {
  readonly outcome: ReviewDecision;
  /** The sending just decided: it can be undone. */
  readonly versionId: string;
  readonly dossierId: string;
  readonly next:
    | { readonly kind: "piece"; readonly block: DossierBlock }
    | { readonly kind: "dossier"; readonly dossierId: string }
    | { readonly kind: "opening"; readonly profileId: string }
    | { readonly kind: "none" };
}

/** Decides, then finds the next piece of the dossier that waits, or the next dossier of the queue (AD-04). */
export async function decideAndGoOn(ctx: Ctx, input: DecideVersionInput): Promise<NextPiece> {
  const { dossierId, outcome } = await decideVersion(ctx, input);
  return { outcome, versionId: input.versionId, dossierId, next: await nextPiece(ctx, dossierId) };
}

/** What waits for a decision that this person may give now: not one that they have agreed to, nor one that is held. */
const decidable = ({ actor, now }: Ctx) =>
  and(
    eq(dossierVersions.state, "waiting"),
    or(
      isNull(dossierVersions.approvedAt),
      and(
        ne(dossierVersions.approvedBy, actor.kind === "account" ? actor.accountId : "00000000-0000-0000-0000-000000000000"),
        or(isNull(dossierVersions.heldUntil), lte(dossierVersions.heldUntil, now)),
      ),
    ),
  );

async function nextPiece(ctx: Ctx, dossierId: string): Promise<NextPiece["next"]> {
  const [here] = await ctx.db
    .select({ block: dossierVersions.block })
    .from(dossierVersions)
    .where(and(eq(dossierVersions.dossierId, dossierId), decidable(ctx)))
    .orderBy(asc(dossierVersions.block))
    .limit(1);
  if (here !== undefined) return { kind: "piece", block: here.block };
  const [other] = await ctx.db
    .select({ dossierId: dossiers.id, profileId: dossiers.profileId })
    .from(dossierVersions)
    .innerJoin(dossiers, eq(dossiers.id, dossierVersions.dossierId))
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
    .where(and(inQueue(ctx, "own"), ne(dossierVersions.dossierId, dossierId), decidable(ctx), notOwn(ctx)))
    .orderBy(asc(dossierVersions.waitingSince), asc(dossierVersions.id))
    .limit(1);
  if (other === undefined) return { kind: "none" };
  return (await liveOpening(ctx, other.dossierId)) === null
    ? { kind: "opening", profileId: other.profileId }
    : { kind: "dossier", dossierId: other.dossierId };
}

const notOwn = ({ actor }: Ctx) => (actor.kind === "account" ? ne(trainerProfiles.accountId, actor.accountId) : sql`true`);
