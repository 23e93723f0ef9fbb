import { drizzle } from "drizzle-orm/postgres-js";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { cvEntries, cvNotes, shortlistEntries, unavailabilities } from "@/db/schema/cv-library";
import { files } from "@/db/schema/files";
import { auditLog } from "@/db/schema/platform";
import { profileEvents, profileRequests, trainerProfiles } from "@/db/schema/trainers";
import { seedVolumeTrainers } from "@/db/seed/volume-trainers";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, testCtx, testNow } from "@/db/testing/rollback";
import { copyTemplate } from "@/db/testing/worker-database";
import type { Ctx } from "@/lib/core/ctx";
import { trainerFileRights } from "../profile/file-rights";
import { furnish, managerOf, structureOf } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { exportCvs } from "./export-cvs";
import { saveCvSearchInput } from "./schemas";
import { deleteCvSearch, listCvSearches, saveCvSearch } from "./keep-cv-searches";
import { addNote, listNotes, removeNote } from "./keep-notes";
import { addToShortlist, listShortlist, removeFromShortlist } from "./keep-shortlist";
import { readTrainer } from "./read-trainer";
import { type CvSearch, everyCv, searchCvs } from "./search-cvs";

const story = (run: (ctx: Ctx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    const ctx = testCtx(tx.db);
    await furnish(ctx);
    await run(ctx);
  });
const everything: CvSearch = {
  query: "",
  specialties: [],
  subSpecialties: [],
  regions: [],
  departments: [],
  structures: [],
  statuses: [],
  language: "",
  abroad: false,
  worked: null,
  from: null,
  until: null,
  sort: "name",
  direction: "asc",
  after: null,
  before: null,
};
const sent = { place: "trainer_cv", name: "cv.pdf", mediaType: "application/pdf", bytes: 1, sha256: "x", state: "clean" } as const;
const aCvFile = { ...sent, store: "local", storeKey: "x", keyId: "x", wrappedKey: "x" } as const;
const found = async (ctx: Ctx, over: Partial<CvSearch> = {}) =>
  (await searchCvs(ctx, { ...everything, ...over })).cvs.map(({ lastName }) => lastName);

/** Finance in the whole of Grand Est, cooking in Bas-Rhin and Île-de-France, and one who is still studied. */
async function threeTrainers(ctx: Ctx) {
  const finance = await aTrainer(ctx, { lastName: "Lefèvre", answers: { status: "civil_servant" } });
  const cook = await aTrainer(ctx, {
    lastName: "Marchand",
    structure: "075",
    immatriculation: "2020-075-1",
    answers: { regions: ["44", "11"], departments: ["67"], abroad: "yes", status: "self_employed" },
    lines: [
      { kind: "specialty", answers: { specialty: "B7", subSpecialty: "B7A", expertise: "Cuisine végétale" } },
      { kind: "language", answers: { language: "Espagnol" } },
    ],
  });
  await aTrainer(ctx, { lastName: "Attente", state: "submitted" });
  return { finance, cook };
}

