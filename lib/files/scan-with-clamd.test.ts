import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ScannerUnavailable, scanWithClamd } from "./scan-with-clamd";
import { type ClamdDouble, eicar, startClamdDouble } from "./testing/clamd-double";
import { hasClamd, type RealClamd, startRealClamd } from "./testing/real-clamd";

let clamd: ClamdDouble;
beforeAll(async () => {
  clamd = await startClamdDouble();
});
afterAll(() => clamd.close());

describe("TR-20 the virus scanner", () => {
  test("TR-20 a clean file of several pieces arrives whole and is clean", async () => {
    const bytes = randomBytes(200_000);
    expect(await scanWithClamd(clamd.url, bytes)).toEqual({ clean: true });
    expect(clamd.scanned.at(-1)?.equals(bytes)).toBe(true);
  });

  test("TR-20 the test virus is found and named", async () => {
    expect(await scanWithClamd(clamd.url, Buffer.concat([randomBytes(70_000), eicar]))).toEqual({
      clean: false,
      signature: "Eicar-Test-Signature",
    });
  });

  test.each(["hang", "cut", "nonsense"] as const)("TR-20 a scanner that is not well (%s) gives no verdict at all", async (mood) => {
    clamd.mood = mood;
    await expect(scanWithClamd(clamd.url, randomBytes(70_000), 300)).rejects.toBeInstanceOf(ScannerUnavailable);
    clamd.mood = "well";
  });

  test("TR-20 a scanner that is not there gives no verdict", async () => {
    await expect(scanWithClamd("tcp://127.0.0.1:1", eicar, 1_000)).rejects.toBeInstanceOf(ScannerUnavailable);
  });
});

// Where the Debian package clamav-daemon is installed: the double above is held to what the real one says.
describe.runIf(hasClamd)("TR-20 a real clamd, with one local signature", () => {
  let real: RealClamd;
  beforeAll(async () => {
    real = await startRealClamd();
  }, 30_000);
  afterAll(() => real.close());

  test("TR-20 the test virus is found alone and in the middle of 5 MB; a clean file is clean; one too long gets no verdict", async () => {
    const found = { clean: false, signature: "Local.Eicar.UNOFFICIAL" };
    const blank = Buffer.alloc(2_500_000, " ");
    expect(await scanWithClamd(real.url, eicar)).toEqual(found);
    expect(await scanWithClamd(real.url, Buffer.concat([blank, eicar, blank]))).toEqual(found);
    expect(await scanWithClamd(real.url, Buffer.alloc(5_000_000, 1))).toEqual({ clean: true });
    await expect(scanWithClamd(real.url, Buffer.alloc(21_000_000, 1))).rejects.toBeInstanceOf(ScannerUnavailable);
  });
});
