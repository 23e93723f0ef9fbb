export const newsStates = ["draft", "scheduled", "published", "withdrawn"] as const;
export type NewsState = (typeof newsStates)[number];

export const newsStateLabels = {
  draft: "Brouillon",
  scheduled: "Programmée",
  published: "Publiée",
  withdrawn: "Retirée",
} as const satisfies Record<NewsState, string>;
