import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { dossierRequests, dossierReviews, dossiers, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { parisDay } from "@/lib/core/format";
import { absent, ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { readSettings } from "@/lib/settings/read-settings";
import { openAnswers } from "../../profile/lock-profile";
import { sameAnswer } from "../../profile/merge";
import { nameOf, textOf } from "../../profile/rules";
import type { Answers } from "../../profile/vocabulary";
import { openSealed, versionContext } from "../lock-dossier";
import type { VersionRow } from "../lock-version";
import { liveOpening } from "../looks/live-opening";
import { lookAt } from "../looks/look-at";
import { maskedAnswers } from "../masked";
import { type Need, needOf } from "../needs.data";
import { pieceStateOf } from "../piece-states";
import { can } from "../policy";
import { isOpenRequest } from "../requests";
import { type DossierBlock, dossierBlocks, type DossierSlot, type PieceState, type ReviewDecision } from "../vocabulary";

export interface StudiedFile {
  readonly slot: DossierSlot;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}
export interface StudiedReview {
  readonly decision: ReviewDecision;
  readonly reason: string | null;
  readonly at: Date;
  readonly by: string | null;
}
/** One sending of a block as staff reads it: numbers in part only. */
export interface StudiedVersion extends Pick<
  VersionRow,
  | "id"
  | "number"
  | "state"
  | "origin"
  | "sentAt"
  | "waitingSince"
  | "declaredEndsOn"
  | "endsOn"
  | "needsSecond"
  | "heldUntil"
  | "approvedAt"
  | "approvedBy"
  | "forgottenAt"
> {
  readonly answers: Answers;
  /** What differs from the version in force: compared whole, shown in part. */
  readonly changed: readonly string[];
  readonly files: readonly StudiedFile[];
  readonly reviews: readonly StudiedReview[];
}
export interface StudiedRequest {
  readonly id: string;
  readonly structure: string;
  readonly structureId: string;
  readonly message: string;
  readonly askedAt: Date;
}
export interface StudiedBlock {
  readonly block: DossierBlock;
  readonly need: Need;
  readonly state: PieceState;
  readonly request: StudiedRequest | null;
  /** The last first; those that were taken back are left out. */
  readonly versions: readonly StudiedVersion[];
  readonly waiting: StudiedVersion | null;
  readonly validated: StudiedVersion | null;
}

/** The dossier that the page shows, or how to open it first: null when the person has no live opening (EI-60). */
export async function findDossier(ctx: Ctx, dossierId: string) {
  const found = await rowsOf(ctx, dossierId);
  ensure(can.open(ctx.actor, found.profile));
  return { ...found, opening: await liveOpening(ctx, dossierId) };
}

async function rowsOf(ctx: Ctx, dossierId: string) {
  if (!identifier.safeParse(dossierId).success) throw absent();
  const [found] = await ctx.db
    .select({ dossier: dossiers, profile: trainerProfiles, structure: structures.name })
    .from(dossiers)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
    .leftJoin(structures, eq(structures.id, trainerProfiles.homeStructureId))
    .where(eq(dossiers.id, dossierId));
  if (found === undefined) throw absent();
  return found;
}

// No audit: lookAt writes the line, once it has judged.
/** The whole dossier, once why it is opened was said; each reading is written down first (AD-04, EI-98). */
export function readStudied(ctx: Ctx, dossierId: string) {
  return withTx(ctx, async (tx) => {
    const { dossier, profile, structure } = await rowsOf(tx, dossierId);
    const opening = await lookAt(tx, { dossierId, trainerId: profile.accountId, kind: "dossier" });
    const inForce = openAnswers(profile);
    return {
      dossierId,
      profileId: profile.id,
      name: nameOf(profile.answers),
      civility: textOf(profile.answers, "civility"),
      structure,
      completeUntil: dossier.completeUntil,
      opening: { reason: opening.reason, endsAt: opening.endsAt },
      blocks: await blocksOf(tx, dossierId, inForce),
    };
  });
}
export type StudiedDossier = Awaited<ReturnType<typeof readStudied>>;

async function blocksOf(ctx: Ctx, dossierId: string, inForce: Answers): Promise<readonly StudiedBlock[]> {
  const [versions, requests, settings] = await Promise.all([versionsOf(ctx, dossierId), requestsOf(ctx, dossierId), readSettings(ctx)]);
  const today = parisDay(ctx.now);
  return dossierBlocks.map((block) => {
    const own = versions.flatMap(({ of, version }) => (of === block ? [version] : []));
    const validated = own.find(({ state }) => state === "validated") ?? null;
    const request = requests.find((open) => open.block === block) ?? null;
    const need = needOf(block, inForce);
    const state = pieceStateOf({
      need,
      requested: request !== null,
      validated,
      latest: own[0]?.state ?? null,
      today,
      firstNotice: settings["dossier.firstNoticeMonths"],
    });
    return { block, need, state, request, versions: own, waiting: own.find((version) => version.state === "waiting") ?? null, validated };
  });
}

async function versionsOf(ctx: Ctx, dossierId: string) {
  const rows = await ctx.db
    .select()
    .from(dossierVersions)
    .where(and(eq(dossierVersions.dossierId, dossierId), inArray(dossierVersions.state, ["waiting", "validated", "refused", "replaced"])))
    .orderBy(asc(dossierVersions.block), desc(dossierVersions.number));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [pieces, reviews] = await Promise.all([
    ctx.db
      .select({
        versionId: dossierVersionFiles.versionId,
        slot: dossierVersionFiles.slot,
        name: files.name,
        mediaType: files.mediaType,
        bytes: files.bytes,
      })
      .from(dossierVersionFiles)
      .innerJoin(files, eq(files.id, dossierVersionFiles.fileId))
      .where(inArray(dossierVersionFiles.versionId, ids))
      .orderBy(asc(dossierVersionFiles.slot)),
    ctx.db
      .select({ review: dossierReviews, firstName: accounts.firstName, lastName: accounts.lastName })
      .from(dossierReviews)
      .leftJoin(accounts, eq(accounts.id, dossierReviews.reviewerId))
      .where(inArray(dossierReviews.versionId, ids))
      .orderBy(asc(dossierReviews.number)),
  ]);
  return rows.map(({ block, answersSealed, ...version }) => ({
    of: block,
    version: {
      ...version,
      ...compared(rows, block, openSealed(answersSealed, versionContext(version.id))),
      files: pieces.filter(({ versionId }) => versionId === version.id),
      reviews: reviews
        .filter(({ review }) => review.versionId === version.id)
        .map(({ review: { decision, reason, at }, firstName, lastName }) => ({
          decision,
          reason,
          at,
          by: firstName === null ? null : `${firstName} ${lastName ?? ""}`,
        })),
    } satisfies StudiedVersion,
  }));
}

function compared(rows: readonly VersionRow[], block: DossierBlock, answers: Answers) {
  const inForce = rows.find((row) => row.block === block && row.state === "validated");
  const before = inForce === undefined ? answers : openSealed(inForce.answersSealed, versionContext(inForce.id));
  const names = [...new Set([...Object.keys(before), ...Object.keys(answers)])];
  return { answers: maskedAnswers(answers), changed: names.filter((name) => !sameAnswer(before[name], answers[name])) };
}

const requestsOf = (ctx: Ctx, dossierId: string) =>
  ctx.db
    .select({
      id: dossierRequests.id,
      block: dossierRequests.block,
      structureId: dossierRequests.structureId,
      structure: structures.name,
      message: dossierRequests.message,
      askedAt: dossierRequests.askedAt,
    })
    .from(dossierRequests)
    .innerJoin(structures, eq(structures.id, dossierRequests.structureId))
    .where(and(eq(dossierRequests.dossierId, dossierId), isOpenRequest));
