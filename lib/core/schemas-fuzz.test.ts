import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";

/** Short profile in `npm test`; the whole proof with LONG=1. */
const runs = process.env["LONG"] === "1" ? 1000 : 60;

const modules = import.meta.glob<Record<string, unknown>>("/lib/**/schemas.ts", { eager: true });
const isInput = (value: unknown): value is z.ZodObject => value instanceof z.ZodObject;
const inputs = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, schema]) => (isInput(schema) ? [{ name: `${file.slice(5, -3)} ${name}`, schema }] : [])),
);

/** What people, browsers and attackers put into fields. */
const nasty = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "\0",
    "a\0b",
    "\uD800",
    "x\uDFFF",
    "\u202Efdp.exe",
    "\u200B",
    "é".normalize("NFD"),
    "__proto__",
    "constructor",
    "'; drop table accounts;--",
    "<script>alert(1)</script>",
    "=1+1",
    "Infinity",
    "9999-99-99",
    "0000-00-00",
    "31/02/2026",
    "-1",
    "1e309",
  ),
  fc.constant("x".repeat(1_000_000)),
  fc.anything(),
  fc.array(fc.string(), { maxLength: 3 }),
);

const objectOf = (schema: z.ZodObject) => {
  const shape = Object.fromEntries(Object.keys(schema.shape).map((key) => [key, fc.option(nasty, { nil: undefined })]));
  return fc
    .tuple(
      fc.record(shape),
      fc.option(fc.dictionary(fc.constantFrom("role", "accountId", "ownerId", "__proto__", "status"), fc.string()), { nil: {} }),
    )
    .map(([fields, more]) => ({ ...fields, ...more }));
};

/** Half a sentence at least, in French: never the library's own English. */
const isFrench = (message: string) =>
  message.length > 5 && !/\b(?:invalid|expected|required|received|must|too (?:big|small)|unrecognized)\b/iu.test(message);

describe("every input schema, whatever is thrown at it", () => {
  test("the schemas are found", () => expect(inputs.length).toBeGreaterThan(5));

  test.each(inputs)("$name answers with values or with French messages tied to fields, and never throws", ({ schema }) => {
    fc.assert(
      fc.property(objectOf(schema), (value) => {
        const parsed = schema.safeParse(value);
        if (parsed.success) return;
        for (const issue of parsed.error.issues) {
          if (issue.code === "unrecognized_keys") continue;
          expect(issue.path.length, JSON.stringify(issue)).toBeGreaterThan(0);
          expect(isFrench(issue.message), `${issue.path.join(".")}: ${issue.message}`).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });

  test.each(inputs)("$name lets no half character, NUL or endless text through", ({ schema }) => {
    fc.assert(
      fc.property(objectOf(schema), (value) => {
        const parsed = schema.safeParse(value);
        if (!parsed.success) return;
        for (const text of Object.values(parsed.data)) {
          if (typeof text !== "string") continue;
          expect(text.isWellFormed() && !text.includes("\0") && text.length <= 20_000).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });
});