describe("AD-03 the search of the CVthèque", () => {
  test("AD-03 words of the CV, names without accents, names with a slip; only validated profiles", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      await threeTrainers(ctx);
      expect(await found(manager)).toEqual(["Lefèvre", "Marchand"]);
      expect(await found(manager, { query: "cuisine végétale" })).toEqual(["Marchand"]);
      expect(await found(manager, { query: "lefevre" })).toEqual(["Lefèvre"]);
      const slip = await searchCvs(manager, { ...everything, query: "marchnd" });
      expect([slip.nearest, slip.cvs.map(({ lastName }) => lastName)]).toEqual([true, ["Marchand"]]);
      expect(await found(manager, { query: "xylophone" })).toEqual([]);
      await expect(searchCvs({ ...ctx, actor: await makeSignedIn(ctx, { role: "trainer" }) }, everything)).rejects.toMatchObject({
        code: "forbidden",
      });
    }));

  test("AD-03 specialty, sub-specialty, region, status, language, home structure, abroad and having worked add up", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      await threeTrainers(ctx);
      expect(await found(manager, { specialties: ["A3"] })).toEqual(["Lefèvre"]);
      expect(await found(manager, { specialties: ["A3", "B7"] })).toEqual(["Lefèvre", "Marchand"]);
      expect(await found(manager, { subSpecialties: ["B7A"] })).toEqual(["Marchand"]);
      expect(await found(manager, { regions: ["11"] })).toEqual(["Marchand"]);
      expect(await found(manager, { regions: ["11"], specialties: ["A3"] })).toEqual([]);
      expect(await found(manager, { statuses: ["civil_servant"] })).toEqual(["Lefèvre"]);
      expect(await found(manager, { language: "ESPAGNOL " })).toEqual(["Marchand"]);
      expect(await found(manager, { structures: [await structureOf(ctx, "075")] })).toEqual(["Marchand"]);
      expect(await found(manager, { abroad: true })).toEqual(["Marchand"]);
      expect([await found(manager, { worked: true }), await found(manager, { worked: false })]).toEqual([["Marchand"], ["Lefèvre"]]);
    }));

  test("AD-03 a department finds who chose it and who chose its whole region, not who chose other departments of it", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      await threeTrainers(ctx);
      expect(await found(manager, { departments: ["67"] })).toEqual(["Lefèvre", "Marchand"]);
      await ctx.db.execute(sql`insert into departments (code, name, region_code) values ('54', 'Meurthe-et-Moselle', '44')`);
      expect(await found(manager, { departments: ["54"] })).toEqual(["Lefèvre"]);
      // No department of Île-de-France is chosen: all of it.
      expect(await found(manager, { departments: ["94"] })).toEqual(["Marchand"]);
    }));

  test("AD-03 availability: whoever cannot come on one of the days is left out", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const { cook } = await threeTrainers(ctx);
      await ctx.db.insert(unavailabilities).values({ profileId: cook.profileId, startsOn: "2027-03-10", endsOn: "2027-03-12" });
      const between = (from: string | null, until: string | null) => found(manager, { from, until });
      expect(await between("2027-03-01", "2027-03-09")).toEqual(["Lefèvre", "Marchand"]);
      expect(await between("2027-03-01", "2027-03-10")).toEqual(["Lefèvre"]);
      expect(await between("2027-03-12", null)).toEqual(["Lefèvre"]);
      expect(await between(null, "2027-03-13")).toEqual(["Lefèvre", "Marchand"]);
    }));

  test("AD-03 pages follow one another by key, both ways, whatever the order", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      await seedVolumeTrainers(ctx, 60);
      for (const sort of ["name", "recent"] as const) {
        const first = await searchCvs(manager, { ...everything, sort });
        const second = await searchCvs(manager, { ...everything, sort, after: first.next });
        const third = await searchCvs(manager, { ...everything, sort, after: second.next });
        const ids = [first, second, third].flatMap(({ cvs }) => cvs.map(({ profileId }) => profileId));
        expect([new Set(ids).size, third.next, first.total.count]).toEqual([60, null, 60]);
        const back = await searchCvs(manager, { ...everything, sort, before: third.cvs[0]?.profileId ?? null });
        expect(back.cvs).toEqual(second.cvs);
      }
    }));
});

