/** What a saved search looks through. */
export const searchScopes = ["ads", "cvs"] as const;
export type SearchScope = (typeof searchScopes)[number];
