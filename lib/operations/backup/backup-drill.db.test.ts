import { execFileSync } from "node:child_process";
import { cp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { connect } from "@/db/client";
import { loginSessions, mailedLinks } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { files } from "@/db/schema/files";
import { auditLog, mails, settings } from "@/db/schema/platform";
import { testCtx } from "@/db/testing/rollback";
import { verifyPassword } from "@/lib/accounts/passwords/hash-password";
import { openFile } from "@/lib/files/open-file";
import { localStore } from "@/lib/files/stores/local-store";
import { testFiles } from "@/lib/files/testing/test-tools";
import { awkward, type Drill, drillPassword, folders, onDrill, onRestored, restore, save } from "../testing/drill-story";
import { fileListFile, manifestFile, storedFile, tableFile } from "./manifest";
import { restoreBackup } from "./restore-backup";

const minute = { timeout: 60_000 };

test(
  "TR-51 restore drill: into an empty database and folder, row counts and contents are equal, a person signs in and a file opens",
  minute,
  () =>
    onDrill(async (drill) => {
      const before = await save(drill);
      expect(before.tables.find(({ name }) => name === "accounts")?.rows).toBe(1);
      expect(before.files).toMatchObject({ count: 1, missing: 0, elsewhere: 0 });
      // Compares every table with the manifest, row by row, before it ends; throws otherwise.
      await restore(drill);
      await onRestored(drill, async (db) => {
        const [account] = await db.select().from(accounts).where(eq(accounts.id, drill.accountId));
        expect(await verifyPassword(account?.passwordHash ?? null, drillPassword)).toBe(true);
        expect(await db.select({ value: settings.value }).from(settings)).toEqual([{ value: awkward }]);
        const [row] = await db.select().from(files).where(eq(files.id, drill.file.id));
        if (row === undefined) throw new Error("the file's row is lost");
        const tools = await testFiles({ store: localStore(join(folders(drill).restored, "files")) });
        const clear = await buffer(await openFile(row, tools));
        expect(await sharp(clear).metadata()).toMatchObject({ format: "jpeg" });
        await tools.clean();
        // The next line of the audit log has a number of its own, and the application still cannot rewrite it.
        await db.insert(auditLog).values({ at: testCtx(db).now, actorKind: "visitor", action: "test.after", requestId: "after" });
        await expect(db.delete(auditLog)).rejects.toThrow();
        const again = await db.execute(sql`select count(*)::int as keys from pg_constraint where contype = 'f' and convalidated`);
        expect(again[0]?.["keys"]).toBeGreaterThan(15);
      });
    }),
);

test(
  "TR-51 what was live when the backup was made comes back ended: sessions, links; waiting mails go to nobody by themselves",
  minute,
  () =>
    onDrill(async (drill) => {
      await save(drill);
      await restore(drill);
      await onRestored(drill, async (db) => {
        const sessions = await db.select({ reason: loginSessions.endReason }).from(loginSessions);
        expect(sessions).toEqual([{ reason: "revoked" }]);
        const links = await db.select({ reason: mailedLinks.voidReason }).from(mailedLinks);
        expect(links).toEqual([{ reason: "withdrawn" }]);
        expect((await db.select({ state: mails.state }).from(mails)).map(({ state }) => state)).toEqual(["uncertain", "uncertain"]);
        expect(await db.select({ details: auditLog.details }).from(auditLog).where(eq(auditLog.action, "backup.restore"))).toEqual([
          { details: { madeAt: "2026-11-21T09:00:00.000Z", sessions: 1, links: 1, mails: 2 } },
        ]);
      });
    }),
);

test("TR-51 after a planned move, sessions, links and waiting mails are as they were", minute, () =>
  onDrill(async (drill) => {
    await save(drill);
    await restore(drill, { nothingRanSince: true });
    await onRestored(drill, async (db) => {
      expect(await db.select({ reason: loginSessions.endReason }).from(loginSessions)).toEqual([{ reason: null }]);
      expect((await db.select({ state: mails.state }).from(mails)).map(({ state }) => state)).toEqual(["queued", "queued"]);
    });
  }),
);

const damages: Readonly<Record<string, { damage: (folder: string, drill: Drill) => Promise<void>; says: RegExp }>> = {
  "a changed table": { damage: (folder) => flipByte(join(folder, tableFile("accounts"))), says: /accounts\.copy\.gz was altered/u },
  "a missing table": { damage: (folder) => rm(join(folder, tableFile("mails"))), says: /mails\.copy\.gz is missing/u },
  "a changed file": { damage: (folder, { file }) => flipByte(join(folder, storedFile(file.storeKey))), says: /was altered/u },
  "a missing file": { damage: (folder, { file }) => rm(join(folder, storedFile(file.storeKey))), says: /is missing/u },
  "a shortened list of files": { damage: (folder) => writeFile(join(folder, fileListFile), ""), says: /files\.jsonl was altered/u },
  "a manifest that was made to fit": { damage: (folder) => rewriteManifest(folder), says: /manifest\.json was altered/u },
  "an interrupted backup": { damage: (folder) => rm(join(folder, manifestFile)), says: /interrupted/u },
};

test(`TR-51 refused, and the database stays empty: ${Object.keys(damages).join(", ")}`, minute, () =>
  onDrill(async (drill) => {
    await save(drill);
    const { folder } = folders(drill);
    const sound = join(drill.home, "sound");
    await cp(folder, sound, { recursive: true });
    for (const [name, { damage, says }] of Object.entries(damages)) {
      await damage(folder, drill);
      await expect(restore(drill), name).rejects.toThrow(says);
      expect(await readdir(drill.home), name).not.toContain("restored");
      await onEmpty(drill, 0);
      await rm(folder, { recursive: true });
      await cp(sound, folder, { recursive: true });
    }
    // What was put back each time was sound.
    await restore(drill);
  }),
);

async function onEmpty({ emptyUrl }: Drill, tables: number): Promise<void> {
  const { sql: connection } = connect(emptyUrl, { max: 1, connection: {} });
  const rows = await connection`select from pg_tables where schemaname = 'public'`;
  await connection.end();
  expect(rows.length).toBe(tables);
}

async function flipByte(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

async function rewriteManifest(folder: string): Promise<void> {
  const text = await readFile(join(folder, manifestFile), "utf8");
  await writeFile(join(folder, manifestFile), text.replace(/\\"rows\\":1,/u, '\\"rows\\":2,'));
}

test("TR-51 a backup cut in the middle leaves a folder that is refused", minute, () =>
  onDrill(async (drill) => {
    // The store cannot be read: everything before it was written, the manifest never is.
    execFileSync("rm", ["-r", join(folders(drill).dataFolder, "files")]);
    await writeFile(join(folders(drill).dataFolder, "files"), "not a folder");
    await expect(save(drill)).rejects.toThrow();
    expect(await readdir(folders(drill).folder)).toEqual(expect.arrayContaining(["tables"]));
    await expect(restore(drill)).rejects.toThrow(/interrupted/u);
  }),
);

test("TR-51 a file that the store lost is told, and the rest is saved", minute, () =>
  onDrill(async (drill) => {
    const { storeKey } = drill.file;
    await rm(join(folders(drill).dataFolder, storedFile(storeKey)));
    expect((await save(drill)).files).toMatchObject({ count: 0, missing: 1 });
    await restore(drill);
  }),
);

test("TR-51 never over data: a folder with something in it, a database with tables and a store with files are refused", minute, () =>
  onDrill(async (drill) => {
    await save(drill);
    await expect(save(drill)).rejects.toThrow(/not empty/u);
    const over = { ...drill, emptyUrl: drill.url };
    await expect(restore(over)).rejects.toThrow(/not empty/u);
    const { folder, dataFolder } = folders(drill);
    await expect(restoreBackup(testCtx(drill.db), { folder, databaseUrl: drill.emptyUrl, dataFolder })).rejects.toThrow(
      /already holds files/u,
    );
  }),
);

test("TR-51 TR-30 without the master key of its time, a backup is refused by name: what it encrypts could not be read", minute, () =>
  onDrill(async (drill) => {
    await save(drill);
    await expect(restore(drill, { keys: [{ id: "other", key: Buffer.alloc(32, 1) }] })).rejects.toThrow(/"test".*MASTER_KEYS/u);
  }),
);

test("TR-51 a backup holds no master key, and only its owner may read it", minute, () =>
  onDrill(async (drill) => {
    await save(drill);
    const { folder } = folders(drill);
    expect((await stat(folder)).mode & 0o077).toBe(0);
    const key = Buffer.alloc(32, 7);
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      expect(bytes.includes(key) || bytes.includes(key.toString("base64"))).toBe(false);
    }
  }),
);
