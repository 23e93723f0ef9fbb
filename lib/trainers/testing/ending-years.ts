import { addDays, format, parseISO } from "date-fns";
import { sql } from "drizzle-orm";
import { dossierVersions } from "@/db/schema/dossiers";
import { jobRuns } from "@/db/schema/platform";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { nextSlot } from "@/lib/jobs/schedule";
import type { DatedBlock } from "../dossier/expiry/vocabulary";
import { datedBlocks } from "../dossier/expiry/vocabulary";
import { recountComplete } from "../dossier/expiry/recount-complete";
import { tellEndingPiecesJob } from "../dossier/expiry/tell-ending-pieces-job";
import { aDossier, aPiece, type StagedDossier } from "./ending-stage";

/** Numbers that look like chance, and are the same each time (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export const dayAfter = (day: string, days: number) => format(addDays(parseISO(day), days), "yyyy-MM-dd");

/** One thing that happens to a piece on a day, at noon: after the morning's run. */
interface Happening {
  readonly day: string;
  readonly kind: "sent" | "validated" | "refused";
}

export interface SimulatedPiece {
  readonly own: StagedDossier;
  readonly block: DatedBlock;
  /** Of the version in force on a day: its last whole day. */
  readonly ends: { readonly versionId: string; readonly from: string; readonly endsOn: string }[];
  /** Days, both included, on which a replacement waits when the morning comes. */
  readonly silences: { readonly from: string; readonly to: string }[];
  readonly happenings: (Happening & { readonly endsOn: string })[];
}

export interface Years {
  readonly from: string;
  readonly days: number;
  readonly pieces: number;
  readonly seed: number;
}

const noon = (day: string) => new Date(`${day}T11:00:00Z`);
/** Ends that calendars make hard: the nights of the clocks, the ends of months, 29 February. */
const hardEnds = ["2027-03-28", "2027-10-31", "2028-02-29", "2028-02-28", "2027-03-31", "2028-03-26", "2028-10-29", "2027-12-31"];

/** Whole files, of which two pieces end somewhere in the years; some are replaced, in time, late, or refused first. */
export async function stagePieces(tx: TxCtx, { from, days, pieces, seed }: Years): Promise<SimulatedPiece[]> {
  const next = chance(seed);
  const made: SimulatedPiece[] = [];
  while (made.length < pieces) {
    const own = await aDossier(tx, { answers: { status: "contract_agent" } });
    const first = next(datedBlocks.length);
    for (const [index, block] of [...datedBlocks.slice(first), ...datedBlocks.slice(0, first)].entries()) {
      if (index > 1) {
        await aPiece(tx, own, { block, endsOn: null, sentAt: noon(dayAfter(from, -200)) });
        continue;
      }
      const endsOn = (next(6) === 0 ? hardEnds[next(hardEnds.length)] : undefined) ?? dayAfter(from, next(days));
      const decidedOn = dayAfter(from, -1);
      const versionId = await aPiece(tx, own, { block, endsOn, sentAt: noon(dayAfter(from, -200)), decidedAt: noon(decidedOn) });
      made.push({ own, block, ends: [{ versionId, from: decidedOn, endsOn }], silences: [], happenings: happeningsOf(endsOn, next) });
    }
  }
  await recountComplete({ ...tx, now: noon(from) }, sql`true`);
  return made;
}

/** What becomes of a piece: nothing, or a replacement sent around its end, refused once or not, and validated in the end. */
function happeningsOf(endsOn: string, next: (below: number) => number): SimulatedPiece["happenings"] {
  const newEnd = dayAfter(endsOn, 365);
  const sent = dayAfter(endsOn, next(100) - 80);
  const judged = dayAfter(sent, 1 + next(45));
  switch (next(4)) {
    case 0:
      return [];
    case 1:
      return [
        { day: sent, kind: "sent", endsOn: newEnd },
        { day: judged, kind: "refused", endsOn: newEnd },
      ];
    case 2: {
      const again = dayAfter(judged, 1 + next(20));
      return [
        { day: sent, kind: "sent", endsOn: newEnd },
        { day: judged, kind: "refused", endsOn: newEnd },
        { day: again, kind: "sent", endsOn: newEnd },
        { day: dayAfter(again, 1 + next(20)), kind: "validated", endsOn: newEnd },
      ];
    }
    default:
      return [
        { day: sent, kind: "sent", endsOn: newEnd },
        { day: judged, kind: "validated", endsOn: newEnd },
      ];
  }
}

/** Whether the worker runs each day: it stops now and then, for up to forty days. */
function runningDays({ from, days, seed }: Years): ReadonlySet<string> {
  const next = chance(seed + 1);
  const running = new Set<string>();
  let offset = 0;
  while (offset < days) {
    const runs = 20 + next(90);
    for (let day = 0; day < runs && offset < days; day++) running.add(dayAfter(from, offset++));
    offset += 1 + next(40);
  }
  return running;
}

/** Lives the years day by day: the morning's run, by the hour of its own schedule, then what happens at noon. */
export async function live(tx: TxCtx, years: Years, pieces: readonly SimulatedPiece[], afterRun: (ctx: Ctx, day: string) => Promise<void>) {
  const running = runningDays(years);
  for (let offset = 0; offset < years.days; offset++) {
    const day = dayAfter(years.from, offset);
    const asOf = nextSlot(tellEndingPiecesJob.cron, new Date(noon(day).getTime() - 86_400_000));
    const ctx: TxCtx = { ...tx, now: asOf };
    if (running.has(day)) {
      await tellEndingPiecesJob.run(ctx, { asOf });
      // As the worker notes it: the next morning looks at what happened since.
      await tx.db
        .insert(jobRuns)
        .values({ job: tellEndingPiecesJob.name, asOf, trigger: "schedule", state: "succeeded", startedAt: asOf, finishedAt: asOf });
      await afterRun(ctx, day);
    }
    for (const piece of pieces)
      for (const happening of piece.happenings) if (happening.day === day) await happen({ ...tx, now: noon(day) }, piece, happening);
  }
  return running;
}

async function happen(tx: TxCtx, piece: SimulatedPiece, { day, kind, endsOn }: SimulatedPiece["happenings"][number]): Promise<void> {
  const waiting = sql`dossier_id = ${piece.own.dossierId} and block = ${piece.block} and state = 'waiting'`;
  if (kind === "sent") {
    await aPiece(tx, piece.own, { block: piece.block, endsOn, state: "waiting", sentAt: tx.now });
    piece.silences.push({ from: dayAfter(day, 1), to: "9999-12-31" });
  } else {
    const silence = piece.silences.pop();
    // What was sent before the story began was not sent.
    if (silence === undefined) return;
    piece.silences.push({ from: silence.from, to: day });
    if (kind === "validated")
      await tx.db
        .update(dossierVersions)
        .set({ state: "replaced" })
        .where(sql`dossier_id = ${piece.own.dossierId} and block = ${piece.block} and state = 'validated'`);
    const [judged] = await tx.db
      .update(dossierVersions)
      .set({ state: kind, decidedAt: tx.now })
      .where(waiting)
      .returning({ id: dossierVersions.id });
    if (kind === "validated" && judged !== undefined) piece.ends.push({ versionId: judged.id, from: day, endsOn });
  }
  await recountComplete(tx, sql`dossier.id = ${piece.own.dossierId}::uuid`);
  await audit(tx, {
    action: kind === "sent" ? "trainer.dossier_sent" : kind === "refused" ? "trainer.piece_refused" : "trainer.piece_validated",
    subject: { type: "dossier", id: piece.own.dossierId },
    accountId: piece.own.trainer.accountId,
  });
}