describe("AD-03 a trainer’s page, notes and selection", () => {
  test("AD-03 AD-13 every look is recorded for the trainer; the birth place is for the home structure alone", () =>
    story(async (ctx) => {
      const [manager, elsewhere] = [await managerOf(ctx, "054"), await managerOf(ctx, "075")];
      const { profileId, accountId } = await aTrainer(ctx);
      expect((await readTrainer(manager, profileId)).answers["birthPlace"]).toBe("Toulouse");
      expect((await readTrainer(elsewhere, profileId)).answers["birthPlace"]).toBeUndefined();
      const looks = await ctx.db.select().from(auditLog).where(eq(auditLog.action, "trainer.profile_read"));
      expect(looks.map((look) => look.accountId)).toEqual([accountId, accountId]);
      await expect(readTrainer({ ...ctx, actor: await makeSignedIn(ctx, { role: "trainer" }) }, profileId)).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(readTrainer(manager, "nobody")).rejects.toMatchObject({ code: "absent" });
    }));

  test("AD-03 a profile under study is for its structure alone, a CV never sent for nobody", () =>
    story(async (ctx) => {
      const [manager, elsewhere] = [await managerOf(ctx, "054"), await managerOf(ctx, "075")];
      const studied = await aTrainer(ctx, { state: "submitted" });
      expect((await readTrainer(manager, studied.profileId)).name).toBe("Camille Durand");
      await expect(readTrainer(elsewhere, studied.profileId)).rejects.toMatchObject({ code: "absent" });
      const draft = await aTrainer(ctx, { state: "draft" });
      await expect(readTrainer(manager, draft.profileId)).rejects.toMatchObject({ code: "absent" });
    }));

  test("AD-03 AD-13 other structures read neither the birth, nor the street, nor why and by whom somebody was turned down", () =>
    story(async (ctx) => {
      const [manager, elsewhere] = [await managerOf(ctx, "054"), await managerOf(ctx, "075")];
      const { profileId, accountId } = await aTrainer(ctx, { answers: { addressBox: "Apt 12", addressBuilding: "Bât. Orme" } });
      await ctx.db
        .insert(profileEvents)
        .values({ profileId, kind: "rejected", at: testNow, actorId: accountId, reason: "Trop tôt dans votre carrière." });
      const withheld = ["bornOn", "birthPlace", "nationality", "addressBox", "addressBuilding", "street"];
      const home = await readTrainer(manager, profileId);
      expect(Object.keys(home.answers)).toEqual(expect.arrayContaining(withheld));
      expect([home.without, home.history]).toMatchObject([[], [{ reason: "Trop tôt dans votre carrière.", firstName: "Camille" }]]);
      const seen = await readTrainer(elsewhere, profileId);
      expect(Object.keys(seen.answers).filter((name) => withheld.includes(name))).toEqual([]);
      expect([...seen.without].sort()).toEqual([...withheld].sort());
      expect(seen.answers).toMatchObject({ city: "Strasbourg", personalPhone: "06 12 34 56 78" });
      expect(seen.history).toMatchObject([{ kind: "rejected", at: testNow, reason: null, firstName: null, lastName: null }]);
    }));

  test("AD-03 EI-13 a CV that an ad gave a structure, and that was never sent, takes no note and shows no file", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const draft = await aTrainer(ctx, { state: "draft" });
      const structureId = await structureOf(ctx, "054");
      const [cv] = await ctx.db
        .insert(files)
        .values({ ...aCvFile, ownerId: draft.accountId })
        .returning();
      if (cv === undefined) throw new Error("no file");
      await ctx.db.update(trainerProfiles).set({ cvFileId: cv.id }).where(eq(trainerProfiles.id, draft.profileId));
      await expect(addNote(manager, { profileId: draft.profileId, structureId, body: "x" })).rejects.toMatchObject({ code: "absent" });
      expect(await trainerFileRights.see(manager, cv)).toBe(false);
      expect(await trainerFileRights.see(draft.ctx, cv)).toBe(true);
      // Sent, then sent back to be completed: a draft too, and its structure's.
      await ctx.db
        .insert(profileRequests)
        .values({ profileId: draft.profileId, structureId, state: "correction", submittedAt: testNow, sentAt: testNow });
      expect(await trainerFileRights.see(manager, cv)).toBe(true);
      await addNote(manager, { profileId: draft.profileId, structureId, body: "À rappeler." });
    }));

  test("AD-03 notes are read, written and removed by the managers of one structure, and by nobody else", () =>
    story(async (ctx) => {
      const [manager, colleague, elsewhere] = [await managerOf(ctx, "054"), await managerOf(ctx, "054"), await managerOf(ctx, "075")];
      const { profileId } = await aTrainer(ctx);
      const structureId = await structureOf(ctx, "054");
      await addNote(manager, { profileId, structureId, body: "Très clair, groupe ravi." });
      await expect(addNote(elsewhere, { profileId, structureId, body: "x" })).rejects.toMatchObject({ code: "absent" });
      expect((await listNotes(colleague, profileId)).map(({ body }) => body)).toEqual(["Très clair, groupe ravi."]);
      expect(await listNotes(elsewhere, profileId)).toEqual([]);
      const [note] = await ctx.db.select().from(cvNotes);
      const noteId = note?.id ?? "";
      await expect(removeNote(elsewhere, { noteId })).rejects.toMatchObject({ code: "absent" });
      expect(await removeNote(colleague, { noteId })).toEqual({ profileId });
      expect(await listNotes(manager, profileId)).toEqual([]);
      const lines = await ctx.db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.subjectId, profileId));
      expect(lines.map(({ action }) => action)).toEqual(["trainer.note_added", "trainer.note_removed"]);
    }));

  test("AD-03 a selection belongs to a structure: adding twice is once, whoever is not in the CVthèque is left out", () =>
    story(async (ctx) => {
      const [manager, elsewhere] = [await managerOf(ctx, "054"), await managerOf(ctx, "075")];
      const { finance, cook } = await threeTrainers(ctx);
      const waiting = await aTrainer(ctx, { state: "submitted" });
      const structureId = await structureOf(ctx, "054");
      const profileIds = [finance.profileId, cook.profileId, waiting.profileId];
      expect(await addToShortlist(manager, { structureId, profileIds })).toEqual({ added: 2 });
      expect(await addToShortlist(manager, { structureId, profileIds })).toEqual({ added: 0 });
      expect((await listShortlist(manager)).map(({ lastName }) => lastName)).toEqual(["Lefèvre", "Marchand"]);
      expect(await listShortlist(elsewhere)).toEqual([]);
      await expect(addToShortlist(elsewhere, { structureId, profileIds })).rejects.toMatchObject({ code: "absent" });
      await expect(removeFromShortlist(elsewhere, { structureId, profileIds })).rejects.toMatchObject({ code: "absent" });
      await removeFromShortlist(manager, { structureId, profileIds: [cook.profileId] });
      expect((await ctx.db.select().from(shortlistEntries)).map(({ profileId }) => profileId)).toEqual([finance.profileId]);
    }));
});

