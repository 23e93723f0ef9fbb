import type { PageFigures } from "./browser/measure-pages";
import type { Figures } from "./figures";
import type { TransferSample } from "./piece-transfer";
import { median } from "./statistics";
import { type Verdict, verdictsOf } from "./verdicts";

/** The run as text: absolute figures first (of this machine, this minute), then the ratios against the goals. */
export function printReport(figures: Figures): string {
  return [
    samplesTable(figures),
    alone(figures),
    databaseTable(figures),
    pagesTable(figures.pages ?? []),
    adsTable(figures),
    cvsTable(figures),
    piecesTable(figures),
    pieceStepsTable(figures),
    verdictsTable(verdictsOf(figures)),
    errors(figures),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

type Cell = string | number;

/** Columns as wide as their longest cell; numbers to the right. */
function table(title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return "";
  const text = (cell: Cell) => (typeof cell === "string" ? cell : short(cell));
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => text(row[column] ?? "").length)));
  const line = (cells: readonly Cell[]) =>
    cells
      .map((cell, column) => (typeof cell === "string" ? cell.padEnd(widths[column] ?? 0) : text(cell).padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [title, line(head), line(widths.map((width) => "─".repeat(width))), ...rows.map(line)].join("\n");
}

const short = (value: number) =>
  Number.isNaN(value)
    ? "–"
    : Math.abs(value) >= 100 || Number.isInteger(value)
      ? value.toFixed(0)
      : Math.abs(value) >= 10
        ? value.toFixed(1)
        : value.toFixed(2);

function samplesTable({ rounds }: Figures): string {
  const rows = Object.entries(rounds?.samples ?? {}).map(([name, samples]) => {
    const of = (pick: (sample: (typeof samples)[number]) => number) => median(samples.map(pick));
    return [
      name,
      of(({ perSecond }) => perSecond),
      of(({ p50 }) => p50),
      of(({ p99 }) => p99),
      of(({ serverCpu }) => serverCpu),
      of(({ databaseCpu }) => databaseCpu),
      of(({ bytes }) => Math.round(bytes)),
    ];
  });
  return table(
    "Requests: medians of the rounds",
    ["what", "a second", "p50 ms", "p99 ms", "server CPU ms", "database CPU ms", "bytes"],
    rows,
  );
}

function alone({ rounds }: Figures): string {
  if (rounds === undefined) return "";
  const rows: Cell[][] = [
    ["password check alone, p50 ms", median(rounds.kdf)],
    ["search by raw statements, p50 ms", median(rounds.rawSearch)],
    ["launcher p99 ms, nobody signing in", median(rounds.othersAlone)],
    ["launcher p99 ms, 10 sign-ins a second", median(rounds.othersDuringSignIns)],
    ["memory of the site / of F, MiB", `${short(rounds.siteMemory.at(-1) ?? 0)} / ${short(rounds.floorMemory.at(-1) ?? 0)}`],
  ];
  return table("Beside", ["what", "value"], rows);
}

const databaseTable = ({ databaseWork = [], wizard, queue }: Figures) =>
  table(
    "Database work of one request",
    ["what", "statements", "round trips", "updates"],
    [...databaseWork, ...(wizard?.work ?? []), ...(queue?.work ?? [])].map(({ what, statements, roundTrips, updates }) => [
      what,
      statements,
      roundTrips,
      updates,
    ]),
  );

function pagesTable(pages: readonly PageFigures[]): string {
  const floor = pages.find(({ who }) => who === "floor")?.script ?? Number.NaN;
  const rows = pages.map(({ who, path, script, total, requests, blocking, largestPaint, shift }) => [
    who,
    path,
    script / 1000,
    script / floor,
    total / 1000,
    requests,
    blocking,
    largestPaint,
    shift,
  ]);
  return table(
    "First load, processor ×4 slower, nothing cached (sizes as sent, gzip)",
    ["who", "page", "JS kB", ": F", "total kB", "requests", "TBT ms", "LCP ms", "CLS"],
    rows,
  );
}

function cvsTable({ cvs }: Figures): string {
  if (cvs === undefined) return "";
  return table(
    `Searches of CVs: ${cvs.trainers} trainers, milliseconds`,
    ["what", "p50", "p95", "p99"],
    Object.entries(cvs.times).map(([kind, { p50, p95, p99 }]) => [kind, p50, p95, p99]),
  );
}

function adsTable({ ads }: Figures): string {
  if (ads === undefined) return "";
  const rows = [
    ["list and total", ads.list],
    ["with the numbers beside the choices", ads.withFacets],
    ["the least statement", ads.floor],
    ["page, 20 a second", ads.paced],
  ] as const;
  return table(
    `Searches of ads: ${ads.open} open of ${ads.ads}, milliseconds`,
    ["what", "p50", "p95", "p99"],
    rows.map(([what, { p50, p95, p99 }]) => [what, p50, p95, p99]),
  );
}

function piecesTable({ pieces }: Figures): string {
  if (pieces === undefined) return "";
  const rows = (doing: string, ways: Readonly<Record<string, readonly TransferSample[] | undefined>>) =>
    Object.entries(ways).map(([name, samples = []]) => {
      const of = (pick: (sample: TransferSample) => number) => median(samples.map(pick));
      return [
        `${doing}: ${name}`,
        of(({ mebibytesPerSecond }) => mebibytesPerSecond),
        of(({ p50 }) => p50),
        of(({ p95 }) => p95),
        of(({ cpu }) => cpu),
        of(({ databaseCpu }) => databaseCpu),
        of(({ peak }) => peak),
      ];
    });
  return table(
    `Pieces of ${pieces.bytes} bytes, ${pieces.atOnce} at a time: medians of the rounds`,
    ["what", "MiB/s", "p50 ms", "p95 ms", "server CPU ms", "database CPU ms", "peak MiB"],
    [...rows("sent", pieces.sendings), ...rows("read", pieces.readings)],
  );
}

function pieceStepsTable({ pieces }: Figures): string {
  if (pieces === undefined) return "";
  const { steps, memory } = pieces.costs;
  return table(
    "What each step of a piece costs alone, one at a time",
    ["what", "value"],
    [
      ...Object.entries(steps).map(([what, value]) => [`${what}, ms`, value]),
      ...Object.entries(memory).map(([size, value]) => [`memory gained by a body of ${size}, MiB`, value]),
    ],
  );
}

const met = ({ value, limit, least }: Verdict) =>
  limit === null ? "" : (least === true ? value >= limit : value <= limit) ? "met" : "MISSED";

function verdictsTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map((verdict) => [
    verdict.goal,
    verdict.what,
    `${short(verdict.value)} ${verdict.unit}`.trim(),
    verdict.limit === null ? "–" : `${verdict.least === true ? "≥" : "≤"} ${verdict.limit} ${verdict.unit}`.trim(),
    met(verdict),
  ]);
  return table("Goals", ["goal", "measure", "here", "goal is", "verdict"], rows);
}

function errors({ rounds, wizard, queue, repeated, delivery }: Figures): string {
  const all = new Set([rounds, wizard, queue, repeated, delivery].flatMap((part) => part?.errors ?? []));
  return all.size === 0 ? "" : `Wrong answers:\n${[...all].join("\n")}`;
}
