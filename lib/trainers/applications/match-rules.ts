/** Days that somebody has marked as taken, both included ("2027-03-05"). */
export interface Stay {
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface MatchedAd {
  readonly specialtyCodes: readonly string[];
  readonly subSpecialtyCodes: readonly string[];
  readonly regionCodes: readonly string[];
  readonly countryCode: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

export interface MatchedTrainer {
  readonly specialtyCodes: readonly string[];
  readonly subSpecialtyCodes: readonly string[];
  readonly regionCodes: readonly string[];
  readonly abroad: boolean;
  readonly away: readonly Stay[];
}

/** One thing that an ad asks for, and whether the trainer has it: in words, never as a mark. */
export interface MatchPart {
  readonly fits: boolean;
  readonly words: string;
}

type Names = ReadonlyMap<string, string>;

/** Why a trainer fits an ad, or does not (EI-95): "spécialité A3A", "Grand Est", "disponible en mars". */
export function matchInWords(ad: MatchedAd, trainer: MatchedTrainer, regionNames: Names, today: string): readonly MatchPart[] {
  return [specialtyPart(ad, trainer), regionPart(ad, trainer, regionNames), ...periodPart(ad, trainer, today)];
}

export const matchSentence = (parts: readonly MatchPart[]): string => parts.map(({ words }) => words).join(", ");

const common = (one: readonly string[], other: readonly string[]) => one.filter((code) => other.includes(code));

function specialtyPart(ad: MatchedAd, trainer: MatchedTrainer): MatchPart {
  const subs = common(ad.subSpecialtyCodes, trainer.subSpecialtyCodes);
  const wider = common(ad.specialtyCodes, trainer.specialtyCodes).filter((code) => !subs.some((sub) => sub.startsWith(code)));
  const shared = [...subs, ...wider].toSorted();
  if (shared.length === 0) return { fits: false, words: "aucune spécialité en commun" };
  return { fits: true, words: `${shared.length > 1 ? "spécialités" : "spécialité"} ${shared.join(", ")}` };
}

function regionPart(ad: MatchedAd, trainer: MatchedTrainer, names: Names): MatchPart {
  if (ad.countryCode !== "FR")
    return trainer.abroad ? { fits: true, words: "disponible à l’étranger" } : { fits: false, words: "pas disponible à l’étranger" };
  if (ad.regionCodes.length === 0) return { fits: true, words: "toutes les régions conviennent" };
  const shared = common(ad.regionCodes, trainer.regionCodes).map((code) => names.get(code) ?? code);
  return shared.length === 0
    ? { fits: false, words: "hors des régions de l’annonce" }
    : { fits: true, words: shared.toSorted((one, other) => one.localeCompare(other, "fr")).join(", ") };
}

function periodPart(ad: MatchedAd, { away }: MatchedTrainer, today: string): readonly MatchPart[] {
  const period = periodOf(ad);
  if (period === null) return [];
  const months = monthsInWords(period, today);
  const free = {
    none: { fits: true, words: `disponible ${months}` },
    part: { fits: false, words: `indisponible une partie de la période (${months})` },
    whole: { fits: false, words: `indisponible ${months}` },
  } as const;
  return [free[awayDuring(period, away)]];
}

/** The days of an ad; one of the two is enough. Null while none is known. */
export function periodOf({ startsOn, endsOn }: Pick<MatchedAd, "startsOn" | "endsOn">): Stay | null {
  const first = startsOn ?? endsOn;
  return first === null ? null : { startsOn: first, endsOn: endsOn ?? first };
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** How much of a period the stays cover; stays that touch or overlap count once (EI-95). */
export function awayDuring(period: Stay, stays: readonly Stay[]): "none" | "part" | "whole" {
  const [first, last] = [dayNumber(period.startsOn), dayNumber(period.endsOn)];
  let next = first;
  let covered = 0;
  for (const { startsOn, endsOn } of stays.toSorted((one, other) => one.startsOn.localeCompare(other.startsOn))) {
    const from = Math.max(dayNumber(startsOn), next);
    const until = Math.min(dayNumber(endsOn), last);
    if (until < from) continue;
    covered += until - from + 1;
    next = until + 1;
  }
  if (covered === 0) return "none";
  return covered === last - first + 1 ? "whole" : "part";
}

const monthNames = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

/** "en mars", "de mars à mai"; with the year when it is not within the eleven months that come. */
function monthsInWords({ startsOn, endsOn }: Stay, today: string): string {
  const index = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const [first, last, now] = [index(startsOn), index(endsOn), index(today)];
  const soon = first >= now && last <= now + 11;
  const named = (month: number, year: boolean) => `${monthNames[month % 12]}${year ? ` ${Math.floor(month / 12)}` : ""}`;
  if (first === last) return `en ${named(first, !soon)}`;
  const from = named(first, !soon && Math.floor(first / 12) !== Math.floor(last / 12));
  return `${/^[ao]/u.test(from) ? "d’" : "de "}${from} à ${named(last, !soon)}`;
}
