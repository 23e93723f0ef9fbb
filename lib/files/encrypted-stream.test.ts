import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { describe, expect, test } from "vitest";
import { decryptStream, encryptStream, fileContext } from "./encrypted-stream";

const context = fileContext("one");
const key = randomBytes(32);
const through = (bytes: Buffer, by: ReturnType<typeof encryptStream>, piece = 10_000): Promise<Buffer> =>
  pipeline(Readable.from(pieces(bytes, piece), { objectMode: false }), by, buffer);

function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("TR-30 the form of a file in its store", () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_001])(
    "TR-30 %i bytes come back as they were, however they are cut on the way",
    async (length) => {
      const clear = randomBytes(length);
      const stored = await through(clear, encryptStream(key, context), 7_777);
      expect((await through(stored, decryptStream(key, context), 1_001)).equals(clear)).toBe(true);
      expect(stored.length).toBe(11 + length + 16 * Math.max(1, Math.ceil(length / 65_536)));
    },
  );

  test("TR-30 what is stored shows nothing of the content, and never twice the same", async () => {
    const clear = Buffer.from("CANARY".repeat(20_000));
    const [one, other] = [await through(clear, encryptStream(key, context)), await through(clear, encryptStream(key, context))];
    expect(one.includes("CANARY")).toBe(false);
    expect(one.equals(other)).toBe(false);
  });

  const cut = 11 + 65_536 + 16;
  test.each([
    [
      "one byte changed",
      (stored: Buffer) => Buffer.concat([stored.subarray(0, 500), Buffer.from([(stored[500] ?? 0) ^ 1]), stored.subarray(501)]),
    ],
    ["cut in a chunk", (stored: Buffer) => stored.subarray(0, stored.length - 1)],
    ["cut between chunks", (stored: Buffer) => stored.subarray(0, cut)],
    [
      "chunks swapped",
      (stored: Buffer) =>
        Buffer.concat([
          stored.subarray(0, 11),
          stored.subarray(cut, cut + 65_552),
          stored.subarray(11, cut),
          stored.subarray(cut + 65_552),
        ]),
    ],
    ["bytes added", (stored: Buffer) => Buffer.concat([stored, Buffer.from([0])])],
    ["only the head left", (stored: Buffer) => stored.subarray(0, 11)],
    ["nothing left", () => Buffer.alloc(0)],
  ])("TR-30 a stored file does not open with %s", async (_what, damage) => {
    const stored = await through(randomBytes(200_000), encryptStream(key, context));
    await expect(through(damage(stored), decryptStream(key, context))).rejects.toThrow(/authenticate|cut short/u);
  });

  test("TR-30 a stored file opens neither with another key nor as another file", async () => {
    const stored = await through(Buffer.from("secret"), encryptStream(key, context));
    await expect(through(stored, decryptStream(randomBytes(32), context))).rejects.toThrow(/authenticate|cut short/u);
    await expect(through(stored, decryptStream(key, fileContext("other")))).rejects.toThrow(/authenticate|cut short/u);
  });
});
