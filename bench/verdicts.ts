import type { AdSearchFigures } from "./ad-search";
import type { PageFigures } from "./browser/measure-pages";
import type { Figures } from "./figures";
import { pieceVerdicts } from "./piece-verdicts";
import type { Sample } from "./rounds";
import { median, medianRatio } from "./statistics";
import { trainersVerdicts } from "./trainers-verdicts";
import type { VariantName } from "./variants";

/** One line of the table: a measure, and the goal that it must not exceed, or must reach (null: told for information). */
export interface Verdict {
  /** Its number in docs/speed.md. */
  readonly goal: string;
  readonly what: string;
  readonly value: number;
  readonly unit: "×" | "ms" | "s" | "kB" | "MiB" | "%" | "";
  readonly limit: number | null;
  /** The goal is a least. */
  readonly least?: true;
}

export const verdictsOf = (figures: Figures): Verdict[] => [
  ...signIn(figures),
  ...pages(figures),
  ...search(figures),
  ...adSearch(figures),
  ...alerts(figures),
  ...expiry(figures),
  ...pieceVerdicts(figures),
  ...cvSearch(figures),
  ...trainersVerdicts(figures),
  ...navigation(figures),
  ...firstLoad(figures),
  ...memory(figures),
  ...build(figures),
];

type Pick = (sample: Sample) => number;

function reader({ rounds }: Figures): ((name: VariantName, pick: Pick) => number[]) | null {
  return rounds === undefined ? null : (name, pick) => (rounds.samples[name] ?? []).map(pick);
}

const p50: Pick = (sample) => sample.p50;
const cpu: Pick = (sample) => sample.cpu;
const bytes: Pick = (sample) => sample.bytes;

function signIn(figures: Figures): Verdict[] {
  const [of, { rounds }] = [reader(figures), figures];
  if (of === null || rounds === undefined) return [];
  const beyondKdf = (name: VariantName) => median(of(name, p50).map((value, round) => value - (rounds.kdf[round] ?? Number.NaN)));
  const others = medianRatio(rounds.othersDuringSignIns, rounds.othersAlone);
  return [
    { goal: "6", what: "sign-in, beyond the password check alone (p50)", value: beyondKdf("sign-in"), unit: "ms", limit: 3 },
    {
      goal: "6",
      what: "the same with the launcher in the answer, as the page's script gets it",
      value: beyondKdf("sign-in and launcher"),
      unit: "ms",
      limit: null,
    },
    { goal: "6", what: "others' p99 during 10 sign-ins a second : without", value: others, unit: "×", limit: 1.5 },
  ];
}

function pages(figures: Figures): Verdict[] {
  const [of, { databaseWork }] = [reader(figures), figures];
  const ratios: Verdict[] =
    of === null
      ? []
      : [
          {
            goal: "17",
            what: "launcher, processor : F",
            value: medianRatio(of("launcher", cpu), of("F rows", cpu)),
            unit: "×",
            limit: 1.6,
          },
          {
            goal: "17",
            what: "sign-in page, processor : F",
            value: medianRatio(of("sign-in page", cpu), of("F rows", cpu)),
            unit: "×",
            limit: null,
          },
          {
            goal: "–",
            what: "F : B, what the framework costs (processor)",
            value: medianRatio(of("F rows", cpu), of("B rows", cpu)),
            unit: "×",
            limit: null,
          },
        ];
  const launcher = databaseWork?.find(({ what }) => what === "/applications");
  return launcher === undefined
    ? ratios
    : [...ratios, { goal: "17", what: "launcher, round trips to the database", value: launcher.roundTrips, unit: "", limit: 3 }];
}

function search(figures: Figures): Verdict[] {
  const [of, { rounds }] = [reader(figures), figures];
  if (of === null || rounds === undefined) return [];
  const one = of("authority search, one at a time", p50);
  return [
    { goal: "–", what: "authority search p50 : its raw statements", value: medianRatio(one, rounds.rawSearch), unit: "×", limit: null },
    {
      goal: "–",
      what: "authority search p50 : B running them",
      value: medianRatio(one, of("B search, one at a time", p50)),
      unit: "×",
      limit: null,
    },
    {
      goal: "–",
      what: "authority search, processor : B",
      value: medianRatio(of("authority search", cpu), of("B search", cpu)),
      unit: "×",
      limit: null,
    },
  ];
}

