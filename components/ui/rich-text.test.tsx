import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readNotation } from "@/lib/content/notation/rules";
import type { RichText as Text } from "@/lib/content/rich-text/vocabulary";
import { anyEditorText, anyJson } from "@/lib/content/testing/any-text";
import { RichText } from "./rich-text";

const draw = (text: string, heading?: "h2" | "h3") =>
  renderToStaticMarkup(<RichText text={readNotation(text)} {...(heading && { heading })} />);

test("AD-07 titles, lists, bold and links become what screen readers know", () => {
  expect(draw("## Un\n\n### Deux\n\nUn **mot** et *un autre*\n\n- a\n  1. b")).toBe(
    '<div class="rich-text"><h2>Un</h2><h3>Deux</h3><p>Un <strong>mot</strong> et <em>un autre</em></p><ul><li>a<ol><li>b</li></ol></li></ul></div>',
  );
  expect(draw("## Un\n\n### Deux", "h3")).toContain("<h3>Un</h3><h4>Deux</h4>");
});

test("AD-07 a link with a word in bold is one link; one to another site says that it opens a window", () => {
  const html = draw("[Voir **la charte** ici](https://exemple.fr) ou [là](/intervenants)");
  expect(html.match(/<a /gu)).toHaveLength(2);
  expect(html).toMatch(
    /<a href="https:\/\/exemple\.fr\/" target="_blank" rel="noopener noreferrer"[^>]*>Voir <strong>la charte<\/strong> ici/u,
  );
  expect(html).toMatch(/<a [^>]*href="\/intervenants"[^>]*>là<\/a>/u);
});

/** The only tags and attributes that a text can make (an icon stands beside the links that leave the site). */
const tag = /<\/?([a-z][a-z0-9]*)((?:\s[^<>]*?)?)\/?>/gu;
const allowed = new Set(["div", "p", "h2", "h3", "ul", "ol", "li", "strong", "em", "br", "a", "span", "svg", "path"]);

test("AD-07 no data, however made, draws a script, a handler or a link to a script", () => {
  const given = fc.oneof(
    anyEditorText,
    anyJson,
    anyJson.map((node) => ({ type: "doc", content: [node] })),
  );
  fc.assert(
    fc.property(given, (text) => {
      // What a database may hold is not what its type says.
      const html = renderToStaticMarkup(<RichText text={text as Text} />);
      for (const [, name, attributes] of html.matchAll(tag)) {
        expect(allowed).toContain(name);
        expect(attributes).not.toMatch(/\s(?:on\w+|style|src|srcdoc)=/iu);
        const href = /\shref="([^"]*)"/u.exec(attributes ?? "")?.[1];
        if (href !== undefined) expect(href).toMatch(/^(?:https?:\/\/[^@/?#]+(?:[/?#]|$)|mailto:|tel:|[/#](?![/\\]))/iu);
      }
      expect(html.replace(tag, "")).not.toContain("<");
    }),
    { numRuns: 3000 },
  );
});
