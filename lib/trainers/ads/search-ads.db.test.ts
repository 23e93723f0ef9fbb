import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { ads } from "@/db/schema/ads";
import { seedVolumeAds } from "@/db/seed/volume-ads";
import { inRolledBackTx, testCtx, testNow } from "@/db/testing/rollback";
import { copyTemplate } from "@/db/testing/worker-database";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { aPublishedAd, furnish, managerOf, structureOf } from "../testing/ad-stage";
import { describeAds } from "./feed";
import { readOpenData } from "./open-data";
import { listAdAddresses } from "./open-data-addresses";
import { facetOf } from "./rules";
import { type AdSearch, countAds, latestAds, searchAds, searchAdsWithFacets, searchExactAds } from "./search-ads";

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

const story = (run: (ctx: Ctx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    const ctx = testCtx(tx.db);
    await furnish(ctx);
    await run(ctx);
  });
const titles = (found: { readonly ads: readonly { readonly title: string }[] }) => found.ads.map(({ title }) => title);

/** Two ads of the East (budget in the Bas-Rhin, catering in the whole region), one of Paris about budget. */
async function threeAds(ctx: Ctx): Promise<void> {
  const [est, siege] = [await managerOf(ctx, "054"), await managerOf(ctx, "075")];
  await aPublishedAd(est, { title: "Budget dans le Bas-Rhin" });
  await aPublishedAd(est, { title: "Cuisine dans l’Est", specialties: ["B7A"], regions: ["44"], departments: [] });
  await aPublishedAd(siege, {
    structureId: await structureOf(ctx, "075"),
    title: "Budget à Paris",
    regions: ["11"],
    departments: [],
    deadlineOn: "28/02/2027",
  });
}

describe("EI-10 several values of one criterion", () => {
  test("EI-10 one of the values is enough; a sub-specialty and a department narrow theirs, and leave the others whole", () =>
    story(async (ctx) => {
      await threeAds(ctx);
      const found = async (criteria: AdSearch["criteria"]) => titles(await searchAds(ctx, { ...everything, criteria })).sort();
      expect(await found({ specialty: ["A3", "B7"] })).toHaveLength(3);
      expect(await found({ region: ["44", "11"], specialty: ["A3"] })).toEqual(["Budget dans le Bas-Rhin", "Budget à Paris"]);
      expect(await found({ region: ["44"], department: ["67"] })).toEqual(["Budget dans le Bas-Rhin"]);
      expect(await found({ region: ["44", "11"], department: ["67"] })).toEqual(["Budget dans le Bas-Rhin", "Budget à Paris"]);
      expect(await found({ specialty: ["A3", "B7"], subSpecialty: ["B7A"] })).toHaveLength(3);
      expect(await found({ structure: [await structureOf(ctx, "054"), await structureOf(ctx, "075")] })).toHaveLength(3);
    }));

  test("EI-10 beside each choice, what it would give: the other criteria kept, those of its group left out", () =>
    story(async (ctx) => {
      await threeAds(ctx);
      const { facets, total } = await searchAdsWithFacets(ctx, { ...everything, criteria: { region: ["44"] } });
      expect(total).toEqual({ count: 2, capped: false });
      expect(facets.place.counts.get(facetOf("region", "11"))).toBe(1);
      expect(facets.place.counts.get(facetOf("region", "44"))).toBe(2);
      expect(facets.topic.counts.get(facetOf("specialty", "A3"))).toBe(1);
      expect(facets.structure.counts.get(facetOf("structure", await structureOf(ctx, "075")))).toBeUndefined();
      expect([facets.topic, facets.place, facets.structure].map(({ whole }) => whole)).toEqual([false, false, false]);
    }));

  test("EI-10 each number beside a choice is what one gets by choosing it", () =>
    story(async (ctx) => {
      await threeAds(ctx);
      const criteria = { specialty: ["A3"] };
      const { facets } = await searchAdsWithFacets(ctx, { ...everything, criteria });
      for (const region of ["11", "44"]) {
        const chosen = await countAds(ctx, { ...everything, criteria: { ...criteria, region: [region] } });
        expect(facets.place.counts.get(facetOf("region", region))).toBe(chosen.count);
      }
    }));
});

