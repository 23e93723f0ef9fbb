import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { expect, test } from "vitest";
import { migrateDatabase } from "./migrate";
import { clusterUrl } from "./testing/worker-database";

/** An empty database brought to the migrations of an older version, up to this one. */
async function olderDatabase(name: string, last: string): Promise<string> {
  const server = postgres(clusterUrl("postgres"), { max: 1, onnotice: () => {} });
  await server.unsafe(`drop database if exists "${name}" with (force)`);
  await server.unsafe(`create database "${name}"`);
  await server.end();
  const folder = await mkdtemp(join(tmpdir(), "espaces-older-"));
  const sql = postgres(clusterUrl(name), { max: 1, onnotice: () => {} });
  try {
    await cp("db/migrations", folder, { recursive: true });
    const journal = join(folder, "meta/_journal.json");
    const { entries, ...rest } = JSON.parse(await readFile(journal, "utf8")) as { entries: { tag: string }[] };
    const upTo = entries.slice(0, entries.findIndex(({ tag }) => tag === last) + 1);
    await writeFile(journal, JSON.stringify({ ...rest, entries: upTo }));
    await sql.unsafe(await readFile("db/guards/before.sql", "utf8"));
    await migrate(drizzle(sql), { migrationsFolder: folder });
  } finally {
    await sql.end();
    await rm(folder, { recursive: true, force: true });
  }
  return clusterUrl(name);
}

test("TR-31 EI-66 an upgrade erases the names in mails that left, and gives the phrasings for pieces to the structures that had them", async () => {
  const url = await olderDatabase(`upgrade_${process.pid}`, "0007_former_answers");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [structure] = await sql`
      insert into structures (code, kind, name, street, postcode, city, phone, address)
      values ('054', 'headquarters', 'Nancy', '1 rue du Test', '54000', 'Nancy', '0', 'nancy@example.org') returning id`;
    await sql`
      insert into phrasings (purpose, structure_id, title, body, updated_at) values
        ('correction', ${structure?.["id"]}, 'Scan illisible', 'Le scan est illisible.', now()),
        ('rejection', ${structure?.["id"]}, 'Pas de besoin', 'Pas de besoin.', now()),
        ('correction', null, 'Nationale', 'De l’administration.', now())`;
    const props = sql.json({ trainers: [{ name: "Durand Camille" }] });
    await sql`
      insert into mails (kind, cause, to_address, subject, props, state, next_attempt_at, sent_at) values
        ('pieces-ending-structure', 'a', 'a@example.org', 'Pièces', ${props}, 'sent', now(), now()),
        ('pieces-ending-structure', 'b', 'a@example.org', 'Pièces', ${props}, 'queued', now(), null),
        ('account-closed', 'c', 'a@example.org', 'Fermé', ${props}, 'sent', now(), now())`;
    await migrateDatabase(url, []);
    expect(await sql`select cause, props = '{}' as emptied from mails order by cause`).toEqual([
      { cause: "a", emptied: true },
      { cause: "b", emptied: false },
      { cause: "c", emptied: false },
    ]);
    expect(await sql`select title, structure_id is null as national from phrasings where purpose = 'piece'`).toEqual([
      { title: "Scan illisible", national: false },
    ]);
    await migrateDatabase(url, []);
    expect(await sql`select count(*)::int as count from phrasings`).toEqual([{ count: 4 }]);
  } finally {
    await sql.end();
  }
});
