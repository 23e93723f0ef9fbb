import type { StructureKind } from "./vocabulary";

interface Placed {
  readonly kind: StructureKind;
  readonly name: string;
  readonly regionCodes: readonly string[];
}

export interface RegionStructures<Region, Structure> {
  readonly region: Region;
  readonly structures: readonly Structure[];
}

/** Who answers for a region first, then what only stands in it. */
const rank = { delegation: 0, institute: 1, headquarters: 2 } as const satisfies Record<StructureKind, number>;

const inFrench = new Intl.Collator("fr");

/**
 * Each region, in the order given, with its structures: one that serves two regions is in both. `elsewhere` holds those
 * of none of these regions, so that no structure is ever missing from the page.
 */
export function structuresByRegion<Region extends { readonly code: string }, Structure extends Placed>(
  regions: readonly Region[],
  structures: readonly Structure[],
): { readonly regions: readonly RegionStructures<Region, Structure>[]; readonly elsewhere: readonly Structure[] } {
  const known = new Set(regions.map(({ code }) => code));
  const ordered = structures.toSorted((one, other) => rank[one.kind] - rank[other.kind] || inFrench.compare(one.name, other.name));
  return {
    regions: regions.map((region) => ({ region, structures: ordered.filter(({ regionCodes }) => regionCodes.includes(region.code)) })),
    elsewhere: ordered.filter(({ regionCodes }) => !regionCodes.some((code) => known.has(code))),
  };
}
