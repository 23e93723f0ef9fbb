import { asc, eq, sql } from "drizzle-orm";
import { symbols } from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { dossiers, dossierVersions } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import { trainerProfiles } from "@/db/schema/trainers";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { open, unwrapKey } from "@/lib/core/crypto";
import type { Ctx } from "@/lib/core/ctx";
import { env, type MasterKey } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { openFile } from "@/lib/files/open-file";
import { fileKeyContext, receiveFile } from "@/lib/files/receive-file";
import { incoming, type TestFiles, testFiles } from "@/lib/files/testing/test-tools";
import { rotateKeys } from "@/lib/operations/keys/rotate-keys";
import { birthPlaceContext } from "../profile/lock-profile";
import { furnish, managerOf } from "../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, lastVersion, typeInDossier } from "../testing/dossier-stage";
import { disguises, type Planted, planted } from "../testing/planted";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { decideVersion } from "./decide-version";
import { draftContext, versionContext } from "./lock-dossier";
import { lookAtPiece } from "./looks/look-at-piece";
import { sendDossier } from "./send-dossier";
import { setPiece } from "./set-piece";
import { revealNumber } from "./study/reveal-number";
import type { DossierSlot } from "./vocabulary";

/** Seven values a person: 63 in npm test, 1,001 in the long proof. */
const people = process.env["LONG"] === "1" ? 143 : 9;

let tools: TestFiles;
beforeAll(async () => {
  tools = await testFiles({ quotaBytes: 1e9 });
});
afterAll(() => tools.clean());

async function join({ ctx }: StagedTrainer, slot: DossierSlot, name: string, content: string): Promise<void> {
  const { id } = await receiveFile(ctx, incoming(name, Buffer.from(content), { place: "dossier_piece" }), tools);
  await setPiece(ctx, { slot, fileId: id });
}

/** A trainer types and sends everything, a manager looks and decides, one block is refused and typed anew. */
async function throughTheVerbs(ctx: Ctx, manager: Ctx, values: Planted): Promise<StagedTrainer> {
  const trainer = await aTrainer(ctx, { answers: { status: "self_employed" } });
  const { nir, iban, laterIban, bic, birthPlace, documentNumber, mark } = values;
  await typeInDossier(trainer, { ...identityAnswers, nir, iban, bic, birthPlace, documentNumber });
  const slots = ["identity_front", "identity_back", "social_security", "bank"] as const;
  for (const slot of slots) await join(trainer, slot, `${slot}.txt`, `${mark}\n${slot}\n${Object.values(values).join("\n")}`);
  await sendDossier(trainer.ctx);
  const dossierId = (await dossierOf(ctx, trainer.profileId))?.id ?? "";
  await anOpening(manager, dossierId);
  const of = async (block: "identity" | "bank" | "social_security") => (await lastVersion(ctx, dossierId, block)).id;
  await lookAtPiece(manager, { versionId: await of("bank"), slot: "bank" }, tools);
  await revealNumber(manager, { versionId: await of("bank"), kind: "iban" });
  await revealNumber(manager, { versionId: await of("social_security"), kind: "nir" });
  await decideVersion(manager, { versionId: await of("identity"), decision: "validated", reason: null });
  await decideVersion(manager, { versionId: await of("bank"), decision: "validated", reason: null });
  await decideVersion(manager, { versionId: await of("social_security"), decision: "refused", reason: "Illisible." });
  await typeInDossier(trainer, { iban: laterIban });
  await join(trainer, "bank", "autre-rib.txt", `${mark}\n${laterIban}`);
  await sendDossier(trainer.ctx);
  // What goes wrong is logged with its error.
  for (const wrong of [{ nir: `${nir}9` }, { iban: `${iban}0` }]) {
    await typeInDossier(trainer, wrong);
    await sendDossier(trainer.ctx).catch((error: unknown) => log.error({ err: error, answers: wrong }, "refused"));
  }
  return trainer;
}

