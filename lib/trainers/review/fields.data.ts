/** Name of the field of a part's remark, in a form: "remark_identity"; of the whole's: "remark_". */
export const remarkField = (part: string) => `remark_${part}`;
/** Longest remark, and longest reason. */
export const remarkLimit = 2000;

/** What can be decided, as the address of its page says it. */
export const decisions = ["valider", "completer", "refuser"] as const;
export type Decision = (typeof decisions)[number];
