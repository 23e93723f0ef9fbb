import type { ads } from "@/db/schema/ads";
import type { departments, structures } from "@/db/schema/references";
import { parisDay } from "@/lib/core/format";
import type { AdTopic } from "./ad-topic";
import { adTopicsA } from "./demonstration-ads-a.data";
import { adTopicsB } from "./demonstration-ads-b.data";

type Structure = typeof structures.$inferSelect;
type NewAd = typeof ads.$inferInsert;
export type PublishedAd = NewAd & { readonly publishedAt: Date };

export interface AdPlan {
  readonly now: Date;
  /** By code: the plan depends on their order. */
  readonly structures: readonly Structure[];
  readonly departments: readonly (typeof departments.$inferSelect)[];
}

const topics: readonly AdTopic[] = [...adTopicsA, ...adTopicsB];
/** Its manager has a demonstration account: drafts wait for it. */
const draftingStructure = "054";
const draftCount = 5;

/** Irrational, one for each thing that varies: nothing repeats from a structure to the next. */
const steps = {
  published: (Math.sqrt(5) - 1) / 2,
  hour: Math.E,
  deadline: Math.SQRT2,
  start: Math.sqrt(3),
  period: Math.cbrt(3),
  closed: Math.PI,
  urgent: Math.cbrt(2),
  wording: Math.LN2,
  person: Math.sqrt(7),
  place: Math.LN10,
  department: Math.sqrt(11),
} as const;
type Varying = keyof typeof steps;
/** Evenly spread over [0, 1) as the index grows, and the same each time. */
const spread = (index: number, what: Varying) => (index * steps[what]) % 1;
const pick = <Item>(items: readonly [Item, ...Item[]], index: number): Item => items[index % items.length] ?? items[0];
const vary = <Item>(items: readonly [Item, ...Item[]], index: number, what: Varying) =>
  pick(items, Math.floor(spread(index, what) * items.length));

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const shift = (day: string, days: number) => new Date(noon(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);
/** The Monday after, for a day of a weekend. */
const workingDay = (day: string) => shift(day, [1, 0, 0, 0, 0, 0, 2][noon(day).getUTCDay()] ?? 0);
/** So many working days before the last one that is wholly over. */
function workingDaysBefore(today: string, count: number): string {
  const weekday = noon(today).getUTCDay();
  const last = shift(today, -([2, 3][weekday] ?? 1));
  const [weeks, days] = [Math.floor(count / 5), count % 5];
  return shift(last, -7 * weeks - days - (days >= noon(last).getUTCDay() ? 2 : 0));
}
/** Between 8 and 17 in Paris, winter and summer. */
const officeHour = (day: string, index: number) =>
  new Date(Date.parse(`${day}T07:00:00Z`) + Math.floor(spread(index, "hour") * 480) * 60_000);

/** The ads of the demonstration, in order of publication: half a dozen structures share each subject. */
export function planAds(plan: AdPlan): PublishedAd[] {
  const planned = topics.flatMap((topic, rank) => {
    const fitting = plan.structures.filter((structure) => fits(topic, structure));
    const [first, ...others] = fitting;
    if (first === undefined) return [];
    return Array.from({ length: Math.min(fitting.length, 6 + (rank % 2)) }, (_, slot) =>
      publishedAd(plan, topic, pick([first, ...others], rank * 7 + slot), rank * 7 + slot),
    );
  });
  return planned.sort((one, other) => one.publishedAt.getTime() - other.publishedAt.getTime());
}

const fits = ({ regions }: AdTopic, { regionCodes }: Structure) =>
  regions === undefined || regionCodes.some((code) => regions.includes(code));

export function planDrafts(plan: AdPlan): NewAd[] {
  const today = parisDay(plan.now);
  const structure = plan.structures.find(({ code }) => code === draftingStructure);
  if (structure === undefined) return [];
  const fitting = topics.filter((topic) => fits(topic, structure));
  const chosen = fitting.filter((_, rank) => rank % 9 === 3).slice(0, draftCount);
  return chosen.map((topic, index) => ({
    ...adOf(plan, topic, structure, index),
    ...datesOf(topic, today, index + 1),
    createdAt: officeHour(workingDaysBefore(today, 1 + 2 * index), index),
  }));
}

function publishedAd(plan: AdPlan, topic: AdTopic, structure: Structure, index: number): PublishedAd {
  const today = parisDay(plan.now);
  // More of them lately than long ago: most are still open.
  const day = workingDaysBefore(today, Math.floor(50 * spread(index, "published") ** 1.5));
  const publishedAt = officeHour(day, index);
  const ad = {
    ...adOf(plan, topic, structure, index),
    ...datesOf(topic, day, index),
    state: "published" as const,
    urgent: spread(index, "urgent") < 0.1,
    createdAt: new Date(publishedAt.getTime() - (1 + (index % 40)) * 3_600_000),
    publishedAt,
  };
  const isClosed = day < shift(today, -18) && spread(index, "closed") < 0.21;
  if (!isClosed) return ad;
  const closedOn = workingDay(shift(day, 7 + (index % 9)));
  return { ...ad, state: "closed", closedAt: officeHour(closedOn, index + 1), closedReason: vary(closedReasons, index, "wording") };
}

/** Two weeks to two months to apply, then one to five months before the session. */
function datesOf({ atLeastDays = 0 }: AdTopic, day: string, index: number): Pick<NewAd, "deadlineOn" | "startsOn" | "endsOn"> {
  const deadlineOn = shift(day, 15 + Math.floor(spread(index, "deadline") * 46));
  const startsOn = workingDay(shift(deadlineOn, 15 + Math.floor(spread(index, "start") * 80)));
  return {
    deadlineOn,
    startsOn,
    endsOn: workingDay(shift(startsOn, Math.max(atLeastDays, vary([11, 30, 18, 60, 88, 120], index, "period")))),
  };
}

function adOf(plan: AdPlan, topic: AdTopic, structure: Structure, index: number) {
  const { description, profileSought, context, audience, duration, subSpecialties } = topic;
  const person = Number(structure.code) * 2 + vary([0, 1], index, "person");
  return {
    structureId: structure.id,
    title: vary([topic.title, topic.otherTitle], index, "wording"),
    description,
    profileSought,
    context,
    audience,
    duration,
    specialtyCodes: [...new Set(subSpecialties.map((code) => code.slice(0, 2)))],
    subSpecialtyCodes: [...subSpecialties],
    ...placeOf(plan, topic, structure, index),
    contactName: `${pick(firstNames, person)} ${pick(lastNames, person * 3)}`,
    // From the ranges that ARCEP keeps for fiction.
    contactPhone: `+3319900${String(1000 + person)}`,
    contactAddress: `formation.${structure.code}@demo.example`,
  };
}

type AdPlace = Pick<NewAd, "countryCode" | "regionCodes" | "departmentCodes" | "place">;

function placeOf(plan: AdPlan, topic: AdTopic, { kind, city, regionCodes }: Structure, index: number): AdPlace {
  if (topic.remote === true) return { place: "À distance" };
  const chance = spread(index, "place");
  const [region = ""] = regionCodes;
  const neighbour = topic.abroad === true && chance < 0.5 ? neighbours[region] : undefined;
  if (neighbour !== undefined) return neighbour;
  if (kind === "headquarters" || chance < 0.1) return { place: "Dans toute la France, lieu à convenir avec l’intervenant" };
  if (chance < 0.5) return { regionCodes, place: `Dans nos locaux, à ${city}` };
  if (chance < 0.7) return { regionCodes };
  const inside = plan.departments.filter(({ regionCode }) => regionCodes.includes(regionCode)).map(({ code }) => code);
  const from = Math.floor(spread(index, "department") * inside.length);
  return { regionCodes, departmentCodes: inside.slice(from, from + 1 + (index % 2)), place: "Commune précisée selon les inscriptions" };
}

/** On the other side of the border, by region. */
const neighbours: Readonly<Record<string, AdPlace>> = {
  "32": { countryCode: "BE", place: "Tournai" },
  "44": { countryCode: "DE", place: "Kehl, à dix minutes de Strasbourg en tramway" },
  "75": { countryCode: "ES", place: "Irun" },
  "76": { countryCode: "ES", place: "Figueras" },
  "84": { countryCode: "CH", place: "Genève" },
  "93": { countryCode: "IT", place: "Vintimille" },
};

const closedReasons = [
  "Un intervenant a été retenu.",
  "La session est reportée à l’année prochaine.",
  "Assez de candidatures reçues : l’étude est en cours.",
  "Trop peu d’inscrits : la session est annulée.",
  "Le besoin est couvert par un intervenant déjà connu de la structure.",
] as const;

const firstNames = [
  "Agnès",
  "Bruno",
  "Céline",
  "Didier",
  "Élodie",
  "Farid",
  "Gaëlle",
  "Hugo",
  "Isabelle",
  "Julien",
  "Katia",
  "Laurent",
  "Maëva",
  "Nicolas",
  "Odile",
  "Pascal",
  "Rachida",
] as const;

const lastNames = [
  "Arnaud",
  "Bertin",
  "Caillaud",
  "Delmas",
  "Etcheverry",
  "Fontaine",
  "Guérin",
  "Hoarau",
  "Jacquot",
  "Kessler",
  "Lagarde",
  "Morvan",
  "Nivet",
  "Ollivier",
  "Perrot",
  "Quéméner",
  "Rivière",
  "Schmitt",
  "Toussaint",
] as const;
