import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import postgres from "postgres";
import { connect, type Database } from "@/db/client";
import { files } from "@/db/schema/files";
import { settings } from "@/db/schema/platform";
import { makeAccount, makeSession } from "@/db/testing/factories/accounts";
import { testCtx } from "@/db/testing/rollback";
import { clusterUrl, copyTemplate } from "@/db/testing/worker-database";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import { issueReset } from "@/lib/accounts/passwords/send-reset";
import type { FileRow } from "@/lib/files/file-row";
import { receiveFile } from "@/lib/files/receive-file";
import { localStore } from "@/lib/files/stores/local-store";
import { jpegOf } from "@/lib/files/testing/sample-files";
import { incoming, someone, testFiles } from "@/lib/files/testing/test-tools";
import type { MasterKey } from "@/lib/core/env";
import { withTx } from "@/lib/core/tx";
import { queueSignUps } from "@/lib/mail/testing/outbox-story";
import { restoreBackup } from "../backup/restore-backup";
import { writeBackup } from "../backup/write-backup";

export const drillPassword = "Tilleul-2026!";
/** What COPY's text format has to escape. */
export const awkward = "L’été :\ttabulation,\nligne,\\N et \\\\ « ok » 🙂";

/** An installation with a person, a file, a session, a link and a mail that waits; and an empty place, whose owner is no superuser. */
export interface Drill {
  readonly home: string;
  readonly url: string;
  readonly db: Database;
  readonly accountId: string;
  readonly file: FileRow;
  readonly emptyUrl: string;
}

let count = 0;

export async function onDrill(story: (drill: Drill) => Promise<void>): Promise<void> {
  count += 1;
  const home = await mkdtemp(join(tmpdir(), "drill-"));
  const url = await copyTemplate(`drill_${count}_${process.pid}`);
  const empty = `drill_empty_${count}_${process.pid}`;
  const admin = postgres(clusterUrl("postgres"), { max: 1, onnotice: () => {} });
  const { sql, db } = connect(url, { max: 3 });
  try {
    await admin.unsafe(`drop database if exists "${empty}" with (force)`);
    await admin.unsafe(ownerRole);
    await admin.unsafe(`create database "${empty}" owner drill_owner`);
    await story({ home, url, db, emptyUrl: asOwner(clusterUrl(empty)), ...(await furnish(db, home)) });
  } finally {
    await sql.end();
    await admin.unsafe(`drop database if exists "${empty}" with (force)`);
    await admin.end();
    await rm(home, { recursive: true, force: true });
  }
}

/** What a hosted database gives: no superuser. */
const ownerRole = `do $$ begin
  if not exists (select from pg_roles where rolname = 'drill_owner') then create role drill_owner login createrole password 'drill'; end if;
end $$; grant espaces_app to drill_owner with admin option`;

function asOwner(url: string): string {
  const owner = new URL(url);
  owner.username = "drill_owner";
  owner.password = "drill";
  return owner.href;
}

async function furnish(db: Database, home: string): Promise<{ accountId: string; file: FileRow }> {
  const ctx = testCtx(db);
  const { accountId } = await makeAccount(ctx, {
    address: "camille@example.org",
    passwordHash: await hashPassword(drillPassword),
    role: "administrator",
  });
  await makeSession(ctx, accountId);
  await withTx(ctx, (tx) => issueReset(tx, { accountId }));
  await queueSignUps(db, 2);
  await db.insert(settings).values({ key: "institution.name", value: awkward, updatedAt: ctx.now });
  await mkdir(join(home, "data"));
  const tools = await testFiles({ store: localStore(join(home, "data", "files")) });
  const file = await receiveFile({ ...ctx, actor: someone({ accountId }) }, incoming("moi.jpg", await jpegOf()), tools);
  await db.update(files).set({ attachedAt: ctx.now }).where(eq(files.id, file.id));
  await tools.clean();
  return { accountId, file };
}

/** Where a drill saves to, from, and restores to. */
export const folders = ({ home }: Drill) => ({
  folder: join(home, "backup"),
  dataFolder: join(home, "data"),
  restored: join(home, "restored"),
});

export const save = (drill: Drill) =>
  writeBackup(testCtx(drill.db), { folder: folders(drill).folder, databaseUrl: drill.url, dataFolder: folders(drill).dataFolder });
export const restore = (drill: Drill, over: { nothingRanSince?: boolean; keys?: readonly MasterKey[] } = {}) =>
  restoreBackup(testCtx(drill.db), {
    folder: folders(drill).folder,
    databaseUrl: drill.emptyUrl,
    dataFolder: folders(drill).restored,
    ...over,
  });

/** What a person would find in the restored installation. */
export async function onRestored(drill: Drill, look: (db: Drill["db"]) => Promise<void>): Promise<void> {
  const { sql: connection, db } = connect(drill.emptyUrl, { max: 1 });
  try {
    await look(db);
  } finally {
    await connection.end();
  }
}