test("AD-03 AD-13 an export has what was found, without addresses nor phones, and is recorded before its first line", () =>
  story(async (ctx) => {
    const manager = await managerOf(ctx, "054");
    await threeTrainers(ctx);
    const batches = await exportCvs(manager, { ...everything, specialties: ["B7"] });
    expect(await ctx.db.$count(auditLog, eq(auditLog.action, "trainer.cv_export"))).toBe(1);
    const lines: (readonly unknown[])[] = [];
    for await (const batch of batches) lines.push(...batch);
    expect(lines.map(([last, first, structure, status, specialties]) => [last, first, structure, status, specialties])).toEqual([
      ["Marchand", "Camille", "Siège", "Travailleur indépendant", "Restauration"],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/@|06 12/u);
    await expect(exportCvs({ ...ctx, actor: await makeSignedIn(ctx, { role: "trainer" }) }, everything)).rejects.toMatchObject({
      code: "forbidden",
    });
  }));

test("AD-03 an export has everybody once, whoever saves a CV, leaves or arrives while it is written", () =>
  story(async (ctx) => {
    await seedVolumeTrainers(ctx, 60);
    const all = (await ctx.db.select({ profileId: cvEntries.profileId }).from(cvEntries)).map(({ profileId }) => profileId);
    const met: string[] = [];
    for await (const batch of everyCv(await managerOf(ctx, "054"), everything, 20)) {
      met.push(...batch.map(({ profileId }) => profileId));
      const last = batch.at(-1)?.profileId ?? "";
      // The last line of the first batch saves; that of the second leaves the CVthèque.
      if (met.length === 20) await ctx.db.update(cvEntries).set({ updatedAt: testNow }).where(eq(cvEntries.profileId, last));
      if (met.length === 40) await ctx.db.delete(cvEntries).where(eq(cvEntries.profileId, last));
    }
    expect(met.length).toBe(60);
    expect([...met].sort()).toEqual([...all].sort());
  }));

test("AD-03 searches are kept under a name, each for who kept it", () =>
  story(async (ctx) => {
    const [manager, colleague] = [await managerOf(ctx, "054"), await managerOf(ctx, "054")];
    await saveCvSearch(manager, { name: "Finances", query: "specialite=A3" });
    await saveCvSearch(manager, { name: "Finances", query: "specialite=A3&region=44" });
    const [kept] = await listCvSearches(manager);
    expect(kept).toMatchObject({ name: "Finances", query: "specialite=A3&region=44" });
    expect(await listCvSearches(colleague)).toEqual([]);
    await expect(deleteCvSearch(colleague, { searchId: kept?.id ?? "" })).rejects.toMatchObject({ code: "absent" });
    await deleteCvSearch(manager, { searchId: kept?.id ?? "" });
    expect(await listCvSearches(manager)).toEqual([]);
  }));

test("AD-03 EI-16 fifty searches at most, as for ads; a known name still takes the new search", () =>
  story(async (ctx) => {
    const manager = await managerOf(ctx, "054");
    for (let count = 0; count < 50; count++) await saveCvSearch(manager, { name: `Recherche ${count}`, query: "" });
    await expect(saveCvSearch(manager, { name: "Une de trop", query: "" })).rejects.toMatchObject({ code: "conflict" });
    await saveCvSearch(manager, { name: "Recherche 7", query: "specialite=A3" });
    expect((await listCvSearches(manager)).find(({ name }) => name === "Recherche 7")?.query).toBe("specialite=A3");
  }));

test("AD-03 a search that the database cannot keep is refused with a sentence", () => {
  const parsed = saveCvSearchInput.safeParse({ name: "Finances", query: "q=\u0000" });
  expect(parsed.error?.issues).toMatchObject([{ path: ["query"], message: expect.stringContaining("enregistrée") as string }]);
});

/** What is searched, each with another way for the database to go wrong. */
const searches: Readonly<Record<string, Partial<CvSearch>>> = {
  everything: {},
  recent: { sort: "recent", direction: "desc" },
  "a region": { regions: ["44"] },
  "a department and a specialty": { departments: ["67"], specialties: ["A3", "B7"] },
  "a code that nobody has": { specialties: ["Z9"] },
  "a common word": { query: "formation" },
  "a rare word": { query: "prospective" },
  "a word that nobody has": { query: "xylophone" },
  "a slip in a name": { query: "chevalier" },
  "a word, a region and a language": { query: "budget", regions: ["44"], language: "anglais" },
  "two days and a status": { from: "2026-12-01", until: "2026-12-20", statuses: ["civil_servant"] },
};

test("AD-03 among ten thousand CVs, no search reads the table from end to end: plans of every statement, first page and next", async () => {
  const { sql: client, db } = connect(await copyTemplate(`copy_cv_plans_${process.pid}`), { max: 4 });
  try {
    const asked: { readonly text: string; readonly parameters: unknown[] }[] = [];
    const logger = { logQuery: (text: string, parameters: unknown[]) => void asked.push({ text, parameters }) };
    const ctx = testCtx(db);
    await furnish(ctx);
    await seedVolumeTrainers(ctx, 10_000);
    await client.unsafe("reset role; analyze; set role espaces_app");
    const manager = await managerOf(ctx, "054");
    const listened = { ...manager, db: drizzle(client, { casing: "snake_case", logger }) };
    for (const search of Object.values(searches)) {
      const first = await searchCvs(listened, { ...everything, ...search });
      if (first.next !== null) await searchCvs(listened, { ...everything, ...search, after: first.next });
      // The export: its first batch and the one after.
      const batches = everyCv(listened, { ...everything, ...search }, 25);
      await batches.next();
      await batches.next();
    }
    const onCvs = asked.filter(({ text }) => text.includes('"cv_entries"'));
    expect(onCvs.length).toBeGreaterThan(30);
    const sequential: string[] = [];
    // As the search itself asks.
    await client.begin(async (tx) => {
      await tx`select set_config('enable_seqscan', 'off', true)`;
      for (const { text, parameters } of onCvs) {
        const lines = await tx.unsafe<{ "QUERY PLAN": string }[]>(`explain ${text}`, parameters);
        const plan = lines.map((line) => line["QUERY PLAN"]).join("\n");
        if (/Seq Scan on cv_entries\b/u.test(plan)) sequential.push(`${text}\n${plan}`);
      }
    });
    expect(sequential).toEqual([]);
  } finally {
    await client.end();
  }
});
