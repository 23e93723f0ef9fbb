/** A text with its shape, as the editor gives it and as the database keeps it: data, never HTML. */
export type TextMark =
  | { readonly type: "bold" }
  | { readonly type: "italic" }
  | { readonly type: "link"; readonly attrs: { readonly href: string } };
export interface TextRun {
  readonly type: "text";
  readonly text: string;
  readonly marks?: readonly TextMark[] | undefined;
}
export type Inline = TextRun | { readonly type: "hardBreak" };
export interface Paragraph {
  readonly type: "paragraph";
  readonly content?: readonly Inline[] | undefined;
}
export interface Heading {
  readonly type: "heading";
  readonly attrs: { readonly level: 2 | 3 };
  readonly content?: readonly Inline[] | undefined;
}
export interface ListItem {
  readonly type: "listItem";
  readonly content: readonly (Paragraph | TextList)[];
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
