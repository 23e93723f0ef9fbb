import fc from "fast-check";
import { expect, test } from "vitest";
import { xml, xmlDocument, xmlText } from "./xml";

/** What a reader of XML makes of a text: references become the characters they stand for. */
const read = (written: string) => written.replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom("<", ">", "&", "'", '"', "]]>", "<!--", "&amp;", "\0", "\uD800", "\uFFFF", "\r\n", "é"),
    maxLength: 20,
  }),
);

test("EI-16 whatever an ad holds, its text opens no element, ends none, and is read back as it was, but for what XML cannot hold", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const written = xmlText(text);
      expect(written).not.toMatch(/[<>"']|&(?!#\d+;)/u);
      // Allowed by XML 1.0: nothing else is left.
      expect([...written].every((sign) => /[\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(sign))).toBe(true);
      const kept = [...text].filter((sign) => /[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(sign)).join("");
      expect(read(written)).toBe(kept);
    }),
  );
});

test("EI-16 a template writes its holes as text, and keeps what is XML already", () => {
  const entries = ["a & b", "<c>"].map((title) => xml`<title>${title}</title>`);
  expect(xmlDocument(xml`<feed n="${2}">${entries}</feed>`)).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<feed n="2"><title>a &#38; b</title><title>&#60;c&#62;</title></feed>\n',
  );
});
