import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import { eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect } from "@/db/client";
import { dossierDraftFiles, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import { auditLog } from "@/db/schema/platform";
import { testCtx } from "@/db/testing/rollback";
import { copyTemplate } from "@/db/testing/worker-database";
import { systemClock } from "@/lib/core/clock";
import type { Ctx } from "@/lib/core/ctx";
import type { FileTools } from "@/lib/files/file-tools";
import { openFile } from "@/lib/files/open-file";
import { receiveFile } from "@/lib/files/receive-file";
import { type FileStore, StoreUnavailable } from "@/lib/files/stores/store";
import { sweepFiles } from "@/lib/files/sweep-files-job";
import { pdf } from "@/lib/files/testing/sample-files";
import { incoming, type TestFiles, testFiles } from "@/lib/files/testing/test-tools";
import { furnish } from "../testing/ad-stage";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { setPiece } from "./set-piece";
import type { DossierBlock } from "./vocabulary";

const long = process.env["LONG"] === "1";
const instants = long ? 200 : 2;
const rounds = long ? 4 : 1;

interface Stage {
  readonly url: string;
  readonly ctx: Ctx;
  readonly trainer: StagedTrainer;
  readonly tools: TestFiles;
}

async function onDisk(name: string, story: (stage: Stage) => Promise<void>): Promise<void> {
  const url = await copyTemplate(`pieces_${name}_${process.pid}`);
  const { sql, db } = connect(url, { max: 3 });
  const tools = await testFiles({ quotaBytes: 1e9 });
  try {
    const ctx = testCtx(db, { now: systemClock.now() });
    await furnish(ctx);
    await story({ url, ctx, trainer: await aTrainer(ctx), tools });
  } finally {
    await sql.end();
    await tools.clean();
  }
}

/** Two days later, once the sweeper has passed: every row has its bytes, all bytes have their row, and the form opens. */
async function expectNothingLost({ ctx, tools }: Stage): Promise<void> {
  const later = { ...ctx, now: new Date(systemClock.now().getTime() + 2 * 86_400_000) };
  await sweepFiles(later, { asOf: later.now }, tools);
  const rows = await ctx.db.select().from(files).where(isNull(files.bytesRemovedAt));
  const objects: string[] = [];
  for await (const { key } of tools.store.list(later.now)) objects.push(key);
  expect(objects.sort()).toEqual(rows.map(({ storeKey }) => storeKey).sort());
  expect(await tools.everything()).toHaveLength(objects.length);
  const inForm = await ctx.db.select({ id: dossierDraftFiles.fileId }).from(dossierDraftFiles);
  const sent = await ctx.db.select({ id: dossierVersionFiles.fileId }).from(dossierVersionFiles);
  const shown = [...new Set([...inForm, ...sent].map(({ id }) => id))];
  expect(shown.sort(), "nothing is kept that nothing shows").toEqual(rows.map(({ id }) => id).sort());
  for (const file of rows) {
    expect(file.state).toBe("clean");
    expect((await buffer(await openFile(file, tools))).subarray(0, 4).toString()).toBe("%PDF");
  }
}

/** Each sending left both its blocks, its files and its line in the log, or nothing at all. */
async function expectSentWhole({ ctx }: Stage): Promise<void> {
  const ofBlock = (block: DossierBlock) => ctx.db.$count(dossierVersions, eq(dossierVersions.block, block));
  const sendings = await ctx.db.$count(auditLog, eq(auditLog.action, "trainer.dossier_sent"));
  expect(await Promise.all([ofBlock("phones"), ofBlock("diploma"), ctx.db.$count(dossierVersionFiles)])).toEqual([
    sendings,
    sendings,
    sendings,
  ]);
}

/** Gives the steps that were counted; null when the process was killed on the way. */
async function joinPieces({ url, trainer, tools }: Stage, stopAt: number): Promise<number | null> {
  const program = join(import.meta.dirname, "../testing/pieces-process.ts");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", program, trainer.accountId, trainer.profileId, String(stopAt), String(rounds)],
    {
      env: { ...process.env, DATABASE_URL: url, DATA_DIR: tools.home, VITEST: "" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const [said, [code, signal]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (signal === "SIGKILL") return null;
  expect(code).toBe(0);
  return Number(said);
}

test(
  `TR-21 killed at ${instants} instants of joining, replacing, taking off and sending pieces: no row without bytes, no bytes without a row, none half sent`,
  { timeout: 120_000 + instants * 10_000 },
  () =>
    onDisk("kill", async (stage) => {
      const steps = await joinPieces(stage, 0);
      expect(steps).toBeGreaterThan(instants);
      await expectNothingLost(stage);
      await expectSentWhole(stage);
      for (let instant = 0; instant < instants; instant++) {
        const stopAt = 1 + Math.floor(((instant + 0.5) * (steps ?? 0)) / instants);
        expect(await joinPieces(stage, stopAt), `step ${stopAt} of ${steps}`).toBeNull();
        await expectNothingLost(stage);
        await expectSentWhole(stage);
      }
    }),
);

type Fault = (store: FileStore) => Partial<FileStore>;
const full = () => Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });

const faults: readonly (readonly [string, string, Fault])[] = [
  ["the store does not answer", "unavailable", () => ({ put: () => Promise.reject(new StoreUnavailable("put failed")) })],
  ["the disk is full", "", () => ({ put: () => Promise.reject(full()) })],
  [
    "the disk is full in the middle of the file",
    "",
    (store) => ({
      put: async (key, path) => {
        const bytes = await readFile(path);
        await writeFile(`${path}.half`, bytes.subarray(0, bytes.length / 2));
        await store.put(key, `${path}.half`);
        await rm(`${path}.half`);
        throw full();
      },
    }),
  ],
  [
    "the store keeps the file, loses its answer, and cannot be told to forget it",
    "unavailable",
    (store) => ({
      put: async (key, path) => {
        await store.put(key, path);
        throw new StoreUnavailable("put failed");
      },
      remove: () => Promise.reject(new StoreUnavailable("remove failed")),
    }),
  ],
];

test.each(faults)("TR-21 %s while a piece is sent: the form keeps the piece it had, and nothing stays behind", (_what, code, fault) =>
  onDisk("fault", async (stage) => {
    const { trainer, tools } = stage;
    const { id } = await receiveFile(trainer.ctx, incoming("rib.pdf", pdf("first"), { place: "dossier_piece" }), tools);
    await setPiece(trainer.ctx, { slot: "bank", fileId: id }, tools);
    const store = { ...tools.store, ...fault(tools.store) };
    const broken: FileTools = { ...tools, store, storeOf: () => store };
    const sent = receiveFile(trainer.ctx, incoming("rib.pdf", pdf("second"), { place: "dossier_piece" }), broken);
    await expect(sent).rejects.toMatchObject(code === "" ? { message: expect.stringContaining("ENOSPC") } : { code });
    await expectNothingLost(stage);
    expect((await stage.ctx.db.select().from(dossierDraftFiles)).map(({ fileId }) => fileId)).toEqual([id]);
  }),
);

test("TR-21 the store does not answer while a piece is replaced: the new one is in its place, the old bytes go at the next sweep", () =>
  onDisk("remove", async (stage) => {
    const { trainer, tools, ctx } = stage;
    const store = { ...tools.store, remove: () => Promise.reject(new StoreUnavailable("remove failed")) };
    const broken: FileTools = { ...tools, store, storeOf: () => store };
    for (const words of ["first", "second"]) {
      const { id } = await receiveFile(trainer.ctx, incoming("rib.pdf", pdf(words), { place: "dossier_piece" }), tools);
      await setPiece(trainer.ctx, { slot: "bank", fileId: id }, broken);
    }
    expect(await tools.everything()).toHaveLength(2);
    const [shown] = await ctx.db.select({ file: files }).from(dossierDraftFiles).innerJoin(files, eq(files.id, dossierDraftFiles.fileId));
    expect(shown === undefined ? "" : (await buffer(await openFile(shown.file, tools))).toString()).toContain("second");
    await expectNothingLost(stage);
  }));
