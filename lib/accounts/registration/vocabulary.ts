export const civilities = ["mme", "m"] as const;
export type Civility = (typeof civilities)[number];
export const civilityLabels = { mme: "Mme", m: "M." } as const satisfies Record<Civility, string>;
