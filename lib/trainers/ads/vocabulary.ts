/** States of an ad (annonce): written, visible to all, over. */
export const adStates = ["draft", "published", "closed"] as const;
export type AdState = (typeof adStates)[number];

export const adStateLabels = { draft: "Brouillon", published: "Publiée", closed: "Clôturée" } as const satisfies Record<AdState, string>;

/** Ways to order a list of ads; the first is the usual one. Without words to look for, relevance is the date of publication. */
export const adSorts = ["relevance", "published", "deadline", "start"] as const;
export type AdSort = (typeof adSorts)[number];

/** What the search looks for, beside the text; each value is one token of the ad's facets (ad_facets in db/guards/before.sql). */
export const adCriteria = ["specialty", "subSpecialty", "region", "department", "structure"] as const;
export type AdCriterion = (typeof adCriteria)[number];
