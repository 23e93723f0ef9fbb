import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ads } from "@/db/schema/ads";
import { countries } from "@/db/schema/references";
import { auditLog } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { allLines } from "@/db/testing/all-lines";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { changeAd } from "./change-ad";
import { closeAd } from "./close-ad";
import { createAd } from "./create-ad";
import { duplicateAd } from "./duplicate-ad";
import { jobPostingOf } from "./job-posting";
import { exportAds } from "./export-ads";
import { listManagedAds, readManagedAd } from "./manage-ads";
import { publishAd } from "./publish-ad";
import { readAd } from "./read-ad";
import { aPublishedAd, furnish, managerOf, structureOf, typedAd } from "../testing/ad-stage";
import { type AdSearch, searchAds } from "./search-ads";

const story = (run: (ctx: Ctx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    const ctx = testCtx(tx.db);
    await furnish(ctx);
    await run(ctx);
  });
const everything: AdSearch = {
  query: "",
  criteria: {},
  from: null,
  until: null,
  deadlineFrom: null,
  sort: "relevance",
  direction: "desc",
  after: null,
  before: null,
};
const titlesOf = async (ctx: Ctx, over: Partial<AdSearch>) =>
  (await searchAds(ctx, { ...everything, ...over })).ads.map(({ title }) => title);

