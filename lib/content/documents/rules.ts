import { documentKeys, type DocumentKey } from "../vocabulary";
import { documentFacts } from "./documents.data";

export const documentOfSlug = (slug: string): DocumentKey | undefined => documentKeys.find((key) => documentFacts(key).slug === slug);

interface Version {
  readonly number: number;
  readonly inForceOn: string | null;
  readonly publishedAt: Date | null;
}

/** A draft, announced for a day to come, in force, or replaced since. */
export type Standing = "draft" | "announced" | "in_force" | "replaced";

const later = (one: Version, other: Version) =>
  (one.inForceOn ?? "") === (other.inForceOn ?? "") ? one.number - other.number : (one.inForceOn ?? "") > (other.inForceOn ?? "") ? 1 : -1;

/** The version that counts on a day: the last come into force, by its day, then by its number. */
export function inForce<Some extends Version>(versions: readonly Some[], today: string): Some | undefined {
  const known = versions.filter(({ publishedAt, inForceOn }) => publishedAt !== null && inForceOn !== null && inForceOn <= today);
  return known.toSorted(later).at(-1);
}

export function standingOf(version: Version, versions: readonly Version[], today: string): Standing {
  if (version.publishedAt === null || version.inForceOn === null) return "draft";
  if (version.inForceOn > today) return "announced";
  return inForce(versions, today)?.number === version.number ? "in_force" : "replaced";
}

/** The first day a new version may bind: never in the past, never before one already published. */
export function earliestDay(versions: readonly Version[], today: string): string {
  const published = versions.flatMap(({ publishedAt, inForceOn }) => (publishedAt === null || inForceOn === null ? [] : [inForceOn]));
  return [today, ...published].toSorted().at(-1) ?? today;
}
