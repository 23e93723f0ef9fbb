import type { Figures } from "./figures";
import { median, medianRatio } from "./statistics";
import type { Verdict } from "./verdicts";

/** The goals of the trainers' space: what leaves by mail, the CV's wizard, the managers' queue, pages that come again. */
export const trainersVerdicts = (figures: Figures): Verdict[] => [
  ...delivery(figures),
  ...wizard(figures),
  ...queue(figures),
  ...repeated(figures),
];

function delivery({ delivery }: Figures): Verdict[] {
  if (delivery === undefined) return [];
  const { perSecond, floor, delivered, twice, uncertain, pageAlone, pageMeanwhile } = delivery;
  return [
    { goal: "16", what: "mails a second that the worker sends", value: perSecond, unit: "", limit: 5_000, least: true },
    {
      goal: "16",
      what: `the same : the mail library's own pool (${floor.toFixed(0)})`,
      value: perSecond / floor,
      unit: "×",
      limit: 3,
      least: true,
    },
    { goal: "16", what: `of ${delivered} mails, the worker killed on the way: sent twice`, value: twice, unit: "", limit: 0 },
    { goal: "16", what: "the same: in doubt, shown to a person", value: uncertain, unit: "", limit: null },
    { goal: "16", what: "p99 of a page while mails leave : without", value: pageMeanwhile / pageAlone, unit: "×", limit: 1.5 },
  ];
}

const kB = 1000;

function wizard({ wizard }: Figures): Verdict[] {
  if (wizard === undefined) return [];
  const { floor, typing, button, raw, bytes, work, lost, pairs } = wizard;
  const largest = (name: keyof typeof bytes) => Math.max(bytes[name].sent, bytes[name].answered) / kB;
  return [
    { goal: "10", what: "CV saved while one types, p50 : A", value: medianRatio(typing.p50, floor.p50), unit: "×", limit: 1.6 },
    { goal: "10", what: "the same, processor : A", value: medianRatio(typing.cpu, floor.cpu), unit: "×", limit: 1.6 },
    { goal: "10", what: "the same, p50 : its UPDATE alone", value: medianRatio(typing.p50, raw), unit: "×", limit: null },
    {
      goal: "10",
      what: "CV's page posted whole and drawn again, p50 : A",
      value: medianRatio(button.p50, floor.p50),
      unit: "×",
      limit: 1.6,
    },
    { goal: "10", what: "UPDATEs of a save while one types", value: work[0]?.updates ?? Number.NaN, unit: "", limit: 1 },
    { goal: "10", what: `answers lost by ${pairs} pairs of saves at once`, value: lost, unit: "", limit: 0 },
    { goal: "10", what: "largest body of a save while one types: a line", value: largest("line"), unit: "kB", limit: 4 },
    { goal: "10", what: "the same: the longest answer, changed", value: largest("longest"), unit: "kB", limit: 4 },
    { goal: "10", what: "the same: the page posted whole", value: largest("button"), unit: "kB", limit: 4 },
  ];
}

function queue({ queue }: Figures): Verdict[] {
  if (queue === undefined) return [];
  const { small, grown, cpu } = queue;
  return [
    {
      goal: "13",
      what: `page of ${grown.pending} requests to study, processor : F`,
      value: medianRatio(cpu.page, cpu.floor),
      unit: "×",
      limit: 1.3,
    },
    { goal: "13", what: "its list and total : Q, the same rows", value: grown.manager / grown.floor, unit: "×", limit: 1.5 },
    { goal: "13", what: "the same : names, structure and date alone", value: grown.manager / grown.least, unit: "×", limit: null },
    {
      goal: "13",
      what: `the same, of a manager, among ${grown.requests} requests : among ${small.requests}`,
      value: grown.manager / small.manager,
      unit: "×",
      limit: 1.5,
    },
    { goal: "13", what: "the same, of the administration", value: grown.administrator / small.administrator, unit: "×", limit: 1.5 },
  ];
}

function repeated({ repeated }: Figures): Verdict[] {
  if (repeated === undefined) return [];
  const { floor, bare, kept, search, region, ad } = repeated;
  const rate = (one: typeof floor, other: typeof floor) => medianRatio(one.perSecond, other.perSecond);
  return [
    {
      goal: "2",
      what: "search repeated, a second : a kept page of bare Node",
      value: rate(search, kept),
      unit: "×",
      limit: 0.6,
      least: true,
    },
    { goal: "2", what: "an ad's page repeated, a second : the same", value: rate(ad, kept), unit: "×", limit: 0.6, least: true },
    { goal: "2", what: "search repeated, processor : F", value: medianRatio(search.cpu, floor.cpu), unit: "×", limit: null },
    { goal: "2", what: "ad's page repeated, processor : F", value: medianRatio(ad.cpu, floor.cpu), unit: "×", limit: null },
    { goal: "2", what: "ad's page repeated, processor : B", value: medianRatio(ad.cpu, bare.cpu), unit: "×", limit: null },
    { goal: "3", what: "search of a region and specialty, a second : F", value: rate(region, floor), unit: "×", limit: 5, least: true },
    { goal: "–", what: "search of a region and specialty, pages a second", value: median(region.perSecond), unit: "", limit: null },
  ];
}
