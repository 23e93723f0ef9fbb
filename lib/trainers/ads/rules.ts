import type { AdCriterion, AdState } from "./vocabulary";

/** Prefix of each criterion's tokens, as ad_facets writes them. */
const facetPrefixes = { structure: "o", specialty: "s", subSpecialty: "u", region: "r", department: "d" } as const satisfies Record<
  AdCriterion,
  string
>;
export const facetOf = (criterion: AdCriterion, value: string): string => `${facetPrefixes[criterion]}:${value}`;

/** "2611" for a day of November 2026: the middle of the number of an ad (EI-12). */
export const monthOf = (today: string): string => `${today.slice(2, 4)}${today.slice(5, 7)}`;

/** Structure, year and month, sequence of three digits, four beyond 999 (EI-12). */
export const adNumber = (structureCode: string, month: string, sequence: number): string =>
  `${structureCode}${month}${String(sequence).padStart(3, "0")}`;

/** Numbers as people type them: "051 2611-003" is "0512611003". Null when it cannot be one. */
export function readAdNumber(text: string): string | null {
  const digits = text.replace(/[\s.-]/gu, "");
  return /^\d{10,11}$/u.test(digits) ? digits : null;
}

export interface AdLife {
  readonly state: AdState;
  readonly deadlineOn: string | null;
}

/** Open: published, its deadline not over; the last day counts whole. `today` in Paris, "2026-11-21". */
export const isOpen = ({ state, deadlineOn }: AdLife, today: string): boolean =>
  state === "published" && (deadlineOn === null || deadlineOn >= today);

export interface AdPublication {
  readonly description: string;
  readonly profileSought: string;
  readonly specialtyCodes: readonly string[];
  readonly deadlineOn: string | null;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactAddress: string;
}

/** What an ad still lacks to be published, by field. */
export function missingToPublish(ad: AdPublication, today: string): Record<string, string[]> {
  const missing: Record<string, string[]> = {};
  if (ad.description === "") missing["description"] = ["Décrivez l’intervention : elle est lue avant tout le reste."];
  if (ad.profileSought === "") missing["profileSought"] = ["Dites quel profil vous cherchez."];
  if (ad.specialtyCodes.length === 0) missing["specialties"] = ["Choisissez au moins une spécialité."];
  if (ad.deadlineOn === null) missing["deadlineOn"] = ["Indiquez la date limite de candidature."];
  else if (ad.deadlineOn < today) missing["deadlineOn"] = ["Cette date limite est déjà passée."];
  if (ad.contactName === "") missing["contactName"] = ["Indiquez qui répond aux questions."];
  if (ad.contactPhone === "" && ad.contactAddress === "")
    missing["contactAddress"] = ["Indiquez un téléphone ou un courriel pour joindre le contact."];
  return missing;
}

export type AdCriteria = Readonly<Partial<Record<AdCriterion, readonly string[]>>>;

/** Criteria that narrow one another: one of the values of each group is enough, and the groups add up (EI-10). */
export const adGroups = ["topic", "place", "structure"] as const;
export type AdGroup = (typeof adGroups)[number];
export const groupOf = {
  specialty: "topic",
  subSpecialty: "topic",
  region: "place",
  department: "place",
  structure: "structure",
} as const satisfies Record<AdCriterion, AdGroup>;

/** "A2" of "A2C". */
export const specialtyOf = (subSpecialty: string): string => subSpecialty.slice(0, -1);

/**
 * The tokens of each group. A sub-specialty narrows its specialty and a department its region; the other values of the
 * group stay whole: "Finances, only accounting, or Catering". `regionOf` names the region of a department.
 */
export function groupTokens(criteria: AdCriteria, regionOf: (department: string) => string | undefined): Record<AdGroup, string[]> {
  const { specialty = [], subSpecialty = [], region = [], department = [], structure = [] } = criteria;
  const whole = (values: readonly string[], narrowed: readonly (string | undefined)[]) =>
    values.filter((value) => !narrowed.includes(value));
  const tokens = (criterion: AdCriterion, values: readonly string[]) => values.map((value) => facetOf(criterion, value));
  return {
    topic: [...tokens("specialty", whole(specialty, subSpecialty.map(specialtyOf))), ...tokens("subSpecialty", subSpecialty)],
    place: [...tokens("region", whole(region, department.map(regionOf))), ...tokens("department", department)],
    structure: tokens("structure", structure),
  };
}
