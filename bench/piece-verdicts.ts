import type { Figures } from "./figures";
import type { TransferSample } from "./piece-transfer";
import { medianRatio } from "./statistics";
import type { Verdict } from "./verdicts";

type Samples = readonly TransferSample[];
const speed = (samples: Samples = []) => samples.map(({ mebibytesPerSecond }) => mebibytesPerSecond);
const cpu = (samples: Samples = []) => samples.map((sample) => sample.cpu + sample.databaseCpu);

/** Pieces of administrative files, sent and read. */
export function pieceVerdicts({ pieces }: Figures): Verdict[] {
  if (pieces === undefined) return [];
  const { bytes, atOnce, nginx, sendings, readings, rise, costs } = pieces;
  const what = `${(bytes / 1e6).toFixed(0)} MB × ${atOnce}`;
  const { bare, site } = sendings;
  const reference = readings["nginx, internal redirect"];
  const memory = Object.values(costs.memory);
  return [
    {
      goal: "11",
      what: `a piece sent (${what}), speed : bare stream`,
      value: medianRatio(speed(site), speed(bare)),
      unit: "×",
      limit: 0.6,
      least: true,
    },
    {
      goal: "11",
      what: "the same : bare stream flushed to the disk, as ours is",
      value: medianRatio(speed(site), speed(sendings["bare, flushed to the disk"])),
      unit: "×",
      limit: null,
    },
    {
      goal: "11",
      what: "F (the framework hands the body over, nothing else) : bare stream",
      value: medianRatio(speed(sendings["F: the framework's body"]), speed(bare)),
      unit: "×",
      limit: null,
    },
    { goal: "11", what: "the same, processor : bare stream", value: medianRatio(cpu(site), cpu(bare)), unit: "×", limit: null },
    { goal: "11", what: "memory gained at most", value: rise.site, unit: "MiB", limit: 64 },
    { goal: "11", what: "memory gained at most by the bare stream", value: rise.bare, unit: "MiB", limit: null },
    { goal: "11", what: "memory gained at most, four bodies of 500 MB refused on the way", value: rise.endless, unit: "MiB", limit: 64 },
    {
      goal: "11",
      what: `memory of a hundred times the bytes, beyond that of ${(bytes / 1e6).toFixed(0)} MB (body alone)`,
      value: Math.max(0, (memory.at(-1) ?? Number.NaN) - (memory[0] ?? Number.NaN)),
      unit: "MiB",
      limit: 64,
    },
    {
      goal: "12",
      what: `a piece read (${what}), speed : ${reference === undefined ? "bare stream (no nginx here)" : (nginx ?? "nginx")}`,
      value: medianRatio(speed(readings.site), speed(reference ?? readings.bare)),
      unit: "×",
      limit: 0.8,
      least: true,
    },
    {
      goal: "12",
      what: "the same : bare stream",
      value: medianRatio(speed(readings.site), speed(readings.bare)),
      unit: "×",
      limit: null,
    },
  ];
}
