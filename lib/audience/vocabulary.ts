/** What a visitor decided about audience measurement (EI-05). */
export const audienceChoices = ["allow", "forbid"] as const;
export type AudienceChoice = (typeof audienceChoices)[number];
export const audienceChoiceLabels = { allow: "Autoriser", forbid: "Interdire" } as const satisfies Record<AudienceChoice, string>;

/** Cookie that keeps the choice, and for how long: six months, in seconds. */
export const choiceCookie = { name: "audience", maxAge: 15_552_000 } as const;
