/** Kinds of structures of the institution. */
export const structureKinds = ["headquarters", "delegation", "institute"] as const;
export type StructureKind = (typeof structureKinds)[number];
export const structureKindLabels = { headquarters: "Siège", delegation: "Délégation", institute: "Institut" } as const satisfies Record<
  StructureKind,
  string
>;

/** Kinds of local authorities (collectivités) that the registry knows. */
export const authorityKinds = ["commune", "intercommunality", "department", "region"] as const;
export type AuthorityKind = (typeof authorityKinds)[number];
export const authorityKindLabels = {
  commune: "Commune",
  intercommunality: "Intercommunalité",
  department: "Département",
  region: "Région",
} as const satisfies Record<AuthorityKind, string>;

/** Where a region lies: on the mainland and Corse, overseas region, other overseas territory. */
export const regionZones = ["metro", "drom", "com"] as const;
export type RegionZone = (typeof regionZones)[number];
