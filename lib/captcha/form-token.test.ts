import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFormToken, issueFormToken } from "./form-token";

const shown = new Date("2026-11-21T09:00:00Z");
const after = (seconds: number) => new Date(shown.getTime() + seconds * 1000);

test("MC-06 a form tells how long ago it was shown", () => {
  const token = issueFormToken("sign-up", shown);
  expect(checkFormToken(token, "sign-up", after(0))).toBe(0);
  expect(checkFormToken(token, "sign-up", after(42.5))).toBe(42.5);
});

test("MC-06 the token of one form is worth nothing on another", () => {
  expect(checkFormToken(issueFormToken("sign-up", shown), "forgotten-password", after(10))).toBeNull();
});

test("MC-06 a token altered in any one character, or written by somebody else, is refused", () => {
  const token = issueFormToken("sign-up", shown);
  for (let index = 0; index < token.length; index += 1) {
    const altered = token.slice(0, index) + (token[index] === "0" ? "1" : "0") + token.slice(index + 1);
    expect(checkFormToken(altered, "sign-up", after(10))).toBeNull();
  }
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => checkFormToken(text, "sign-up", shown) === null));
  for (const text of ["", ".", `${token}.`, `${token}.x`, ` ${token}`]) expect(checkFormToken(text, "sign-up", after(10))).toBeNull();
});

test("MC-06 a token of the future is refused, apart from the skew of two servers' clocks", () => {
  expect(checkFormToken(issueFormToken("x", after(4)), "x", shown)).toBe(0);
  expect(checkFormToken(issueFormToken("x", after(6)), "x", shown)).toBeNull();
});
