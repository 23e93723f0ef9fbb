import { asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossierNotices, dossiers } from "@/db/schema/dossiers";
import { mails } from "@/db/schema/platform";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { furnish } from "../../testing/ad-stage";
import { dayAfter, live, type SimulatedPiece, stagePieces, type Years } from "../../testing/ending-years";
import { dueStep, passedReasons, stepDueOn, stepsOf } from "./rules";

const long = process.env["LONG"] === "1";
/** Three years and 500 pieces with LONG=1: a leap year, six changes of clocks; six months and 60 pieces in `npm test`. */
const years: Years = long
  ? { from: "2026-11-22", days: 1096, pieces: 500, seed: 20_261_121 }
  : { from: "2027-09-01", days: 183, pieces: 60, seed: 7 };
const steps = stepsOf({ first: 2, second: 1 });

interface Told {
  readonly step: number;
  readonly day: string;
}

/** What should be told of one version, by the rules alone, read day by day. */
function expected(piece: SimulatedPiece, version: SimulatedPiece["ends"][number], until: string, running: ReadonlySet<string>): Told[] {
  const told: Told[] = [];
  for (let day = dayAfter(version.from, 1); day <= until; day = dayAfter(day, 1)) {
    if (!running.has(day) || piece.silences.some(({ from, to }) => from <= day && day <= to)) continue;
    const step = dueStep(version.endsOn, day, steps);
    if (step !== null && !told.some((one) => one.step <= step)) told.push({ step, day });
  }
  return told;
}

/** Files that the date alone has made incomplete, but that nobody was told of; and files whole although an end was told. */
async function disagreements({ db }: Ctx, day: string): Promise<unknown> {
  const [found] = await db.execute(sql`
    select
      (count(*) filter (where dossier.complete_until < ${day}::date and not exists (
        select from dossier_versions v
        where v.dossier_id = dossier.id and v.state = 'validated' and v.ends_on = dossier.complete_until and (
          exists (select from dossier_notices n where n.version_id = v.id and n.ends_on = v.ends_on and n.outcome = 'queued')
          or exists (select from dossier_versions w where w.dossier_id = dossier.id and w.block = v.block and w.state = 'waiting')))))::int
        as "incomplete unsaid",
      (count(*) filter (where dossier.complete_until >= ${day}::date and exists (
        select from dossier_versions v
        join dossier_notices n on n.version_id = v.id and n.ends_on = v.ends_on and n.step = 0 and n.outcome = 'queued'
        where v.dossier_id = dossier.id and v.state = 'validated')))::int
        as "whole although over"
    from dossiers dossier`);
  return found;
}
const none = { "incomplete unsaid": 0, "whole although over": 0 };

const noticesOf = ({ db }: Ctx) => db.select().from(dossierNotices).orderBy(asc(dossierNotices.at), asc(dossierNotices.step));

test(
  `EI-66 EI-67 TR-03 lived day by day (${years.days} days, ${years.pieces} pieces), the worker stopped now and then, each step is told once, in time, and no piece ends unsaid`,
  () =>
    inRolledBackTx(async (tx) => {
      await furnish(tx);
      const pieces = await stagePieces(tx, years);
      const running = await live(tx, years, pieces, async (ctx, day) => expect(await disagreements(ctx, day), day).toEqual(none));
      expect(await tx.db.$count(dossiers, sql`complete_until < ${dayAfter(years.from, years.days)}::date`)).toBeGreaterThan(0);
      const last = dayAfter(years.from, years.days - 1);
      const notices = await noticesOf(tx);
      const queued = notices.filter(({ outcome }) => outcome === "queued");
      let stopped = 0;
      for (const piece of pieces)
        for (const [index, version] of piece.ends.entries()) {
          const replacedOn = piece.ends[index + 1]?.from;
          const until = replacedOn ?? last;
          const own = notices.filter(({ versionId }) => versionId === version.versionId);
          const told = own.filter(({ outcome }) => outcome === "queued").map(({ step, mailedFor }) => ({ step, day: mailedFor }));
          expect(told, `${piece.block} ${version.endsOn}`).toEqual(expected(piece, version, until, running));
          // What was passed over is written beside the later step that took its place, with its reason.
          for (const passed of own.filter(({ outcome }) => outcome === "passed")) {
            const taker = told.find(({ step }) => step < passed.step);
            expect(taker?.day, `${version.endsOn} step ${passed.step}`).toBeDefined();
            expect(Object.values(passedReasons)).toContain(passed.reason);
            if (passed.reason === passedReasons.stopped) {
              stopped++;
              expect(running.has(stepDueOn(version.endsOn, passed.step))).toBe(false);
            }
          }
          // The day after the end, or on the return: a piece not replaced, nor waited for, was told of at least once.
          const over = dayAfter(version.endsOn, 1);
          const firstRun = [...running].find((day) => day >= over && !piece.silences.some(({ from, to }) => from <= day && day <= to));
          if (firstRun !== undefined && firstRun <= until) expect(told.length, `${version.endsOn} ended unsaid`).toBeGreaterThan(0);
          expect(new Set(told.map(({ step }) => step)).size).toBe(told.length);
        }
      expect(stopped).toBeGreaterThan(0);
      expect(queued.length).toBeGreaterThan(years.pieces / 2);
      const letters = await tx.db.select().from(mails).where(eq(mails.kind, "piece-ending"));
      const perPersonAndDay = new Set(letters.map(({ toAddress, props }) => `${toAddress} ${String(props["today"])}`));
      expect(perPersonAndDay.size).toBe(letters.length);
      expect(letters.flatMap(({ props }) => props["pieces"] as unknown[])).toHaveLength(queued.length);
    }),
  long ? 1_800_000 : 120_000,
);