describe("AD-05 the life of an ad", () => {
  test("AD-05 EI-12 a draft is nowhere public; published, it has its number and page; closed, it says so", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const { adId } = await createAd(manager, await typedAd(manager));
      expect(await titlesOf(ctx, {})).toEqual([]);
      expect(await readManagedAd(manager, adId)).toMatchObject({ specialtyCodes: ["A3"], subSpecialtyCodes: ["A3A"], regionCodes: ["44"] });

      const { number } = await publishAd(manager, { adId });
      expect(number).toBe("0542611001");
      expect(await readAd(ctx, number)).toMatchObject({ state: "published", regions: ["Grand Est"], departments: ["Bas-Rhin"] });
      expect(await titlesOf(ctx, {})).toEqual(["Élaborer un budget communal"]);
      await expect(publishAd(manager, { adId })).rejects.toMatchObject({ code: "conflict" });

      await closeAd(manager, { adId, reason: "Un intervenant est retenu", tellApplicants: false });
      expect(await titlesOf(ctx, {})).toEqual([]);
      expect(await titlesOf(ctx, { query: number })).toEqual(["Élaborer un budget communal"]);
      expect(await readAd(ctx, number)).toMatchObject({ state: "closed", closedAt: testNow });
      const lines = await ctx.db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.subjectId, adId));
      expect(lines.map(({ action }) => action).sort()).toEqual(["ad.close", "ad.create", "ad.publish"]);
    }));

  test("AD-05 what is missing is said, and nothing is published; a published ad stays whole", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const { adId } = await createAd(manager, await typedAd(manager, { description: "", specialties: [] }));
      await expect(publishAd(manager, { adId })).rejects.toMatchObject({
        code: "invalid",
        message: expect.stringContaining("spécialité") as string,
      });
      const { adId: whole } = await aPublishedAd(manager);
      const ad = await readManagedAd(manager, whole);
      await expect(
        changeAd(manager, { ...(await typedAd(manager, { description: "" })), adId: whole, version: ad.version }),
      ).rejects.toMatchObject({
        fieldErrors: { description: [expect.any(String)] },
      });
    }));

  test("AD-05 two people edit at once: the second is told, and undoes nothing", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const { adId } = await createAd(manager, await typedAd(manager));
      await changeAd(manager, { ...(await typedAd(manager, { title: "Premier" })), adId, version: 1 });
      await expect(changeAd(manager, { ...(await typedAd(manager, { title: "Second" })), adId, version: 1 })).rejects.toMatchObject({
        code: "conflict",
      });
      expect(await readManagedAd(manager, adId)).toMatchObject({ title: "Premier", version: 2 });
    }));

  test("AD-05 a closed ad is not changed any more: its manager is told to copy it, and its text is as it was", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const { adId } = await aPublishedAd(manager);
      await closeAd(manager, { adId, reason: "Un intervenant est retenu", tellApplicants: false });
      const closed = await readManagedAd(manager, adId);
      const change = { ...(await typedAd(manager, { title: "Une autre formation" })), adId, version: closed.version };
      await expect(changeAd(manager, change)).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("dupliquez-la") as string,
      });
      expect(await readManagedAd(manager, adId)).toEqual(closed);
    }));

  test("AD-05 what was never published is not closed, and what is closed keeps its day and its reason", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const { adId: draft } = await createAd(manager, await typedAd(manager));
      const close = (by: Ctx, adId: string, reason: string) => closeAd(by, { adId, reason, tellApplicants: false });
      await expect(close(manager, draft, "Session annulée")).rejects.toThrow("n’est pas publiée");
      expect(await readManagedAd(manager, draft)).toMatchObject({ state: "draft", version: 1 });
      const { adId } = await aPublishedAd(manager);
      await close(manager, adId, "Un intervenant est retenu");
      const nextDay = { ...manager, now: new Date(testNow.getTime() + 86_400_000) };
      await expect(close(nextDay, adId, "Session annulée")).rejects.toThrow("déjà clôturée");
      const [row] = await ctx.db.select().from(ads).where(eq(ads.id, adId));
      expect(row).toMatchObject({ closedAt: testNow, closedReason: "Un intervenant est retenu" });
    }));

  test("EI-10 EI-15 an ad abroad is published with its country, which a change and a copy keep; an unknown land is refused", () =>
    story(async (ctx) => {
      await ctx.db.insert(countries).values([
        { code: "BE", name: "Belgique", nationality: "Belge" },
        { code: "XX", name: "Apatride", nationality: "Apatride", habitable: false },
      ]);
      const manager = await managerOf(ctx, "054");
      const abroad = { countryCode: "BE", departments: [] };
      const { adId, number } = await aPublishedAd(manager, abroad);
      const seen = await readAd(ctx, number);
      expect(seen).toMatchObject({ country: "Belgique", regions: [] });
      expect(jobPostingOf({ ...seen, place: "Tournai" }, "").jobLocation.address).toEqual({
        "@type": "PostalAddress",
        addressCountry: "BE",
        addressLocality: "Tournai",
      });
      const { version } = await readManagedAd(manager, adId);
      await changeAd(manager, { ...(await typedAd(manager, abroad)), adId, version });
      const { adId: copy } = await duplicateAd(manager, { adId });
      for (const kept of [adId, copy]) expect(await readManagedAd(manager, kept)).toMatchObject({ countryCode: "BE" });
      for (const wrong of [{ countryCode: "XX", departments: [] }, { countryCode: "ZZ", departments: [] }, { countryCode: "BE" }])
        await expect(typedAd(manager, wrong).then((input) => createAd(manager, input))).rejects.toMatchObject({
          fieldErrors: { countryCode: [expect.any(String)] },
        });
      const { adId: home } = await createAd(manager, await typedAd(manager));
      expect(await readManagedAd(manager, home)).toMatchObject({ countryCode: "FR", departmentCodes: ["67"], regionCodes: ["44"] });
    }));

  test("AD-05 a copy is a draft without dates or number", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const { adId } = await aPublishedAd(manager);
      const { adId: copy } = await duplicateAd(manager, { adId });
      expect(await readManagedAd(manager, copy)).toMatchObject({
        state: "draft",
        number: null,
        deadlineOn: null,
        subSpecialtyCodes: ["A3A"],
      });
    }));

  test("AD-05 the ads of another structure do not exist for a manager; the administrator has them all", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const { adId } = await aPublishedAd(manager);
      const other = await managerOf(ctx, "075");
      for (const refused of [
        () => readManagedAd(other, adId),
        () => publishAd(other, { adId }),
        () => closeAd(other, { adId, reason: "rien de bon", tellApplicants: false }),
        () => duplicateAd(other, { adId }),
        async () => changeAd(other, { ...(await typedAd(ctx, { structureId: await structureOf(ctx, "075") })), adId, version: 2 }),
      ])
        await expect(refused()).rejects.toMatchObject({ code: "absent" });
      await expect(createAd(other, await typedAd(other))).rejects.toMatchObject({ code: "forbidden" });
      expect((await listManagedAds(other, { query: "", direction: "desc", after: null })).ads).toEqual([]);
      const administrator = { ...ctx, actor: await makeSignedIn(ctx, { role: "administrator" }) };
      expect((await listManagedAds(administrator, { query: "budget", direction: "desc", after: null })).ads).toHaveLength(1);
      const nobody = { ...ctx, actor: await makeSignedIn(ctx) };
      await expect(listManagedAds(nobody, { query: "", direction: "desc", after: null })).rejects.toMatchObject({ code: "forbidden" });
    }));

  test("AD-05 AD-13 an export has the ads that the list finds, in its order, and is recorded before its first line", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const { number } = await aPublishedAd(manager);
      await createAd(manager, await typedAd(manager, { title: "Budget, brouillon", deadlineOn: "" }));
      const batches = await exportAds(manager, { query: "budget", direction: "asc" });
      expect(await ctx.db.$count(auditLog, eq(auditLog.action, "ad.export"))).toBe(1);
      expect(await allLines(batches)).toEqual([
        [number, "Élaborer un budget communal", "Délégation Grand Est", "Publiée", "2027-01-31", ctx.now],
        [null, "Budget, brouillon", "Délégation Grand Est", "Brouillon", null, ctx.now],
      ]);
      const structureId = await structureOf(ctx, "075");
      expect(await allLines(await exportAds(manager, { query: "", structureId, direction: "asc" }))).toEqual([]);
    }));

  test("AD-05 an address that is no ad answers as a missing one", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      for (const id of ["x", "", "00000000-0000-7000-8000-000000000000", "'", "\u{1F333}"])
        await expect(readManagedAd(manager, id)).rejects.toMatchObject({ code: "absent" });
      for (const number of ["x", "0542611999", "\ud800", "x".repeat(3000)])
        await expect(readAd(ctx, number)).rejects.toMatchObject({ code: "absent" });
    }));

  test("EI-12 ten ads published at once, through two servers: ten numbers, none twice, none skipped", () =>
    onCommittedCopy("ad_numbers", async (db) => {
      await furnish(testCtx(db));
      const manager = await managerOf(testCtx(db), "054");
      const drafts = await Promise.all(Array.from({ length: 10 }, async () => createAd(manager, await typedAd(manager))));
      const numbers = await Promise.all(drafts.map(({ adId }) => publishAd(manager, { adId })));
      expect(numbers.map(({ number }) => number).sort()).toEqual(
        Array.from({ length: 10 }, (_, index) => `05426110${String(index + 1).padStart(2, "0")}`),
      );
    }));

  test("AD-05 two people publish one ad at once: it has one number", () =>
    onCommittedCopy("ad_twice", async (db) => {
      await furnish(testCtx(db));
      const manager = await managerOf(testCtx(db), "054");
      const { adId } = await createAd(manager, await typedAd(manager));
      const answers = await Promise.allSettled([publishAd(manager, { adId }), publishAd(manager, { adId })]);
      expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await db.select({ number: ads.number }).from(ads)).toEqual([{ number: "0542611001" }]);
    }));
});

