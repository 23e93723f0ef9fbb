import { clsx } from "clsx";
import { createElement, type ReactNode } from "react";
import { isOutside } from "@/lib/content/links/rules";
import { cleanRichText, marksOf } from "@/lib/content/rich-text/rules";
import type { Block, Inline, RichText as Text, TextList } from "@/lib/content/rich-text/vocabulary";
import { ExternalLink } from "./external-link";
import { TextLink } from "./text-link";

type Level = "h2" | "h3" | "h4";
type Props = {
  text: Text;
  /** Level of its first titles, so that the outline of the page never skips one. */
  heading?: Level;
  className?: string;
};

const below = { h2: "h3", h3: "h4", h4: "h5" } as const;

/**
 * A text with its shape. Only what a text may hold is drawn, whatever the database gives: it is checked again here, and
 * becomes elements named in this file, never HTML.
 */
export function RichText({ text, heading = "h2", className }: Props) {
  const checked = cleanRichText(text);
  if (checked === null) return <p>Ce texte ne peut pas être affiché.</p>;
  return createElement("div", { className: clsx("rich-text", className) }, ...checked.content.map((block) => drawBlock(block, heading)));
}

function drawBlock(block: Block, heading: Level): ReactNode {
  if (block.type === "paragraph") return createElement("p", null, ...drawLine(block.content ?? []));
  if (block.type === "heading") return createElement(block.attrs.level === 2 ? heading : below[heading], null, ...drawLine(block.content));
  return drawList(block);
}

const drawList = ({ type, content }: TextList): ReactNode =>
  createElement(
    type === "bulletList" ? "ul" : "ol",
    null,
    ...content.map(({ content: [line, ...lists] }) =>
      createElement("li", null, ...drawLine(line.content ?? []), ...lists.map((list) => drawList(list))),
    ),
  );

/** Runs of one link are one link: a word in bold does not cut it. */
function drawLine(parts: readonly Inline[]): ReactNode[] {
  const groups: { readonly href: string | undefined; readonly drawn: ReactNode[] }[] = [];
  for (const part of parts) {
    const href = part.type === "text" ? marksOf(part).href : undefined;
    const last = groups.at(-1);
    if (last?.href !== undefined && last.href === href) last.drawn.push(drawPart(part));
    else groups.push({ href, drawn: [drawPart(part)] });
  }
  return groups.flatMap(({ href, drawn }): ReactNode[] => (href === undefined ? drawn : [createElement(Followed, { href }, ...drawn)]));
}

function Followed({ href, children }: { readonly href: string; readonly children?: ReactNode }) {
  if (isOutside(href)) return <ExternalLink href={href}>{children}</ExternalLink>;
  return (
    <TextLink href={href} prefetch={false}>
      {children}
    </TextLink>
  );
}

function drawPart(part: Inline): ReactNode {
  if (part.type === "hardBreak") return createElement("br");
  const { bold, italic } = marksOf(part);
  const leaning = italic === true ? <em>{part.text}</em> : part.text;
  return bold === true ? <strong>{leaning}</strong> : leaning;
}
