import { facetOf } from "./rules";
import type { AdCriterion } from "./vocabulary";

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
  const whole = (values: readonly string[], narrowed: readonly (string | undefined)[]) => values.filter((value) => !narrowed.includes(value));
  const tokens = (criterion: AdCriterion, values: readonly string[]) => values.map((value) => facetOf(criterion, value));
  return {
    topic: [...tokens("specialty", whole(specialty, subSpecialty.map(specialtyOf))), ...tokens("subSpecialty", subSpecialty)],
    place: [...tokens("region", whole(region, department.map(regionOf))), ...tokens("department", department)],
    structure: tokens("structure", structure),
  };
}
