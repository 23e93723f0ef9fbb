import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decryptStream } from "./decrypt-stream";
import { fileContext } from "./encrypted-chunks";
import { readEncrypted, writeEncrypted } from "./encrypted-file";

const context = fileContext("one");
const key = randomBytes(32);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "encrypted-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Not a part of the memory that small buffers share. */
const ownCopy = (piece: Buffer) => Buffer.from(new Uint8Array(piece).buffer);
const newPath = () => join(folder, randomBytes(8).toString("hex"));
async function stored(bytes: Buffer, piece = 10_000): Promise<Buffer> {
  const path = newPath();
  await writeEncrypted(path, pieces(bytes, piece), key, context);
  expect((await readEncrypted(path, bytes.length, key, context)).equals(bytes)).toBe(true);
  return readFile(path);
}
const opened = (bytes: Buffer, { by = decryptStream(key, context), piece = 10_000 } = {}): Promise<Buffer> =>
  pipeline(Readable.from(pieces(bytes, piece), { objectMode: false }), by, buffer);

async function* pieces(bytes: Buffer, size: number, made = (piece: Buffer) => piece) {
  for (let at = 0; at < bytes.length; at += size) yield made(bytes.subarray(at, at + size));
}

describe("TR-30 the form of a file in its store", () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 262_144, 262_145, 300_001, 1_000_000])(
    "TR-30 %i bytes come back as they were, however they are cut on the way",
    async (length) => {
      const clear = randomBytes(length);
      for (const piece of [7_777, 65_536, 2_000_000]) {
        const kept = await stored(clear, piece);
        for (const back of [1_001, 65_552, 2_000_000]) {
          expect((await opened(kept, { piece: back })).equals(clear)).toBe(true);
          const spent = pipeline(pieces(kept, back, ownCopy), decryptStream(key, context, { spend: true }), buffer);
          expect((await spent).equals(clear)).toBe(true);
        }
        expect(kept.length).toBe(11 + length + 16 * Math.max(1, Math.ceil(length / 65_536)));
      }
    },
  );

  /** Written by the program as it was on 21 November 2026, with a key of zeros. */
  const older = "RVNGMZTnt2nA9haRoHZAIQrfwy3myQmFU84KmhYta3+Tz5bDdhoS7w==";
  test("TR-30 a file that was stored by an earlier version opens", async () => {
    const by = decryptStream(Buffer.alloc(32), fileContext("older"));
    expect((await opened(Buffer.from(older, "base64"), { by })).toString()).toBe("stored before");
  });

  test("TR-30 what is stored shows nothing of the content, and never twice the same", async () => {
    const clear = Buffer.from("CANARY".repeat(20_000));
    const [one, other] = [await stored(clear), await stored(clear)];
    expect(one.includes("CANARY")).toBe(false);
    expect(one.equals(other)).toBe(false);
  });

  const cut = 11 + 65_536 + 16;
  test.each([
    ["one byte changed", (kept: Buffer) => Buffer.concat([kept.subarray(0, 500), Buffer.from([(kept[500] ?? 0) ^ 1]), kept.subarray(501)])],
    ["cut in a chunk", (kept: Buffer) => kept.subarray(0, kept.length - 1)],
    ["cut between chunks", (kept: Buffer) => kept.subarray(0, cut)],
    [
      "chunks swapped",
      (kept: Buffer) =>
        Buffer.concat([kept.subarray(0, 11), kept.subarray(cut, cut + 65_552), kept.subarray(11, cut), kept.subarray(cut + 65_552)]),
    ],
    ["bytes added", (kept: Buffer) => Buffer.concat([kept, Buffer.from([0])])],
    ["only the head left", (kept: Buffer) => kept.subarray(0, 11)],
    ["nothing left", () => Buffer.alloc(0)],
  ])("TR-30 a stored file does not open with %s", async (_what, damage) => {
    const damaged = damage(await stored(randomBytes(200_000)));
    for (const piece of [10_000, 2_000_000]) await expect(opened(damaged, { piece })).rejects.toThrow(/authenticate|cut short/u);
  });

  test("TR-30 what was received is not checked when it was changed or cut on the disk", async () => {
    const bytes = randomBytes(300_000);
    const kept = await stored(bytes);
    for (const damage of [(kept[200_000] ?? 0) ^ 1, null]) {
      const path = newPath();
      await writeFile(
        path,
        damage === null ? kept.subarray(0, -1) : Buffer.concat([kept.subarray(0, 200_000), Buffer.from([damage]), kept.subarray(200_001)]),
      );
      await expect(readEncrypted(path, bytes.length, key, context)).rejects.toThrow(/authenticate|cut short/u);
    }
  });

  test("TR-30 bytes that are sent again after they were encrypted are still there: nothing of the sender's is given back", async () => {
    const sent = randomBytes(100_000);
    const again = Buffer.from(sent);
    await writeEncrypted(newPath(), Readable.from([sent]), key, context);
    expect(sent.equals(again)).toBe(true);
  });

  test("TR-30 a file is never written over another", async () => {
    const path = newPath();
    await writeFile(path, "somebody's");
    await expect(writeEncrypted(path, pieces(Buffer.from("mine"), 10), key, context)).rejects.toThrow("EEXIST");
    expect(await readFile(path, "utf8")).toBe("somebody's");
  });

  test("TR-30 a stored file opens neither with another key nor as another file", async () => {
    const kept = await stored(Buffer.from("secret"));
    for (const by of [decryptStream(randomBytes(32), context), decryptStream(key, fileContext("other"))])
      await expect(opened(kept, { by })).rejects.toThrow(/authenticate|cut short/u);
  });
});