const cpuRatio = ({ cpu }: AdSearchFigures, to: "floor" | "bare") => medianRatio(cpu.page, cpu[to]);

function adSearch({ ads }: Figures): Verdict[] {
  if (ads === undefined) return [];
  const of = `among ${ads.open} open ads of ${ads.ads}`;
  return [
    { goal: "4", what: `search of ads ${of}, any criteria and words: p95`, value: ads.list.p95, unit: "ms", limit: 30 },
    { goal: "4", what: "the same with the numbers beside the choices: p95", value: ads.withFacets.p95, unit: "ms", limit: 30 },
    { goal: "4", what: "search of ads p50 : the least statement", value: ads.list.p50 / ads.floor.p50, unit: "×", limit: null },
    ...Object.entries(ads.deep).map(([order, value]): Verdict => ({
      goal: "1",
      what: `page 500 : page 1, ${order}`,
      value,
      unit: "×",
      limit: 1.5,
    })),
    { goal: "1", what: "page of a search, 20 a second: p95", value: ads.paced.p95, unit: "ms", limit: 150 },
    { goal: "1", what: "page of a search, processor : F", value: cpuRatio(ads, "floor"), unit: "×", limit: 1.25 },
    { goal: "–", what: "page of a search, processor : B", value: cpuRatio(ads, "bare"), unit: "×", limit: null },
  ];
}

function cvSearch({ cvs }: Figures): Verdict[] {
  if (cvs === undefined) return [];
  return Object.entries(cvs.times).map(([kind, { p95 }]) => ({
    goal: "4",
    what: `search of CVs among ${cvs.trainers}, ${kind}: p95`,
    value: p95,
    unit: "ms",
    limit: 60,
  }));
}

function alerts({ alerts }: Figures): Verdict[] {
  if (alerts === undefined) return [];
  const { subscribers, publish, queue, floor, memory, again } = alerts;
  return [
    { goal: "–", what: `publishing an ad that ${subscribers} people are told of`, value: publish, unit: "ms", limit: 300 },
    { goal: "16", what: "their mails in the outbox", value: queue, unit: "s", limit: 30 },
    { goal: "16", what: "the same : one statement that writes as many rows", value: queue / floor, unit: "×", limit: 2 },
    { goal: "–", what: "megabytes that the worker gains meanwhile", value: memory, unit: "", limit: 50 },
    { goal: "16", what: "mails more when the job comes twice", value: again, unit: "", limit: 0 },
  ];
}

function expiry({ expiry }: Figures): Verdict[] {
  if (expiry === undefined) return [];
  const { pieces, typical, allDue, memory, again, twice, growth } = expiry;
  return [
    {
      goal: "15",
      what: `ends of pieces, ${typical.notices} due among ${pieces}, beyond 2 × Q (${typical.floor.toFixed(0)} ms)`,
      value: typical.job - 2 * typical.floor,
      unit: "ms",
      limit: 50,
    },
    {
      goal: "15",
      what: `the same, all due (${allDue.notices} notices, ${allDue.mails} mails) : Q`,
      value: allDue.job / allDue.floor,
      unit: "×",
      limit: 2,
    },
    { goal: "15", what: "rows more when the job comes twice", value: again, unit: "", limit: 0 },
    { goal: "15", what: "rows too many or too few of two workers at once", value: twice, unit: "", limit: 0 },
    { goal: "15", what: "a typical day among ten times as many", value: growth, unit: "×", limit: 1.3 },
    { goal: "–", what: "megabytes that the worker gains while all is due", value: memory, unit: "", limit: 50 },
  ];
}

