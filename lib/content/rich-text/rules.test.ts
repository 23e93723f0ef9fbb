import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRichText } from "@/lib/content/notation/rules";
import { safeHref } from "@/lib/content/links/rules";
import { anyEditorText, anyHref, anyJson } from "@/lib/content/testing/any-text";
import { cleanRichText } from "./rules";
import { richText } from "./schemas";
import { longestRichText } from "./vocabulary";

const doc = (...content: unknown[]) => ({ type: "doc", content });
const said = (text: string, marks?: unknown[]) => ({ type: "paragraph", content: [{ type: "text", text, ...(marks && { marks }) }] });

describe("AD-07 what a text may hold", () => {
  test("AD-07 what the editor adds for itself is dropped, what a reader sees is kept", () => {
    const link = { type: "link", attrs: { href: "https://exemple.fr", target: "_blank", rel: "noopener", class: null } };
    const list = { type: "orderedList", attrs: { start: 1 }, content: [{ type: "listItem", content: [said("Un")] }] };
    expect(cleanRichText(doc(said("Voir", [{ type: "bold" }, link]), list, { type: "paragraph" }))).toEqual(
      doc(said("Voir", [{ type: "link", attrs: { href: "https://exemple.fr/" } }, { type: "bold" }]), {
        type: "orderedList",
        content: [{ type: "listItem", content: [said("Un")] }],
      }),
    );
  });

  test.each([
    ["an image", doc({ type: "image", attrs: { src: "x" } })],
    ["code", doc({ type: "codeBlock", content: [{ type: "text", text: "x" }] })],
    ["a colour", doc(said("x", [{ type: "textStyle", attrs: { color: "red" } }]))],
    ["a title of level 1", doc({ type: "heading", attrs: { level: 1 }, content: [{ type: "text", text: "x" }] })],
    ["a link to a script", doc(said("x", [{ type: "link", attrs: { href: "javascript:alert(1)" } }]))],
    ["a control character", doc(said("a\u0000b"))],
    ["text at the root", doc({ type: "text", text: "x" })],
    ["no document", said("x")],
  ])("AD-07 %s is refused", (_, given) => {
    expect(cleanRichText(given)).toBeNull();
  });

  test("AD-07 lists in lists stop at four, however deep the data goes", () => {
    const nest = (depth: number): unknown => ({
      type: "bulletList",
      content: [{ type: "listItem", content: [said("x"), ...(depth > 1 ? [nest(depth - 1)] : [])] }],
    });
    expect(cleanRichText(doc(nest(4)))).not.toBeNull();
    expect(cleanRichText(doc(nest(5)))).toBeNull();
    expect(readRichText(JSON.stringify(doc(nest(900))))).toBeNull();
  });

  test("AD-07 too long, empty or broken is refused in words; nothing is taken for a text in a hurry", () => {
    const field = richText("Écrivez le texte.");
    const messageOf = (text: string) => field.safeParse(text).error?.issues[0]?.message;
    expect(messageOf("x".repeat(longestRichText + 1))).toMatch(/trop long/u);
    expect(messageOf(" \n ")).toBe("Écrivez le texte.");
    expect(messageOf(JSON.stringify(doc(said("  "))))).toBe("Écrivez le texte.");
    expect(messageOf('{"type":"doc","content":[')).toMatch(/pas permise/u);
    expect(field.parse("Un *mot*")).toEqual(
      doc({ type: "paragraph", content: [{ type: "text", text: "Un " }, said("mot", [{ type: "italic" }]).content[0]] }),
    );
  });

  test("AD-07 one text, one form: cleaning again changes nothing", () => {
    fc.assert(
      fc.property(fc.oneof(anyEditorText, anyJson), (given) => {
        const text = cleanRichText(given);
        if (text !== null) expect(cleanRichText(text)).toEqual(text);
      }),
      { numRuns: 1000 },
    );
  });
});

test("AD-07 a link that may be followed is of the web, mail, telephone or of this site", () => {
  expect(["https://exemple.fr/a b", "mailto:a@exemple.fr?body=x", "tel:12<", "exemple.fr", "http://localhost"].map(safeHref)).toEqual(
    Array.from({ length: 5 }, () => null),
  );
  expect(safeHref("https://exemple.fr/a(b)")).toBe("https://exemple.fr/a%28b%29");
  fc.assert(
    fc.property(anyHref, (given) => {
      const href = safeHref(given);
      if (href === null) return;
      expect(["https:", "http:", "mailto:", "tel:"]).toContain(new URL(href, "https://ici.example").protocol);
      expect(safeHref(href)).toBe(href);
      if (href.startsWith("/")) expect(new URL(href, "https://ici.example").origin).toBe("https://ici.example");
    }),
  );
});
