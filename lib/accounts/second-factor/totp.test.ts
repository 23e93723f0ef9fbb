import { expect, test } from "vitest";
import { stepOfCode, totpAddress, totpCode, totpStep } from "./totp";
import { spacedSecret } from "./rules";

const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const now = new Date("2026-11-21T09:00:10Z");

// RFC 6238, appendix B (SHA-1), the last six digits.
test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
])("MC-32 codes are those of the standard: at %i s, %s", (seconds, code) => {
  expect(totpCode(secret, totpStep(new Date(seconds * 1000)))).toBe(code);
});

test("MC-32 a clock half a minute early or late is forgiven, a minute is not", () => {
  const current = totpStep(now);
  for (const away of [-1, 0, 1]) expect(stepOfCode(secret, totpCode(secret, current + away), now)).toBe(current + away);
  for (const away of [-3, -2, 2, 3]) expect(stepOfCode(secret, totpCode(secret, current + away), now)).toBeNull();
});

test("MC-32 the address that the application scans names the account and the institution", () => {
  const address = new URL(totpAddress(secret, "Mon Compte CNFPT", "claire@mairie.example"));
  expect(address.protocol).toBe("otpauth:");
  expect(decodeURIComponent(address.pathname)).toContain("Mon Compte CNFPT:claire@mairie.example");
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    issuer: "Mon Compte CNFPT",
    secret,
    digits: "6",
    period: "30",
    algorithm: "SHA1",
  });
});

test("MC-32 the key to copy by hand is written in groups of four", () => {
  expect(spacedSecret("ABCDEFGHIJ")).toBe("ABCD EFGH IJ");
});
