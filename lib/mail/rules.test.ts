import * as fc from "fast-check";
import { expect, test } from "vitest";
import { headerLine, isBareAddress, namedAddress } from "./header-rules";
import { giveUpAfter, maxAttempts, mayRepeat, pauseDelay, retryDelay } from "./rules";
import { repeatableFor } from "./transport";

test("TR-01 attempts are spaced more and more, for about three days, then stop", () => {
  const delays = Array.from({ length: maxAttempts - 1 }, (_, done) => retryDelay(done + 1) ?? Number.NaN);
  expect(delays.slice(0, 6)).toEqual([60, 300, 900, 3600, 14_400, 14_400]);
  expect(delays).toEqual([...delays].sort((one, other) => one - other));
  const total = delays.reduce((sum, delay) => sum + delay, 0);
  expect(total).toBeGreaterThan(giveUpAfter * 0.85);
  expect(total).toBeLessThan(giveUpAfter * 1.05);
  expect(retryDelay(maxAttempts)).toBeNull();
});

test("TR-01 a server that asks for a wait gets it, within reason", () => {
  expect(retryDelay(1, 600)).toBe(600);
  expect(retryDelay(1, 10)).toBe(60);
  expect(retryDelay(1, 10_000_000)).toBe(21_600);
  expect([1, 2, 3, 4, 5, 60].map((failures) => pauseDelay(failures))).toEqual([5, 10, 20, 40, 60, 60]);
  expect(pauseDelay(1, 30)).toBe(30);
});

test("TR-01 a mail in doubt is repeated while Resend remembers it, never over SMTP", () => {
  const doubt = new Date("2026-11-21T09:00:00Z");
  const after = (hours: number) => new Date(doubt.getTime() + hours * 3_600_000);
  expect(mayRepeat(doubt, after(22), repeatableFor.resend)).toBe(true);
  expect(mayRepeat(doubt, after(24), repeatableFor.resend)).toBe(false);
  expect(mayRepeat(doubt, doubt, repeatableFor.smtp)).toBe(false);
  expect(mayRepeat(doubt, after(10_000), repeatableFor.local)).toBe(true);
});

test("TR-01 no text becomes a second header line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(headerLine(text)).not.toMatch(/[\r\n\0\u0085\u2028\u2029]/u);
      expect(namedAddress(text, "a@b.example")).not.toMatch(/[\r\n\0]/u);
    }),
  );
  expect(namedAddress('Évil" <x@evil.example>, "', "a@b.example")).toBe('"Évil\\" <x@evil.example>, \\"" <a@b.example>');
});

test.each([
  "a@b.example\r\nBcc: x@evil.example",
  "a@b.example, x@evil.example",
  "x@evil.example <a@b.example>",
  "a@b@c.example",
  '"a b"@c.example',
  "a@b.example\0",
  "",
  "@b.example",
  "a@",
])("TR-01 %j is not taken for one recipient", (address) => expect(isBareAddress(address)).toBe(false));

test.each(["a@b.example", "prenom.nom+liste@sous.domaine.example", "d’artagnan@mousquetaires.example", "o'neil@b.example"])(
  "TR-01 %s is one recipient",
  (address) => expect(isBareAddress(address)).toBe(true),
);
