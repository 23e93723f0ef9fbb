import { safeHref } from "@/lib/content/links/rules";
import { cleanRichText, emptyText, marksOf, runOf } from "@/lib/content/rich-text/rules";
import {
  type Block,
  deepestList,
  type Inline,
  type ListItem,
  type RichText,
  type TextList,
  type TextMarks,
} from "@/lib/content/rich-text/vocabulary";

/**
 * A text with its shape, written in plain characters, for a browser without JavaScript and for the texts of the sources:
 * "## Titre", "- élément", "1. étape", "**gras**", "*italique*", "[libellé](adresse)". A sign after "\" is only itself.
 * Reading what was written gives the same text back.
 */
export const writeNotation = ({ content }: RichText): string => content.map(writeBlock).join("\n\n");

const heading = /^(#{2,3}) +(.*)$/u;
const item = /^( *)(-|\d{1,3}\.)(?: +(.*))?$/u;

function writeBlock(block: Block): string {
  if (block.type === "paragraph") return writeLines(block.content ?? []).join("\n");
  if (block.type === "heading") return `${"#".repeat(block.attrs.level)} ${writeLines(block.content).join(" ")}`;
  return writeList(block, "").join("\n");
}

const writeList = ({ type, content }: TextList, indent: string): string[] =>
  content.flatMap(({ content: [paragraph, ...lists] }, index) => {
    const [first = "", ...others] = writeLines(paragraph.content ?? []);
    const marker = type === "bulletList" ? "-" : `${(index % 999) + 1}.`;
    return [
      `${indent}${marker} ${first}`.replace(/ $/u, ""),
      ...others.map((line) => `${indent}  ${line}`),
      ...lists.flatMap((list) => writeList(list, `${indent}  `)),
    ];
  });

/** Each line with the signs that turn its marks on and off. */
function writeLines(parts: readonly Inline[]): string[] {
  const lines = [""];
  let now: TextMarks = {};
  const add = (text: string) => {
    lines[lines.length - 1] += text;
  };
  const turn = (next: TextMarks) => {
    // A link is closed before the signs that do not belong to it.
    if (now.href !== undefined && now.href !== next.href) add(`](${now.href})`);
    if (now.bold !== next.bold) add("**");
    if (now.italic !== next.italic) add("*");
    if (next.href !== undefined && now.href !== next.href) add("[");
    now = next;
  };
  for (const part of parts) {
    if (part.type === "text") {
      turn(marksOf(part));
      add(part.text.replace(/[\\*[\]]/gu, String.raw`\$&`));
    } else {
      turn({});
      lines.push("");
    }
  }
  turn({});
  return lines.map((line) =>
    heading.test(line) ? `\\${line}` : item.test(line) ? line.replace(/^\d*/u, (digits) => `${digits}\\`) : line,
  );
}

/** Plain characters to a text; what breaks no rule of the notation is a paragraph. */
export function readNotation(text: string): RichText {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let items: Item[] = [];
  const close = () => {
    if (lines.length > 0) blocks.push({ type: "paragraph", content: readLines(lines) });
    if (items.length > 0) blocks.push(...listsOf(items, 1));
    lines = [];
    items = [];
  };
  for (const written of text.replace(/\r\n?/gu, "\n").replaceAll("\t", "  ").split("\n")) {
    const line = written.replace(/[\u2028\u2029]/gu, " ").replace(/ +$/u, "");
    const [title, entry] = [heading.exec(line), item.exec(line)];
    const open = items.at(-1);
    if (line === "") close();
    else if (title !== null) {
      close();
      blocks.push({ type: "heading", attrs: { level: title[1] === "##" ? 2 : 3 }, content: readLines([title[2] ?? ""]) });
    } else if (entry !== null) {
      if (lines.length > 0) close();
      const level = Math.min(Math.floor((entry[1] ?? "").length / 2) + 1, (items.at(-1)?.level ?? 0) + 1, deepestList);
      items.push({ level, type: entry[2] === "-" ? "bulletList" : "orderedList", lines: [entry[3] ?? ""] });
    } else if (open !== undefined && line.startsWith(" ")) open.lines.push(line);
    else {
      if (items.length > 0) close();
      lines.push(line);
    }
  }
  close();
  return cleanRichText({ type: "doc", content: blocks }) ?? emptyText;
}

interface Item {
  readonly level: number;
  readonly type: TextList["type"];
  readonly lines: string[];
}

/** The lists that lines of this level or deeper make. */
function listsOf(items: readonly Item[], level: number): TextList[] {
  const lists: { type: TextList["type"]; content: ListItem[] }[] = [];
  for (let index = 0; index < items.length;) {
    const first = items[index];
    if (first === undefined) break;
    let end = index + 1;
    while (end < items.length && (items[end]?.level ?? 0) > level) end += 1;
    const line: ListItem = {
      type: "listItem",
      content: [{ type: "paragraph", content: readLines(first.lines) }, ...listsOf(items.slice(index + 1, end), level + 1)],
    };
    const last = lists.at(-1);
    if (last?.type === first.type) last.content.push(line);
    else lists.push({ type: first.type, content: [line] });
    index = end;
  }
  return lists;
}

type Sign = { readonly sign: "**" | "*" } | { readonly text: string } | { readonly open: string } | { readonly close: true };

const readLines = (lines: readonly string[]): Inline[] =>
  lines.flatMap((line, index): Inline[] => [...(index === 0 ? [] : [{ type: "hardBreak" as const }]), ...readLine(line)]);

function readLine(line: string): Inline[] {
  const signs = signsOf(line);
  const marks: { bold?: true; italic?: true; href?: string } = {};
  const toggle = (name: "bold" | "italic") => {
    if (marks[name] === true) delete marks[name];
    else marks[name] = true;
  };
  // A star left alone is a star.
  const lone = new Set(
    (["**", "*"] as const).map((sign) => {
      const places = signs.flatMap((one, index) => ("sign" in one && one.sign === sign ? [index] : []));
      return places.length % 2 === 0 ? -1 : (places.at(-1) ?? -1);
    }),
  );
  return signs.flatMap((one, index): Inline[] => {
    if ("sign" in one && lone.has(index)) return [runOf(one.sign, marks)];
    if ("sign" in one) toggle(one.sign === "**" ? "bold" : "italic");
    else if ("open" in one) marks.href = one.open;
    else if ("close" in one) delete marks.href;
    else if (one.text !== "") return [runOf(one.text, marks)];
    return [];
  });
}

const token = /\\([!-/:-@[-`{-~])|(\*\*?)|\[((?:\\.|[^\]\\])*)\]\(([^()\s]{1,2000})\)/gu;

function signsOf(line: string): Sign[] {
  const signs: Sign[] = [];
  let from = 0;
  for (const found of line.matchAll(token)) {
    const [whole, escaped, star, label, address] = found;
    signs.push({ text: line.slice(from, found.index) });
    from = found.index + whole.length;
    const href = address === undefined ? null : safeHref(address);
    if (escaped !== undefined) signs.push({ text: escaped });
    else if (star === "**" || star === "*") signs.push({ sign: star });
    else if (label !== undefined && href !== null) signs.push({ open: href }, ...signsOf(label), { close: true });
    else signs.push({ text: whole });
  }
  signs.push({ text: line.slice(from) });
  return signs;
}

const isData = (text: string) => text.startsWith('{"type":"doc"');

/** What a field holds: the editor's data, or plain characters without JavaScript. Null when it is not allowed. */
export function readRichText(text: string): RichText | null {
  if (!isData(text)) return readNotation(text);
  try {
    return cleanRichText(JSON.parse(text));
  } catch {
    return null;
  }
}
