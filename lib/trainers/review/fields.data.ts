/** Name of the field of a part's remark, in a form: "remark_identity"; of the whole's: "remark_". */
export const remarkField = (part: string) => `remark_${part}`;
/** Name of the hidden field with the remarks as the page knows the server to have them. */
export const seenField = "seen";
/** The remarks of a posted form, by part. */
export const remarksTyped = (entries: FormData): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...entries].flatMap(([name, text]) =>
      name.startsWith("remark_") && typeof text === "string" ? [[name.slice("remark_".length), text]] : [],
    ),
  );
/** Longest remark, and longest reason. */
export const remarkLimit = 2000;

/** What can be decided, as the address of its page says it. */
export const decisions = ["valider", "completer", "refuser"] as const;
export type Decision = (typeof decisions)[number];