describe("EI-10 words", () => {
  test("EI-10 the most relevant first: in the title, then in the profile, then in the description", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      for (const over of [
        { title: "Titre un", description: "Tout sur la médiation." },
        { title: "Titre deux", profileSought: "Pratique de la médiation" },
        { title: "La médiation" },
        { title: "Autre chose" },
      ])
        await aPublishedAd(manager, over);
      expect(titles(await searchAds(ctx, { ...everything, query: "médiation" }))).toEqual(["La médiation", "Titre deux", "Titre un"]);
    }));

  test("EI-10 pages of the most relevant: each ad once, forwards and back", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      for (let index = 0; index < 45; index += 1)
        await aPublishedAd(
          { ...manager, now: new Date(testNow.getTime() + index * 1000) },
          { title: index % 2 === 0 ? `Médiation ${index}` : `Atelier ${index}`, description: "La médiation, pas à pas." },
        );
      const page = (over: Partial<AdSearch>) => searchAds(ctx, { ...everything, query: "mediation", ...over });
      const first = await page({});
      expect(titles(first).every((title) => title.startsWith("Médiation"))).toBe(true);
      const second = await page({ after: first.next });
      const third = await page({ after: second.next });
      expect(new Set([first, second, third].flatMap((each) => titles(each))).size).toBe(45);
      expect(third.next).toBeNull();
      expect(titles(await page({ before: third.previous }))).toEqual(titles(second));
    }));

  test("EI-10 a slip is forgiven and said; words that no ad has together are looked for apart; a criterion too many is not a slip", () =>
    story(async (ctx) => {
      await threeAds(ctx);
      const slip = await searchAds(ctx, { ...everything, query: "Budjet bas-rihn" });
      expect(slip.nearest).toEqual({ kind: "corrected", words: "budget bas rhin" });
      expect(titles(slip)).toEqual(["Budget dans le Bas-Rhin"]);
      const apart = await searchAds(ctx, { ...everything, query: "cuisine Paris" });
      expect(apart.nearest?.kind).toBe("some");
      expect(titles(apart).sort()).toEqual(["Budget à Paris", "Cuisine dans l’Est"]);
      const elsewhere = await searchAds(ctx, { ...everything, query: "cuisine", criteria: { region: ["11"] } });
      expect(elsewhere).toMatchObject({ ads: [], nearest: null, total: { count: 0 } });
      expect((await countAds(ctx, { ...everything, query: "cuisine" })).count).toBe(1);
      // A program that follows a search is told of nothing else.
      expect((await searchExactAds(ctx, { ...everything, query: "cuisine Paris" }, 50)).ads).toEqual([]);
    }));
});

describe("EI-16 what programs read", () => {
  test("EI-16 the open data of a search: page after page, without the person to write to", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      for (let index = 0; index < 105; index += 1) await aPublishedAd(manager, { title: `Annonce ${index}` });
      const first = await readOpenData(ctx, everything, (number) => `https://exemple.fr/${number}`);
      expect(first.total).toEqual({ nombre: 105, plus: false });
      expect(first.annonces).toHaveLength(100);
      const last = await readOpenData(ctx, { ...everything, after: first.next }, (number) => number);
      expect(last.annonces).toHaveLength(5);
      expect(last.next).toBeNull();
      expect(JSON.stringify(first)).not.toMatch(/Marc Lambert|formation\.054/u);
      expect(first.annonces[0]).toMatchObject({ titre: "Annonce 104", specialites: ["A3"], regions: ["44"], structure: { code: "054" } });
    }));

  test("EI-16 drafts and closed ads are told to nobody", () =>
    story(async (ctx) => {
      await threeAds(ctx);
      await ctx.db.execute(sql`update ads set state = 'closed', closed_at = now() where title like 'Cuisine%'`);
      expect((await listAdAddresses(ctx))?.length).toBe(2);
      expect(titles({ ads: await latestAds(ctx, 10) }).sort()).toEqual(["Budget dans le Bas-Rhin", "Budget à Paris"]);
      expect(await describeAds(ctx, [])).toEqual([]);
    }));
});

