import fc from "fast-check";

const words = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom("- ", "## ", "1. ", "*", "**", "[a](b)", "\\", " ", "\u00A0", "\n", "é", "e\u0301", "<script>alert(1)</script>", "]("),
);

/** Addresses, good and bad, in their disguises. */
export const anyHref = fc.oneof(
  fc.constantFrom(
    "https://exemple.fr/page(1)",
    "http://exemple.fr",
    "mailto:a@exemple.fr",
    "tel:+33142000000",
    "/intervenants",
    "#haut",
    "javascript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//exemple.fr",
    "/\\exemple.fr",
    "https://exemple.fr@mal.example",
    "https://a:b@exemple.fr",
    "blob:https://exemple.fr/x",
    "file:///etc/passwd",
  ),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string(),
);

const mark = fc.oneof(
  fc.constantFrom({ type: "bold" }, { type: "italic" }),
  anyHref.map((href) => ({ type: "link", attrs: { href, target: "_blank", class: null } })),
);
const run = fc.record({
  type: fc.constant("text"),
  text: words,
  marks: fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type }),
});
const inline = fc.array(fc.oneof({ weight: 5, arbitrary: run }, { weight: 1, arbitrary: fc.constant({ type: "hardBreak" }) }), {
  maxLength: 5,
});
const paragraph = inline.map((content) => ({ type: "paragraph", content }));
const heading = fc.tuple(inline, fc.constantFrom(2, 3)).map(([content, level]) => ({ type: "heading", attrs: { level }, content }));

const { list } = fc.letrec<{ list: unknown; item: unknown }>((tie) => ({
  list: fc.record({
    type: fc.constantFrom("bulletList", "orderedList"),
    content: fc.array(tie("item"), { maxLength: 3 }),
  }),
  item: fc
    .array(fc.oneof({ depthSize: "small", withCrossShrink: true }, paragraph, heading, tie("list")), { maxLength: 3 })
    .map((content) => ({ type: "listItem", content })),
}));

/** Texts as an editor could give them: well made, but for what their links hold. */
export const anyEditorText = fc.array(fc.oneof(paragraph, heading, list), { maxLength: 6 }).map((content) => ({ type: "doc", content }));

const names = fc.constantFrom(
  "doc",
  "text",
  "paragraph",
  "heading",
  "bulletList",
  "listItem",
  "script",
  "iframe",
  "image",
  "link",
  "hardBreak",
);

/** Anything that JSON can hold, with the words of a text in it. */
export const anyJson = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    fc.jsonValue(),
    fc.record(
      {
        type: fc.oneof(names, fc.string()),
        text: fc.oneof(words, fc.jsonValue()),
        attrs: fc.oneof(fc.record({ href: anyHref, level: fc.nat(7), onclick: fc.constant("alert(1)") }), fc.jsonValue()),
        marks: fc.oneof(fc.array(fc.oneof(mark, fc.jsonValue()), { maxLength: 3 }), fc.jsonValue()),
        content: fc.oneof(fc.array(tie("node"), { maxLength: 4 }), fc.jsonValue()),
        dangerouslySetInnerHTML: fc.constant({ __html: "<script>alert(1)</script>" }),
      },
      { requiredKeys: ["type"] },
    ),
  ),
})).node;