describe("EI-10 the search of ads", () => {
  test("EI-10 criteria add up; words are found whatever their accents and endings, a slip is forgiven", () =>
    story(async (ctx) => {
      const [est, siege] = [await managerOf(ctx, "054"), await managerOf(ctx, "075")];
      await aPublishedAd(est);
      await aPublishedAd(siege, {
        structureId: await structureOf(ctx, "075"),
        title: "Sécurité alimentaire en cuisine centrale",
        description: "La méthode HACCP, pas à pas.",
        specialties: ["B7A"],
        departments: [],
        regions: ["11", "44"],
        startsOn: "01/03/2027",
        endsOn: "02/03/2027",
      });
      const [budget, kitchen] = ["Élaborer un budget communal", "Sécurité alimentaire en cuisine centrale"];
      expect(await titlesOf(ctx, { query: "budgets" })).toEqual([budget]);
      expect(await titlesOf(ctx, { query: "securite cuisines" })).toEqual([kitchen]);
      expect(await titlesOf(ctx, { query: "alimentiare" })).toEqual([kitchen]);
      expect(await titlesOf(ctx, { criteria: { region: ["44"] } })).toHaveLength(2);
      expect(await titlesOf(ctx, { criteria: { region: ["44"], specialty: ["A3"] } })).toEqual([budget]);
      expect(await titlesOf(ctx, { criteria: { region: ["11"], specialty: ["A3"] } })).toEqual([]);
      expect(await titlesOf(ctx, { criteria: { subSpecialty: ["B7A", "A3A"] } })).toHaveLength(2);
      expect(await titlesOf(ctx, { criteria: { department: ["67"] } })).toEqual([budget]);
      expect(await titlesOf(ctx, { criteria: { structure: [await structureOf(ctx, "075")] } })).toEqual([kitchen]);
      expect(await titlesOf(ctx, { from: "2027-03-02", until: "2027-03-31" })).toEqual([kitchen]);
      expect(await titlesOf(ctx, { from: "2027-03-03" })).toEqual([]);
      expect(await titlesOf(ctx, { query: "zzzzqq" })).toEqual([]);
    }));

  test("EI-10 the last day counts whole, in Paris; the day after, the ad has left the list and is found by its number", () =>
    story(async (ctx) => {
      const { number } = await aPublishedAd(await managerOf(ctx, "054"), { deadlineOn: "22/11/2026" });
      const at = (instant: string): Ctx => ({ ...ctx, now: new Date(instant) });
      expect(await titlesOf(at("2026-11-22T22:59:00Z"), {})).toHaveLength(1);
      expect(await titlesOf(at("2026-11-22T23:01:00Z"), {})).toEqual([]);
      expect(await titlesOf(at("2026-11-22T23:01:00Z"), { query: number })).toHaveLength(1);
    }));

  test("EI-10 pages by key: each ad once, forwards and back, also in the order of deadlines", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      for (let index = 0; index < 45; index += 1)
        await aPublishedAd(
          { ...manager, now: new Date(testNow.getTime() + index * 1000) },
          { title: `Annonce ${index}`, deadlineOn: `${String(1 + (index % 28)).padStart(2, "0")}/01/2027` },
        );
      for (const [sort, direction] of [
        ["published", "desc"],
        ["deadline", "asc"],
      ] as const) {
        const first = await searchAds(ctx, { ...everything, sort, direction });
        const second = await searchAds(ctx, { ...everything, sort, direction, after: first.next });
        const third = await searchAds(ctx, { ...everything, sort, direction, after: second.next });
        const seen = [first, second, third].flatMap((page) => page.ads.map(({ id }) => id));
        expect(new Set(seen).size).toBe(45);
        expect(third.next).toBeNull();
        const back = await searchAds(ctx, { ...everything, sort, direction, before: third.previous });
        expect(back.ads.map(({ id }) => id)).toEqual(second.ads.map(({ id }) => id));
      }
    }));
});