/** Every row of every table, as text. */
async function dumpOf({ db }: Ctx): Promise<string> {
  const tables = await db.execute<{ schema: string; name: string }>(
    sql`select table_schema as schema, table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const parts: string[] = [];
  for (const { schema, name } of tables) {
    const rows = await db.execute<{ line: string }>(sql`select t::text as line from ${sql.identifier(schema)}.${sql.identifier(name)} t`);
    parts.push(`-- ${name}`, ...rows.map(({ line }) => line));
  }
  return parts.join("\n");
}

/** What this process logs while a story runs. */
async function loggedDuring(story: () => Promise<void>): Promise<string> {
  const stream = (log as unknown as Record<symbol, { write: (line: string) => void }>)[symbols.streamSym];
  if (stream === undefined) throw new Error("no stream");
  const lines: string[] = [];
  const [level, spy] = [log.level, vi.spyOn(stream, "write").mockImplementation((line: string) => void lines.push(line))];
  log.level = "trace";
  try {
    await story();
  } finally {
    log.level = level;
    spy.mockRestore();
  }
  return lines.join("\n");
}

test(
  `TR-30 of ${people * 7} planted numbers, places and marks inside files, none is found in the database, the store or the log`,
  { timeout: 600_000 },
  () =>
    onCommittedCopy("planted", async (db) => {
      const ctx = testCtx(db);
      await furnish(ctx);
      const all = Array.from({ length: people }, planted);
      let last: StagedTrainer | undefined;
      const logged = await loggedDuring(async () => {
        for (const values of all) {
          // A manager each: the quota of a day stops one who reads so many.
          last = await throughTheVerbs(ctx, await managerOf(ctx, "075"), values);
          await db
            .execute(sql`select ${values.nir}::text || ${values.iban}::text || (1 / 0)::text`)
            .catch((error: unknown) => log.error({ err: error }, "a query failed"));
        }
      });
      const [dump, stored] = [await dumpOf(ctx), Buffer.concat(await tools.everything()).toString("latin1")];
      const found = all.flatMap((values) =>
        Object.entries(values).flatMap(([name, value]) =>
          disguises(value).flatMap((disguise) => {
            const copies = Object.entries({ dump, stored, logged }).filter(([, text]) => text.includes(disguise));
            return copies.map(([copy]) => `${name} in ${copy}: ${disguise}`);
          }),
        ),
      );
      expect(found).toEqual([]);
      // The search sees what lies there: a name in clear, a fingerprint, an object, a logged line.
      expect(dump).toContain("identity_front.txt");
      expect(dump).toContain(last?.address ?? "nobody");
      expect(stored.length).toBeGreaterThan(people * 5 * 200);
      expect(logged).toContain("a query failed");
    }),
);

const fresh: MasterKey = { id: "fresh", key: Buffer.alloc(32, 7) };

async function oneDossier(ctx: Ctx) {
  await furnish(ctx);
  const values = planted();
  const trainer = await throughTheVerbs(ctx, await managerOf(ctx, "075"), values);
  const dossier = await dossierOf(ctx, trainer.profileId);
  if (dossier === null) throw new Error("no dossier");
  const versions = await ctx.db
    .select()
    .from(dossierVersions)
    .where(eq(dossierVersions.dossierId, dossier.id))
    .orderBy(asc(dossierVersions.id));
  const sent = await ctx.db.select().from(files).where(eq(files.ownerId, trainer.accountId)).orderBy(asc(files.id));
  return { values, trainer, dossier, versions, sent };
}

test("TR-30 a sealed value moved to another row or column, and a file given another's key or bytes, do not open", () =>
  inRolledBackTx(async (tx) => {
    const { dossier, versions, sent, trainer } = await oneDossier(tx);
    const [one, other] = versions;
    if (one === undefined || other === undefined) throw new Error("two versions");
    expect(() => open(one.answersSealed, versionContext(one.id))).not.toThrow();
    expect(() => open(one.answersSealed, versionContext(other.id))).toThrow();
    expect(() => open(one.answersSealed, draftContext(dossier.id))).toThrow();
    expect(() => open(dossier.draftSealed ?? "", versionContext(one.id))).toThrow();
    const [profile] = await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, trainer.profileId));
    expect(() => open(profile?.birthPlaceSealed ?? "", versionContext(one.id))).toThrow();
    expect(() => open(one.answersSealed, birthPlaceContext(trainer.profileId))).toThrow();
    // Halves of two values do not make a third one.
    const mixed = [...one.answersSealed.split(".").slice(0, 3), other.answersSealed.split(".")[3]].join(".");
    expect(() => open(mixed, versionContext(one.id))).toThrow();
    const [first, second] = sent;
    if (first === undefined || second === undefined) throw new Error("two files");
    const read = async (row: typeof first) => (await openFile(row, tools)).toArray();
    await expect(read(first)).resolves.not.toEqual([]);
    await expect(read({ ...first, wrappedKey: second.wrappedKey })).rejects.toThrow();
    await expect(read({ ...first, storeKey: second.storeKey })).rejects.toThrow();
  }));

test("TR-30 after a rotation the whole dossier opens with the new key alone", () =>
  inRolledBackTx(async (tx) => {
    const { values, trainer } = await oneDossier(tx);
    const rotated = await rotateKeys(tx, { keys: [fresh, ...env.MASTER_KEYS], batch: 2 });
    const count = (what: string) => rotated.find((one) => one.what === what);
    expect(count("dossier_versions.answers_sealed")).toMatchObject({ rewrapped: 4, unreadable: 0 });
    expect(count("dossiers.draft_sealed")).toMatchObject({ rewrapped: 1, unreadable: 0 });
    expect(count("files")).toMatchObject({ rewrapped: 5, unreadable: 0 });
    const texts = [
      ...(await tx.db.select().from(dossierVersions)).map((row) => open(row.answersSealed, versionContext(row.id), [fresh]).toString()),
      ...(await tx.db.select().from(dossiers)).map((row) => open(row.draftSealed ?? "", draftContext(row.id), [fresh]).toString()),
      ...(await tx.db.select().from(trainerProfiles)).map((row) =>
        open(row.birthPlaceSealed ?? "", birthPlaceContext(row.id), [fresh]).toString(),
      ),
    ].join("\n");
    for (const name of ["nir", "iban", "laterIban", "bic", "birthPlace", "documentNumber"] as const) expect(texts).toContain(values[name]);
    for (const row of await tx.db.select().from(files).where(eq(files.ownerId, trainer.accountId)))
      expect(unwrapKey(row.keyId, row.wrappedKey, fileKeyContext(row.id), [fresh])).toHaveLength(32);
  }));
