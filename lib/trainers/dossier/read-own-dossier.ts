import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { dossierDraftFiles, dossierRequests, dossierReviews, dossiers, dossierVersions } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import { structures } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay, shortDate } from "@/lib/core/format";
import { absent, ensure } from "@/lib/core/refusal";
import { readSettings } from "@/lib/settings/read-settings";
import { openAnswers, readOwnProfile } from "../profile/lock-profile";
import { type Lists, textOf } from "../profile/rules";
import type { Answers } from "../profile/vocabulary";
import { dayTyped, dossierSpecs, profileBlocks } from "./blocks.data";
import { changedBlocks } from "./changed-blocks";
import { hintsOf, sepaOf } from "./coherence/rules";
import { type BlockFiles, blockToDo, filesOf } from "./judge";
import { latestVersions, type SentBlock, standingVersions } from "./latest-versions";
import { type DossierRow, formAnswers } from "./lock-dossier";
import type { VersionRow } from "./lock-version";
import { maskedAnswers } from "./masked";
import { needOf } from "./needs.data";
import type { HistoryLine, OwnBlock, OwnDossier, OwnPiece, OwnStanding, OwnToDo } from "./own-dossier";
import { pieceStateOf } from "./piece-states";
import { forgottenWords, keptWords } from "./retention/rules";
import { can } from "./policy";
import { isOpenRequest } from "./requests";
import { isStanding, standingBlock, typedOver } from "./standing-block";
import { blockLabels, type DossierBlock, dossierBlocks, type DossierSlot, type PieceState } from "./vocabulary";

interface OpenRequest {
  readonly block: DossierBlock;
  readonly message: string;
  readonly structure: string;
  readonly askedAt: Date;
}
interface Stored {
  readonly versions: readonly VersionRow[];
  readonly reasons: ReadonlyMap<string, string>;
  readonly requests: ReadonlyMap<DossierBlock, OpenRequest>;
  readonly pieces: Readonly<Partial<Record<DossierSlot, OwnPiece>>>;
  readonly sent: ReadonlyMap<DossierBlock, SentBlock>;
  readonly standing: ReadonlyMap<DossierBlock, SentBlock>;
}

/** Everything that the page of one's own dossier shows; sensitive answers masked (EI-60 to EI-68). */
export async function readOwnDossier(ctx: Ctx, lists: Lists): Promise<OwnDossier> {
  const profile = await readOwnProfile(ctx);
  if (profile === null) throw absent();
  ensure(can.fill(ctx.actor, profile));
  const [dossier] = await ctx.db.select().from(dossiers).where(eq(dossiers.profileId, profile.id));
  const [settings, stored] = await Promise.all([readSettings(ctx), dossier === undefined ? nothingStored : readStored(ctx, dossier)]);
  const answers = formAnswers(profile, dossier ?? null);
  const inForce = openAnswers(profile);
  const fileIds: BlockFiles = Object.fromEntries(Object.entries(stored.pieces).map(([slot, { id }]) => [slot, id]));
  const requested = new Set(stored.requests.keys());
  const changed = new Set(changedBlocks({ answers, inForce, files: fileIds, sent: stored.sent, standing: stored.standing, requested }));
  const today = parisDay(ctx.now);
  const person = { civility: textOf(inForce, "civility"), bornOn: dayTyped(inForce, "bornOn") };
  const view = { stored, answers, inForce, files: fileIds, changed, today, firstNotice: settings["dossier.firstNoticeMonths"] };
  const blocks = Object.fromEntries(
    dossierBlocks.map((block) => [
      block,
      { ...standingOf(block, view), kept: keptWords(block, settings), hints: hintsOf(block, answers, person, today) },
    ]),
  ) as Record<DossierBlock, OwnBlock>;
  const completeUntil = dossier?.completeUntil ?? null;
  return {
    answers: maskedAnswers(answers),
    files: stored.pieces,
    blocks,
    history: stored.versions.map((version) => historyLine(version, stored.reasons)),
    toDo: dossierBlocks.flatMap((block) => toDoOf(block, { blocks, answers, files: fileIds, judging: { lists, now: ctx.now } })),
    mayRenewOrder: blocks.order.state === "expiring" || blocks.order.state === "expired",
    completeUntil,
    isComplete: completeUntil !== null && completeUntil >= today,
    lastSent: lastSentOf(stored.versions),
    sepa: sepaOf(textOf(answers, "iban")),
  };
}

const nothingStored: Promise<Stored> = Promise.resolve({
  versions: [],
  reasons: new Map(),
  requests: new Map(),
  pieces: {},
  sent: new Map(),
  standing: new Map(),
});

