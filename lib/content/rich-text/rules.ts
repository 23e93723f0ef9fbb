import { isCleanText } from "@/lib/core/text";
import { safeHref } from "@/lib/content/links/rules";
import {
  type Block,
  deepestList,
  type Inline,
  type ListItem,
  longestRichText,
  type Mark,
  type Paragraph,
  type RichText,
  type TextList,
  type TextMarks,
  type TextRun,
} from "./vocabulary";

/** Something that is not allowed: thrown within `cleanRichText`, never out of it. */
class NotAllowed extends Error {}

type Raw = Readonly<Record<string, unknown>>;
const isRaw = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

function nodeOf(value: unknown): Raw {
  if (!isRaw(value) || typeof value["type"] !== "string") throw new NotAllowed();
  return value;
}

function childrenOf({ content }: Raw): readonly Raw[] {
  if (content === undefined || content === null) return [];
  if (!Array.isArray(content)) throw new NotAllowed();
  return content.map(nodeOf);
}

/**
 * What came from a browser, made new from the few things a text may hold, in one normal form: the same text is always
 * the same data. Null when it holds anything else, or too much.
 */
export function cleanRichText(value: unknown): RichText | null {
  try {
    const node = nodeOf(value);
    if (node["type"] !== "doc") return null;
    const text: RichText = { type: "doc", content: mergeLists(childrenOf(node).flatMap((child) => blockOf(child, 1))) };
    return JSON.stringify(text).length > longestRichText ? null : text;
  } catch (error) {
    if (error instanceof NotAllowed) return null;
    throw error;
  }
}

function blockOf(node: Raw, depth: number): Block[] {
  switch (node["type"]) {
    case "paragraph": {
      const content = inlineOf(node);
      return content.length === 0 ? [] : [{ type: "paragraph", content }];
    }
    case "heading": {
      const level = isRaw(node["attrs"]) ? node["attrs"]["level"] : undefined;
      if (level !== 2 && level !== 3) throw new NotAllowed();
      // A title is one line.
      const content = tidy(inlineOf(node).map((part) => (part.type === "hardBreak" ? { type: "text", text: " " } : part)));
      return content.length === 0 ? [] : [{ type: "heading", attrs: { level }, content }];
    }
    case "bulletList":
    case "orderedList": {
      if (depth > deepestList) throw new NotAllowed();
      const content = childrenOf(node).flatMap((item) => itemsOf(item, depth));
      return content.length === 0 ? [] : [{ type: node["type"], content }];
    }
    default:
      throw new NotAllowed();
  }
}

/** One line of a list is a paragraph, then lists. A paragraph that comes after a list within a line begins a new line. */
function itemsOf(node: Raw, depth: number): ListItem[] {
  if (node["type"] !== "listItem") throw new NotAllowed();
  const lines: { text: Inline[]; lists: Block[] }[] = [];
  for (const child of childrenOf(node)) {
    const last = lines.at(-1);
    if (child["type"] === "bulletList" || child["type"] === "orderedList") {
      const lists = blockOf(child, depth + 1);
      if (last === undefined) lines.push({ text: [], lists });
      else last.lists.push(...lists);
    } else if (child["type"] === "paragraph" || child["type"] === "heading") {
      const text = inlineOf(child);
      if (last === undefined || last.lists.length > 0) lines.push({ text, lists: [] });
      else last.text.push({ type: "hardBreak" }, ...text);
    } else throw new NotAllowed();
  }
  return lines.flatMap(({ text, lists }) => {
    const content = tidy(text);
    const nested = mergeLists(lists).filter((block): block is TextList => block.type === "bulletList" || block.type === "orderedList");
    if (content.length === 0 && nested.length === 0) return [];
    const paragraph: Paragraph = content.length === 0 ? { type: "paragraph" } : { type: "paragraph", content };
    return [{ type: "listItem", content: [paragraph, ...nested] }];
  });
}

/** Two lists of a kind that follow each other are one. */
function mergeLists(blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (last?.type === block.type && (block.type === "bulletList" || block.type === "orderedList") && "content" in last)
      merged[merged.length - 1] = { type: block.type, content: [...(last as TextList).content, ...block.content] };
    else merged.push(block);
  }
  return merged;
}

const inlineOf = (node: Raw): Inline[] =>
  tidy(
    childrenOf(node).map((part): Inline => {
      if (part["type"] === "hardBreak") return { type: "hardBreak" };
      const { text } = part;
      if (part["type"] !== "text" || typeof text !== "string" || !isCleanText(text)) throw new NotAllowed();
      return runOf(text.normalize("NFC").replace(/[ \t\n\r\u2028\u2029]+/gu, " "), readMarks(part["marks"]));
    }),
  );

function readMarks(marks: unknown): TextMarks {
  if (marks === undefined || marks === null) return {};
  if (!Array.isArray(marks)) throw new NotAllowed();
  const found: { bold?: true; italic?: true; href?: string } = {};
  for (const mark of marks.map(nodeOf)) {
    if (mark["type"] === "bold" || mark["type"] === "italic") found[mark["type"]] = true;
    else if (mark["type"] === "link") {
      const href = safeHref(isRaw(mark["attrs"]) ? mark["attrs"]["href"] : undefined);
      if (href === null) throw new NotAllowed();
      found.href = href;
    } else throw new NotAllowed();
  }
  return found;
}

/** The marks of a run, as facts. */
export const marksOf = ({ marks = [] }: TextRun): TextMarks =>
  Object.assign({}, ...marks.map((mark) => (mark.type === "link" ? { href: mark.attrs.href } : { [mark.type]: true }))) as TextMarks;

/** A run with its marks, always in the same order. */
export function runOf(text: string, { bold, italic, href }: TextMarks): TextRun {
  const marks: Mark[] = [
    ...(href === undefined ? [] : [{ type: "link" as const, attrs: { href } }]),
    ...(bold === true ? [{ type: "bold" as const }] : []),
    ...(italic === true ? [{ type: "italic" as const }] : []),
  ];
  return marks.length === 0 ? { type: "text", text } : { type: "text", text, marks };
}

const sameMarks = (one: TextRun, other: TextRun) => JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? []);

/** Runs of one kind joined, one space at most, none at the ends of a line, no line left empty. */
export function tidy(parts: readonly Inline[]): Inline[] {
  const tidied: Inline[] = [];
  for (const part of parts) {
    const last = tidied.at(-1);
    if (part.type === "hardBreak") {
      trimEnd(tidied);
      if (tidied.length > 0 && tidied.at(-1)?.type !== "hardBreak") tidied.push(part);
      continue;
    }
    const startsLine = last === undefined || last.type === "hardBreak" || last.text.endsWith(" ");
    const text = startsLine ? part.text.replace(/^ +/u, "") : part.text;
    if (text === "") continue;
    if (last?.type === "text" && sameMarks(last, part)) tidied[tidied.length - 1] = { ...last, text: (last.text + text).normalize("NFC") };
    else tidied.push({ ...part, text });
  }
  trimEnd(tidied);
  while (tidied.at(-1)?.type === "hardBreak") {
    tidied.pop();
    trimEnd(tidied);
  }
  return tidied;
}

function trimEnd(parts: Inline[]): void {
  for (let last = parts.at(-1); last?.type === "text"; last = parts.at(-1)) {
    const text = last.text.replace(/ +$/u, "");
    if (text === last.text) return;
    parts.pop();
    if (text === "") continue;
    parts.push({ ...last, text });
    return;
  }
}

export const emptyText: RichText = { type: "doc", content: [] };
export const isEmptyText = ({ content }: RichText): boolean => content.length === 0;
