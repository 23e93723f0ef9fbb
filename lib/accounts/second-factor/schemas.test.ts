import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newRecoveryCode } from "./recovery-code";
import { canonicalRecoveryCode } from "./recovery-code-text";
import { confirmTotpInput, passPasskeyInput, passRecoveryInput, registerPasskeyInput, removeFactorInput } from "./schemas";

test.each(["123456", " 123 456 ", "123-456", "123 456"])("MC-32 a code is read as people type or paste it: %j", (code) => {
  expect(confirmTotpInput.parse({ code })).toEqual({ code: "123456" });
});

test.each(["12345", "1234567", "12345a", "", "１２３４５６"])("MC-32 what is no code is told so: %j", (code) => {
  expect(confirmTotpInput.safeParse({ code }).error?.issues[0]?.message).toBe("Le code compte 6 chiffres.");
});

test("MC-32 a recovery code is read in capitals, with spaces, with O for 0 and L for 1", () => {
  expect(canonicalRecoveryCode("  7K3MX P9DQA ")).toBe("7k3mx-p9dqa");
  expect(canonicalRecoveryCode("oIl0x-p9dqa")).toBe("0110x-p9dqa");
  expect(canonicalRecoveryCode("7k3mx-p9dq")).toBeNull();
  expect(canonicalRecoveryCode("7k3mx-p9dqu")).toBeNull();
});

test("MC-32 every code that is given can be typed back", () => {
  for (let times = 0; times < 200; times += 1) {
    const code = newRecoveryCode();
    expect(passRecoveryInput.parse({ recoveryCode: code.toUpperCase().replace("-", "") }).recoveryCode).toBe(code);
  }
});

describe("MC-32 whatever is posted", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("\0", "\ud800", "__proto__", "\u202e", "x".repeat(1_000_000), "{}", "null", "[]", '{"id":{}}'),
    fc.json(),
  );
  test.each([
    ["a code", confirmTotpInput, "code"],
    ["a recovery code", passRecoveryInput, "recoveryCode"],
    ["the answer of a device", passPasskeyInput, "answer"],
    ["the answer of a new device", registerPasskeyInput, "answer"],
    ["the name of a passkey", registerPasskeyInput, "name"],
    ["a factor to remove", removeFactorInput, "factor"],
  ] as const)("%s is taken or refused in French, never thrown at", (_, schema, field) => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.anything()), (value) => {
        const parsed = schema.safeParse({ [field]: value });
        if (parsed.success) return;
        for (const issue of parsed.error.issues.filter(({ path }) => path[0] === field)) expect(issue.message.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
