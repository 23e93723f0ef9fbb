import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashToken, keyedHash, newCode, newToken, open, openText, rewrap, sameText, seal, unwrapKey, wrapKey } from "./crypto";
import type { MasterKey } from "./env";

const older: MasterKey = { id: "older", key: Buffer.alloc(32, 1) };
const newer: MasterKey = { id: "newer", key: Buffer.alloc(32, 2) };
const context = "totp_secrets|secret|1";

/** The sealed value with one character of one of its parts changed. */
function altered(sealed: string, part: number): string {
  const parts = sealed.split(".");
  const text = parts[part] ?? "";
  parts[part] = `${text.slice(0, 8)}${text[8] === "A" ? "B" : "A"}${text.slice(9)}`;
  return parts.join(".");
}

describe("TR-30 what is sealed opens with its key and in its place only", () => {
  test("TR-30 any bytes come back as they were, and never look the same twice", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        const clear = Buffer.from(bytes);
        const sealed = seal(clear, context, [older]);
        expect(open(sealed, context, [older]).equals(clear)).toBe(true);
        expect(seal(clear, context, [older])).not.toBe(sealed);
      }),
    );
  });

  test("TR-30 the clear text is nowhere in the sealed value", () => {
    expect(Buffer.from(seal("1850578006048", context, [older]).split(".")[3] ?? "", "base64url").includes("1850578006048")).toBe(false);
  });

  test("TR-30 a value moved to another row, or altered anywhere, does not open", () => {
    const sealed = seal("secret", context, [older]);
    expect(() => open(sealed, "totp_secrets|secret|2", [older])).toThrow();
    for (const part of [2, 3]) expect(() => open(altered(sealed, part), context, [older])).toThrow();
    expect(() => open(sealed, context, [newer])).toThrow("master key older is not configured");
    expect(() => open(sealed, context, [{ id: "older", key: newer.key }])).toThrow();
    for (const nothing of ["", "v1", "clear text", "v2.a.b.c"]) expect(() => open(nothing, context, [older])).toThrow();
  });

  test("TR-30 rotation: wrapped again for the new key without being sealed again, once", () => {
    const sealed = seal("secret", context, [older]);
    const fresh = rewrap(sealed, context, [newer, older]);
    if (fresh === null) throw new Error("not wrapped again");
    expect(openText(fresh, context, [newer])).toBe("secret");
    expect(fresh.split(".")[3]).toBe(sealed.split(".")[3]);
    expect(rewrap(fresh, context, [newer, older])).toBeNull();
    expect(() => rewrap(sealed, "elsewhere", [newer, older])).toThrow();
  });

  test("TR-30 the key of a file is bound to its file", () => {
    const dataKey = Buffer.alloc(32, 5);
    const [keyId, wrapped] = wrapKey(dataKey, "files|wrapped_key|1", [newer, older]);
    expect(keyId).toBe("newer");
    expect(unwrapKey(keyId, wrapped, "files|wrapped_key|1", [newer]).equals(dataKey)).toBe(true);
    expect(() => unwrapKey(keyId, wrapped, "files|wrapped_key|2", [newer])).toThrow();
  });
});

describe("MC-06 what is mailed cannot be guessed, nor found again from what is stored", () => {
  test("MC-06 a token has 256 bits, a code eight digits, the first one included", () => {
    const tokens = new Set(Array.from({ length: 500 }, newToken));
    expect(tokens.size).toBe(500);
    for (const token of tokens) expect(Buffer.from(token, "base64url").length).toBe(32);
    const codes = Array.from({ length: 2_000 }, newCode);
    expect(codes.every((code) => /^\d{8}$/u.test(code))).toBe(true);
    expect(codes.some((code) => code.startsWith("0"))).toBe(true);
  });

  test("MC-06 hashes are stable, tell values apart, and keyed ones tell purposes apart", () => {
    expect(hashToken("a")).toBe(hashToken("a"));
    expect(hashToken("a")).not.toBe(hashToken("b"));
    expect(keyedHash("code", "1")).not.toBe(keyedHash("address", "1"));
    expect([sameText("ab", "ab"), sameText("ab", "ac"), sameText("ab", "abc"), sameText("é", "e")]).toEqual([true, false, false, false]);
  });
});
