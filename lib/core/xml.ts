/** A piece of XML that is right as it stands. */
export class Xml {
  constructor(readonly text: string) {}
}

/** What XML 1.0 cannot hold, whatever the way it is written: most control characters and halves of surrogate pairs. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text for an element or an attribute; ends of lines are written so that a reader gives them back as they were. */
export const xmlText = (text: string): string =>
  text.replace(unwritable, "").replace(/[&<>"'\t\n\r]/gu, (sign) => `&#${sign.charCodeAt(0)};`);

type Part = string | number | Xml | readonly Xml[];
const written = (part: Part): string =>
  part instanceof Xml ? part.text : typeof part === "object" ? part.map(({ text }) => text).join("") : xmlText(String(part));

/** XML with its holes filled: whatever is not XML already is text, and written as such. */
export const xml = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Xml =>
  new Xml(pieces.map((piece, index) => `${piece}${index < parts.length ? written(parts[index] ?? "") : ""}`).join(""));

/** A whole document. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="utf-8"?>\n${root.text}\n`;
