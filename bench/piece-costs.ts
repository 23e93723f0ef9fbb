import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import sharp from "sharp";
import { connect } from "@/db/client";
import { systemClock } from "@/lib/core/clock";
import type { Ctx } from "@/lib/core/ctx";
import { env } from "@/lib/core/env";
import { acceptedFormat } from "@/lib/files/check-content";
import { decryptStream } from "@/lib/files/decrypt-stream";
import { pieceBytes } from "@/lib/files/encrypted-chunks";
import { writeEncrypted } from "@/lib/files/encrypted-file";
import { openFile } from "@/lib/files/open-file";
import { placeLimits } from "@/lib/files/places.data";
import { type Draft, dropDraft, readDraft, receiveBody } from "@/lib/files/receive-body";
import { receiveFile } from "@/lib/files/receive-file";
import { reencodeImage } from "@/lib/files/reencode-image";
import { scanWithClamd } from "@/lib/files/scan-with-clamd";
import { incoming, someone, testFiles } from "@/lib/files/testing/test-tools";
import { pdfOf } from "./sample-piece";
import { median } from "./statistics";

/** What each step of receiving and giving back a piece costs alone, and what memory it takes; a process of its own. */
export interface PieceCosts {
  /** Milliseconds for one file, one at a time: median. */
  readonly steps: Readonly<Record<string, number>>;
  /** MiB that the process gained at most, by the bytes received: the body alone, without the look at its content. */
  readonly memory: Readonly<Record<string, number>>;
}

const [accountId = "", bytesText = "0"] = process.argv.slice(2);
const bytes = Number(bytesText);
const times = 25;
/** As the network brings it. */
const networkPiece = 65_536;

const tools = await testFiles({ quotaBytes: 1e12 });
const scanner = await startScanner();
const { sql, db } = connect(env.DATABASE_URL, { max: 2 });
const ctx: Ctx = {
  db,
  actor: someone({ accountId }),
  now: systemClock.now(),
  requestId: "bench",
  network: "bench",
  device: "bench",
  inTransaction: false,
};
const limits = placeLimits.dossier_piece;
const piece = pdfOf(bytes);
const [key, context] = [randomBytes(32), "bench"];

async function timed(step: () => Promise<unknown>, after: () => Promise<unknown> = () => Promise.resolve()): Promise<number> {
  const measured: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now();
    await step();
    measured.push(performance.now() - begun);
    await after();
  }
  return median(measured.slice(5));
}

/** Says yes at the closing zero. */
async function startScanner() {
  const server = createServer((socket) => {
    socket.on("error", () => {}).on("data", (sent) => void (sent.subarray(-4).equals(Buffer.alloc(4)) && socket.end("stream: OK\0")));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { url: `tcp://127.0.0.1:${port}`, close: () => void server.close() };
}

/** Reads to the end, keeps nothing. */
async function drain(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const chunk of stream) void chunk;
}

async function* pieces() {
  for (let at = 0; at < piece.length; at += networkPiece) yield piece.subarray(at, at + networkPiece);
}
async function hash(): Promise<void> {
  const sum = createHash("sha256");
  for await (const chunk of pieces()) sum.update(chunk);
  sum.digest("hex");
}

async function measureSteps(): Promise<Record<string, number>> {
  const sealedPath = join(tools.home, "sealed");
  const seal = () => writeEncrypted(sealedPath, pieces(), key, context);
  let draft: Draft | undefined;
  const receive = async () => void (draft = await receiveBody(pieces(), tools.folder, bytes));
  const drop = async () => draft && dropDraft(draft);
  const keep = async () => draft && void (await tools.store.put(randomBytes(16).toString("hex"), draft.path));
  const nowhere = { ...tools.store, put: (storeKey: string) => Promise.resolve(storeKey), remove: () => Promise.resolve() };
  const [photo, tiny] = [await noisyPhoto(), pdfOf(1_000)];
  const whole = () => receiveFile(ctx, incoming("piece.pdf", piece, { place: "dossier_piece", body: pieces() }), tools);
  const row = await whole();
  const steps: Record<string, number> = {
    "hash (SHA-256)": await timed(hash),
    "encryption, written": await timed(seal, () => rm(sealedPath)),
    "received: hashed, encrypted, written": await timed(receive, drop),
  };
  await Promise.all([seal(), receive()]);
  steps["read back for the checks, opened"] = await timed(async () => draft && readDraft(draft));
  steps["type check"] = await timed(() => acceptedFormat(piece, "piece.pdf", limits));
  steps["virus scanner: handed over (none is set up here; this one finds all good at once)"] = await timed(() =>
    scanWithClamd(scanner.url, piece),
  );
  steps["kept in the store, on the disk"] = await timed(keep, async () => {
    await drop();
    await receive();
  });
  await drop();
  steps["database: place taken, confirmed, told (a tiny file)"] = await timed(() =>
    receiveFile(ctx, incoming("tiny.pdf", tiny, { place: "dossier_piece" }), { ...tools, store: nowhere }),
  );
  steps["all of it"] = await timed(whole);
  steps[`an image drawn again (${(photo.length / 1e6).toFixed(1)} MB, 12 million points)`] = await timed(() =>
    reencodeImage(photo, "jpeg", limits.image),
  );
  steps["read: from the disk"] = await timed(() => drain(createReadStream(sealedPath)));
  steps["read: from the disk, opened"] = await timed(() =>
    pipeline(createReadStream(sealedPath, { highWaterMark: pieceBytes }), decryptStream(key, context), drain),
  );
  steps["read: as the site does, rights left out"] = await timed(async () => drain(await openFile(row, tools)));
  return steps;
}

/** A photo as heavy as a telephone's: grain does not compress. */
async function noisyPhoto(): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 12 } as const;
  return sharp({ create: { width: 4000, height: 3000, channels: 3, background: "#808080", noise } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** The body alone, received and kept, however long: what the place refuses at its limit in the site. */
async function measureMemory(): Promise<Record<string, number>> {
  const memory: Record<string, number> = {};
  const chunk = randomBytes(networkPiece);
  async function* body(length: number) {
    for (let sent = 0; sent < length; sent += chunk.length) yield chunk.subarray(0, length - sent);
  }
  const run = async (length: number) => {
    const draft = await receiveBody(body(length), tools.folder, length);
    const storeKey = await tools.store.put(randomBytes(16).toString("hex"), draft.path);
    await dropDraft(draft);
    await tools.store.remove(storeKey);
  };
  await run(bytes);
  const before = mebibytes("VmRSS");
  for (const factor of [1, 10, 100]) {
    writeFileSync("/proc/self/clear_refs", "5");
    await run(bytes * factor);
    memory[`${Math.round((bytes * factor) / 1e6)} MB`] = mebibytes("VmHWM") - before;
  }
  return memory;
}

const mebibytes = (field: string) =>
  Number(new RegExp(`${field}:\\s+(\\d+)`, "u").exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0) / 1024;

try {
  const memory = await measureMemory();
  const costs: PieceCosts = { steps: await measureSteps(), memory };
  process.stdout.write(JSON.stringify(costs));
} finally {
  scanner.close();
  await Promise.all([sql.end(), tools.clean()]);
}