async function readStored(ctx: Ctx, { id }: DossierRow): Promise<Stored> {
  const { db } = ctx;
  const [versions, reviews, requests, drafts, sent, standing] = await Promise.all([
    db
      .select()
      .from(dossierVersions)
      .where(eq(dossierVersions.dossierId, id))
      .orderBy(desc(dossierVersions.sentAt), asc(dossierVersions.block)),
    db
      .select({ versionId: dossierReviews.versionId, reason: dossierReviews.reason })
      .from(dossierReviews)
      .innerJoin(dossierVersions, eq(dossierVersions.id, dossierReviews.versionId))
      .where(and(eq(dossierVersions.dossierId, id), eq(dossierReviews.decision, "refused")))
      .orderBy(asc(dossierReviews.number)),
    db
      .select({
        block: dossierRequests.block,
        message: dossierRequests.message,
        structure: structures.name,
        askedAt: dossierRequests.askedAt,
      })
      .from(dossierRequests)
      .innerJoin(structures, eq(structures.id, dossierRequests.structureId))
      .where(and(eq(dossierRequests.dossierId, id), isOpenRequest)),
    db
      .select({ slot: dossierDraftFiles.slot, addedAt: dossierDraftFiles.addedAt, id: files.id, name: files.name })
      .from(dossierDraftFiles)
      .innerJoin(files, eq(files.id, dossierDraftFiles.fileId))
      .where(and(eq(dossierDraftFiles.dossierId, id), inArray(files.state, ["clean"]))),
    latestVersions(ctx, id),
    standingVersions(ctx, id),
  ]);
  return {
    versions,
    reasons: new Map(reviews.map(({ versionId, reason }) => [versionId, reason ?? ""])),
    requests: new Map(requests.map((request) => [request.block, request])),
    pieces: Object.fromEntries(drafts.map(({ slot, addedAt, ...file }) => [slot, { ...file, addedOn: shortYear(addedAt) }])),
    sent,
    standing,
  };
}

/** "27/08/24" */
const shortYear = (instant: Date): string => shortDate(instant).replace(/\d\d(\d\d)$/u, "$1");

interface View {
  readonly stored: Stored;
  readonly answers: Answers;
  readonly inForce: Answers;
  readonly files: BlockFiles;
  readonly changed: ReadonlySet<DossierBlock>;
  readonly today: string;
  readonly firstNotice: number;
}

/** What the form can say again of a block. */
function ownStanding(block: DossierBlock, { stored, inForce, ...form }: View): OwnStanding | null {
  const standing = standingBlock(block, inForce, stored.standing.get(block) ?? null);
  if (standing === null) return null;
  const { fields, slots } = typedOver(block, form, standing);
  const joined = slots.map((slot) => stored.pieces[slot]?.name ?? "");
  return { waits: standing.waits, shown: isStanding(block, form, standing), lost: [...fields.map(({ label }) => label), ...joined] };
}

function standingOf(block: DossierBlock, view: View): Omit<OwnBlock, "hints" | "kept"> {
  const { stored, answers, changed, today, firstNotice } = view;
  const request = stored.requests.get(block);
  const validated = stored.versions.find((version) => version.block === block && version.state === "validated") ?? null;
  const last = stored.sent.get(block)?.row;
  const standing = ownStanding(block, view);
  // Refused, and given up for what is in force: that is where the block is again.
  const isBack = last?.state === "refused" && validated !== null && standing?.shown === true;
  const need = needOf(block, answers);
  return {
    need,
    request: request === undefined ? null : { message: request.message, structure: request.structure, askedOn: shortDate(request.askedAt) },
    state: pieceStateOf({
      need,
      requested: request !== undefined,
      validated,
      latest: isBack ? "validated" : (last?.state ?? null),
      today,
      firstNotice,
    }),
    sent: last !== undefined,
    endsOn: validated?.endsOn ?? null,
    refusedBecause: last?.state === "refused" && !isBack ? (stored.reasons.get(last.id) ?? null) : null,
    scansErased: last === undefined || last.state === "refused" ? null : forgottenWords(last),
    changed: changed.has(block),
    standing,
  };
}

function historyLine({ id, block, sentAt, state, decidedAt, approvedAt }: VersionRow, reasons: ReadonlyMap<string, string>): HistoryLine {
  return { id, block, sentAt, state, decidedAt, approvedAt, reason: state === "refused" ? (reasons.get(id) ?? null) : null };
}

/** Every block of one sending has the instant of its transaction. */
function lastSentOf(versions: readonly VersionRow[]): OwnDossier["lastSent"] {
  const [newest] = versions;
  if (newest === undefined) return null;
  const at = newest.sentAt;
  return { at, blocks: versions.filter(({ sentAt }) => sentAt.getTime() === at.getTime()).map(({ block }) => block) };
}

interface Judged {
  readonly blocks: Readonly<Record<DossierBlock, OwnBlock>>;
  readonly answers: Answers;
  readonly files: BlockFiles;
  readonly judging: Parameters<typeof blockToDo>[3];
}

/** What keeps a block from leaving, when it was begun; that it is wanted, when it was not. */
function toDoOf(block: DossierBlock, { blocks, answers, files: joined, judging }: Judged): readonly OwnToDo[] {
  const { need, request, state, changed, sent } = blocks[block];
  const wanted = need === "required" || request !== null;
  const spec = dossierSpecs[block];
  if (changed) return blockToDo(spec, answers, filesOf(spec, answers, joined), judging).map((one) => ({ block, ...one }));
  const why = reasonsToSend[state];
  if (!wanted || (why === undefined && (request === null || state === "waiting"))) return [];
  // Asked for again, and emptied: what is missing is told as if nothing had been sent.
  const wrong = sent && request === null ? [] : blockToDo(spec, answers, filesOf(spec, answers, joined), judging);
  if (wrong.length > 0) return wrong.map((one) => ({ block, ...one }));
  // All that the profile could answer is there: the block only waits to be sent.
  if (profileBlocks.includes(block) || why === undefined) return [];
  return [{ block, target: null, label: blockLabels[block], message: why }];
}

const reasonsToSend: Readonly<Partial<Record<PieceState, string>>> = {
  missing: "À remplir, puis à transmettre.",
  expired: "Cette pièce n’est plus à jour : chargez la nouvelle.",
  refused: "Refusé : corrigez, puis transmettez de nouveau.",
};