function navigation(figures: Figures): Verdict[] {
  const [of, { quiet }] = [reader(figures), figures];
  const ratios: Verdict[] =
    of === null
      ? []
      : [
          {
            goal: "18",
            what: "soft navigation, bytes : full page",
            value: medianRatio(of("soft navigation", bytes), of("full page", bytes)),
            unit: "×",
            limit: 0.6,
          },
          {
            goal: "18",
            what: "soft navigation, processor : full page",
            value: medianRatio(of("soft navigation", cpu), of("full page", cpu)),
            unit: "×",
            limit: 0.7,
          },
        ];
  const tabs: Verdict[] = (quiet ?? []).flatMap(({ path, idleRequests, mostForOneLink }) => [
    { goal: "18", what: `requests of an idle tab in 30 s, ${path}`, value: idleRequests.length, unit: "", limit: 0 },
    { goal: "18", what: `most prefetches for one link, ${path}`, value: mostForOneLink, unit: "", limit: 1 },
  ]);
  return [...ratios, ...tabs];
}

const kB = 1000;

function firstLoad({ pages }: Figures): Verdict[] {
  const bare = pages?.find(({ who }) => who === "bare");
  const floor = pages?.find(({ who }) => who === "floor");
  if (pages === undefined || floor === undefined || bare === undefined) return [];
  const open = pages.filter(({ who }) => who === "visitor");
  const inside = pages.filter(({ who }) => who === "person" || who === "administrator");
  const heaviest = (list: readonly PageFigures[]) => list.reduce((most, page) => (page.script > most.script ? page : most));
  const all: Verdict[] = [];
  if (open.length > 0) {
    const { path, script } = heaviest(open);
    all.push({ goal: "19", what: `JavaScript, heaviest public page (${path}) : F`, value: script / floor.script, unit: "×", limit: 1.15 });
    all.push({ goal: "19", what: `JavaScript of that page`, value: script / kB, unit: "kB", limit: 160 });
  }
  if (inside.length > 0) {
    const { path, script } = heaviest(inside);
    all.push({ goal: "19", what: `JavaScript, heaviest page inside (${path}) : F`, value: script / floor.script, unit: "×", limit: 1.6 });
  }
  for (const path of ["/", "/compte/connexion", "/applications"]) {
    const page = pages.find((candidate) => candidate.path === path);
    if (page === undefined) continue;
    all.push({ goal: "19", what: `blocking time, ${path} : F`, value: page.blocking / floor.blocking, unit: "×", limit: 1.2 });
    all.push({
      goal: "19",
      what: `largest paint, ${path} : bare page`,
      value: page.largestPaint / bare.largestPaint,
      unit: "×",
      limit: 1.1,
    });
  }
  all.push({ goal: "19", what: "layout shift, worst page", value: Math.max(...pages.map(({ shift }) => shift)), unit: "", limit: 0 });
  return all;
}

function memory({ start, rounds, soak }: Figures): Verdict[] {
  const all: Verdict[] =
    start === undefined
      ? []
      : [{ goal: "20", what: "cold start to the first page : F", value: medianRatio(start.site, start.floor), unit: "×", limit: 1.5 }];
  const [site, floor] = [soak?.site ?? rounds?.siteMemory ?? [], soak?.floor ?? rounds?.floorMemory ?? []];
  const [last, lastOfFloor, middle] = [site.at(-1), floor.at(-1), site[Math.floor(site.length / 2)]];
  if (last === undefined || lastOfFloor === undefined || middle === undefined) return all;
  all.push({ goal: "20", what: "memory under load : F", value: last / lastOfFloor, unit: "×", limit: 1.3 });
  if (site.length > 2)
    all.push({ goal: "20", what: "memory, second half of the load : growth", value: (last / middle - 1) * 100, unit: "%", limit: 5 });
  return all;
}

const build = ({ build }: Figures): Verdict[] =>
  build === undefined
    ? []
    : [
        { goal: "21", what: "build, cold", value: build.site.cold, unit: "s", limit: 45 },
        { goal: "21", what: "build, warm", value: build.site.warm, unit: "s", limit: 10 },
        { goal: "21", what: "build, cold : F's", value: build.site.cold / build.floor.cold, unit: "×", limit: null },
      ];
