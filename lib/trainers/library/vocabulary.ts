/** What a saved search looks through. */
export const searchScopes = ["ads", "cvs"] as const;
export type SearchScope = (typeof searchScopes)[number];

/** Ways to order the CVthèque; the first is the usual one. */
export const cvSorts = ["name", "recent"] as const;
export type CvSort = (typeof cvSorts)[number];
/** All that a page shows can be ticked. */
export const cvPageSize = 25;
