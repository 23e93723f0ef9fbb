import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalAddress } from "./canonical-address";
import { mailAddress, optionalMailAddress, proofInput, requestAddressInput } from "./schemas";

const runs = 300;
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/u);
const domain = fc.tuple(word, fc.constantFrom("fr", "com", "org", "example", "gouv.fr")).map(([name, end]) => `${name}.${end}`);
const local = fc.tuple(word, fc.constantFrom("", ".", "-", "_", "+", "'"), word).map((parts) => parts.join(""));
const address = fc.tuple(local, domain).map(([before, after]) => `${before}@${after}`);
/** The same letters, each in upper or lower case. */
const inAnyCase = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((ups) => [...text].map((letter, index) => (ups[index] === true ? letter.toUpperCase() : letter)).join(""));

test("MC-03 an address has one form, whatever the case and the spaces around it", () => {
  fc.assert(
    fc.property(
      address.chain((plain) => fc.tuple(fc.constant(plain), inAnyCase(plain), fc.constantFrom("", " ", "\t", "\n", "\u00a0"))),
      ([plain, typed, space]) => {
        expect(canonicalAddress(`${space}${typed}${space}`)).toBe(plain);
      },
    ),
    { numRuns: runs },
  );
});

test("MC-03 the one form of the one form is itself, and is plain ASCII with one @", () => {
  fc.assert(
    fc.property(fc.oneof(address, fc.string({ unit: "binary" }), fc.emailAddress()), (typed) => {
      const once = canonicalAddress(typed);
      if (once === null) return;
      expect(canonicalAddress(once)).toBe(once);
      expect(once).toMatch(/^[\x21-\x3f\x5b-\x7e]+@[a-z0-9.-]+$/u);
      expect(once.length).toBeLessThanOrEqual(254);
    }),
    { numRuns: runs },
  );
});

test("MC-03 look-alikes of @ are not taken for it, nor for an ordinary character", () => {
  fc.assert(
    fc.property(
      local,
      domain,
      fc.constantFrom("\uFF20", "\uFE6B", "\u24D0", "\u0251", "(at)", "[at]", " at ", "%40", "&#64;", "@@"),
      (before, after, at) => {
        expect(canonicalAddress(`${before}${at}${after}`)).toBeNull();
      },
    ),
    { numRuns: runs },
  );
});

test("MC-03 lists, comments, quotes, names and line ends are refused: one field, one mailbox", () => {
  const shapes: readonly ((one: string, other: string) => string)[] = [
    (one, other) => `${one},${other}`,
    (one, other) => `${one};${other}`,
    (one, other) => `${one} ${other}`,
    (one, other) => `${one}\r\nBcc: ${other}`,
    (one, other) => `${one}\u0000${other}`,
    (one) => `Nom <${one}>`,
    (one) => `<${one}>`,
    (one) => `mailto:${one}`,
    (one) => one.replace("@", "(commentaire)@"),
    (one) => one.replace("@", "@(commentaire)"),
    (one) => `"${one.replace("@", '"@')}`,
    (one) => one.replace("@", "\\@"),
    (one) => one.replace("@", "..@"),
    (one) => `.${one}`,
    (one) => one.replace("@", ".@"),
    (one) => `${one}.`,
    (one) => `${one}:25`,
    (one) => `${one}/..`,
    (one) => `${one}?subject=x`,
    (one) => one.replace(/@.*$/u, "@[127.0.0.1]"),
    (one) => one.replace(/@.*$/u, "@127.0.0.1"),
    (one) => one.replace(/@.*$/u, "@localhost"),
    (one) => one.replace(/@.*$/u, "@-ville.fr"),
    (one) => one.replace(/@.*$/u, ""),
    (one) => one.replace(/^[^@]*/u, ""),
  ];
  fc.assert(
    fc.property(address, address, fc.constantFrom(...shapes), (one, other, shape) => {
      expect(canonicalAddress(shape(one, other))).toBeNull();
    }),
    { numRuns: runs },
  );
});

test("MC-03 letters of other alphabets before the @ pass for no other mailbox", () => {
  fc.assert(
    fc.property(
      local,
      domain,
      fc.constantFrom("\u0430", "\u0435", "\u03BF", "\uFF41", "\u200B", "\u202E", "\u00AD", "é", "ß", "\u212A", "\u0131", "\uD800"),
      (before, after, foreign) => {
        expect(canonicalAddress(`${before}${foreign}@${after}`) ?? "refused").toMatch(/^(?:refused|[\x20-\x7e]*)$/u);
        expect(canonicalAddress(`${before}${foreign}@${after}`)).not.toBe(`${before}@${after}`);
      },
    ),
    { numRuns: runs },
  );
});

describe("MC-03 a domain in any alphabet is kept in ASCII, and what cannot be seen in it does not make another one", () => {
  test.each([
    ["Agent@Ville-Évry.fr", "agent@xn--ville-vry-g4a.fr"],
    ["agent@bücher.example", "agent@xn--bcher-kva.example"],
    ["agent@xn--bcher-kva.example", "agent@xn--bcher-kva.example"],
    ["agent@ville\u3002fr", "agent@ville.fr"],
    ["agent@vi\u200Blle.fr", "agent@ville.fr"],
    ["agent@\uFF56ille.fr", null],
    ["agent@v\u0456lle.fr", "agent@xn--vlle-l9d.fr"],
  ] as const)("%s", (typed, expected) => {
    expect(canonicalAddress(typed)).toBe(expected);
  });
});

test("MC-03 lengths: 64 characters before the @, 254 in all", () => {
  const labels = (length: number) => `${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(length - 125)}.fr`;
  expect(canonicalAddress(`${"x".repeat(64)}@ville.fr`)).not.toBeNull();
  expect(canonicalAddress(`${"x".repeat(65)}@ville.fr`)).toBeNull();
  expect(canonicalAddress(`${"x".repeat(64)}@${labels(180)}`)).toHaveLength(245);
  expect(canonicalAddress(`${"x".repeat(64)}@${labels(180)}.${"d".repeat(9)}`)).toBeNull();
});

const anything = fc.oneof(
  fc.anything(),
  fc.string({ unit: "binary" }),
  fc.constantFrom("\u0000", "\uD800", "\u202Etset@ville.fr", "a".repeat(1_000_000), "__proto__"),
);

test("MC-22 whatever is posted, the schemas accept a plain address or refuse in French, on the field", () => {
  fc.assert(
    fc.property(anything, anything, (typed, current) => {
      for (const [schema, given] of [
        [mailAddress(), typed],
        [optionalMailAddress, typed],
        [requestAddressInput, { address: typed, current }],
        [proofInput, { purpose: typed }],
      ] as const) {
        const parsed = schema.safeParse(given);
        if (parsed.success) expect(JSON.stringify(parsed.data)).not.toContain("\u0000");
        else for (const issue of parsed.error.issues) expect(issue.message).toMatch(/[a-zéà].*\.$/u);
      }
    }),
    { numRuns: runs },
  );
});

test("MC-22 a field that was not asked for is refused", () => {
  expect(requestAddressInput.safeParse({ address: "a@ville.fr", current: "x", accountId: "1" }).success).toBe(false);
  expect(requestAddressInput.safeParse(JSON.parse('{"address":"a@ville.fr","current":"x","__proto__":{"admin":true}}')).success).toBe(
    false,
  );
  expect(proofInput.safeParse({ purpose: "reset_password" }).success).toBe(false);
});
