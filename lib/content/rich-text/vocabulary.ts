/** A text with its shape, as the editor gives it and as the database keeps it: data, never HTML. */
export interface TextMarks {
  readonly bold?: true;
  readonly italic?: true;
  readonly href?: string;
}
export type Mark =
  | { readonly type: "bold" }
  | { readonly type: "italic" }
  | { readonly type: "link"; readonly attrs: { readonly href: string } };
export interface TextRun {
  readonly type: "text";
  readonly text: string;
  readonly marks?: readonly Mark[];
}
export type Inline = TextRun | { readonly type: "hardBreak" };
export interface Paragraph {
  readonly type: "paragraph";
  readonly content?: readonly Inline[];
}
export interface Heading {
  readonly type: "heading";
  readonly attrs: { readonly level: 2 | 3 };
  readonly content: readonly Inline[];
}
export interface ListItem {
  readonly type: "listItem";
  readonly content: readonly [Paragraph, ...TextList[]];
}
export interface TextList {
  readonly type: "bulletList" | "orderedList";
  readonly content: readonly ListItem[];
}
export type Block = Paragraph | Heading | TextList;
export interface RichText {
  readonly type: "doc";
  readonly content: readonly Block[];
}

export const deepestList = 4;
/** Characters of its JSON: a form field carries no more. */
export const longestRichText = 90_000;
