/** Name of the field of a part's remark, in a form: "remark_identity"; of the whole's: "remark_". */
export const remarkField = (part: string) => `remark_${part}`;
export const partOf = (name: string): string | undefined => (name.startsWith("remark_") ? name.slice("remark_".length) : undefined);
/** Name of the hidden field with the remarks as the page knows the server to have them. */
export const seenField = "seen";
/** By part. */
export type Remarks = Readonly<Record<string, string>>;
/** The remarks of a posted form, by part. */
export const remarksTyped = (entries: FormData): Remarks =>
  Object.fromEntries(
    [...entries].flatMap(([name, text]) => {
      const part = partOf(name);
      return part !== undefined && typeof text === "string" ? [[part, text]] : [];
    }),
  );
/** What the page has from the server once it has sent `typed`: what was held back stays as it was seen. */
export const seenAfter = (seen: Remarks, typed: Remarks, heldBack: readonly string[]): Remarks => ({
  ...typed,
  ...Object.fromEntries(heldBack.map((part) => [part, seen[part] ?? ""])),
});
/** Longest remark, and longest reason. */
export const remarkLimit = 2000;

/** What can be decided, as the address of its page says it. */
export const decisions = ["valider", "completer", "refuser"] as const;
export type Decision = (typeof decisions)[number];