/** What is searched, each with another way for the database to go wrong. */
const searches: Readonly<Record<string, Partial<AdSearch>>> = {
  everything: {},
  "by deadline": { sort: "deadline", direction: "asc" },
  "by start, the last first": { sort: "start", direction: "desc" },
  "a region": { criteria: { region: ["44"] } },
  "two regions, a department, a specialty": { criteria: { region: ["44", "11"], department: ["67"], specialty: ["A3"] } },
  "a code that no ad has": { criteria: { specialty: ["Z9"] } },
  "a common word": { query: "formation" },
  "a rare word": { query: "Cachan" },
  "a slip": { query: "managment" },
  "words apart": { query: "xylophone budget" },
  "a word and a region, by deadline": { query: "budget", criteria: { region: ["44"] }, sort: "deadline", direction: "asc" },
  "between two days": { from: "2027-03-01", until: "2027-03-02" },
  "a very common word, by start": { query: "agents", sort: "start", direction: "asc" },
  "a far day and a word": { from: "2027-07-01", query: "formation" },
  "a late deadline, by start": { deadlineFrom: "2027-01-10", sort: "start", direction: "asc" },
};

/** What a search of words finds, counted one by one. */
async function counted({ db, now }: Ctx, query: string, from: string | null) {
  const found = await db.$count(
    ads,
    sql`state = 'published' and coalesce(deadline_on, '9999-12-31') >= ${parisDay(now)}::date
      and search @@ websearch_to_tsquery('french_unaccent', ${query}) and (${from}::date is null or coalesce(ends_on, starts_on) >= ${from}::date)`,
  );
  return { count: Math.min(found, 1000), capped: found > 1000 };
}

test("EI-10 among twenty thousand ads, no search reads the table from end to end: plans of every statement, first page and next", async () => {
  const { sql: client, db } = connect(await copyTemplate(`copy_ad_plans_${process.pid}`), { max: 4 });
  try {
    const asked: { readonly text: string; readonly parameters: unknown[] }[] = [];
    const logger = { logQuery: (text: string, parameters: unknown[]) => void asked.push({ text, parameters }) };
    const ctx = testCtx(db);
    await furnish(ctx);
    await seedVolumeAds(ctx, { ads: 20_000, open: 2_000 });
    await db.execute(sql`analyze ads`);
    const listened = testCtx(drizzle(client, { casing: "snake_case", logger }));
    expect((await searchAds(listened, everything)).total).toEqual({ count: 1000, capped: true });

    for (const search of Object.values(searches)) {
      const first = await searchAdsWithFacets(listened, { ...everything, ...search });
      if (first.next !== null) await searchAds(listened, { ...everything, ...search, after: first.next });
    }
    for (const query of ["agents", "formation", "agents formation", "xylophone or agents", "agents -budget", "agents or xylophone"])
      for (const from of [null, "2027-05-01"])
        expect(await countAds(ctx, { ...everything, query, from }), query).toMatchObject(await counted(ctx, query, from));

    const onAds = asked.filter(({ text }) => text.includes('"ads"'));
    expect(onAds.length).toBeGreaterThan(30);
    const sequential: string[] = [];
    for (const { text, parameters } of onAds) {
      const lines = await client.unsafe<{ "QUERY PLAN": string }[]>(`explain ${text}`, parameters);
      const plan = lines.map((line) => line["QUERY PLAN"]).join("\n");
      if (/Seq Scan on ads\b/u.test(plan)) sequential.push(`${text}\n${plan}`);
    }
    expect(sequential).toEqual([]);
  } finally {
    await client.end();
  }
  // Twenty thousand ads are long to write where two processors are shared.
}, 120_000);
