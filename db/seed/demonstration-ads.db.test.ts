import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { adSequences, ads } from "@/db/schema/ads";
import { departments, regions, specialties, structures, subSpecialties } from "@/db/schema/references";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { TxCtx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { faultsOnScreen } from "@/lib/core/testing/typography";
import { readDivisions } from "@/lib/references/import/read-divisions";
import { writeDivisions } from "@/lib/references/import/write-divisions";
import { addInstitution, writeCountries } from "@/lib/references/import/write-institution";
import { publishAd } from "@/lib/trainers/ads/publish-ad";
import { adNumber, isOpen, missingToPublish, monthOf } from "@/lib/trainers/ads/rules";
import { seedDemonstrationAds } from "./demonstration-ads";

/** The references that ads speak of; the communes take seconds and no ad names them. */
async function loadReferences(tx: TxCtx): Promise<void> {
  await writeDivisions(tx, { ...(await readDivisions()), communes: [], postcodes: [], authorities: [] });
  await writeCountries(tx);
  await addInstitution(tx);
}

const seeded = <Result>(story: (tx: TxCtx) => Promise<Result>) =>
  inRolledBackTx(async (tx) => {
    await loadReferences(tx);
    expect(await seedDemonstrationAds(tx)).toBe(true);
    return story(tx);
  });

const share = <Item>(items: readonly Item[], which: (item: Item) => boolean) => items.filter(which).length / items.length;

test("EI-10 EI-12 the demonstration has hundreds of ads, numbered in the order of their publication, most of them open", () =>
  seeded(async (tx) => {
    const today = parisDay(tx.now);
    const structureCodes = new Map((await tx.db.select().from(structures)).map(({ id, code }) => [id, code]));
    const all = await tx.db.select().from(ads).orderBy(ads.publishedAt, ads.number);
    const published = all.filter(({ state }) => state !== "draft");
    expect(published.length).toBeGreaterThanOrEqual(300);

    const lasts = new Map<string, number>();
    for (const { structureId, publishedAt, number } of published) {
      if (publishedAt === null) throw new Error(`${number} has no instant`);
      expect(publishedAt.getTime()).toBeLessThan(tx.now.getTime());
      const month = monthOf(parisDay(publishedAt));
      const last = (lasts.get(structureId + month) ?? 0) + 1;
      lasts.set(structureId + month, last);
      expect(number).toBe(adNumber(structureCodes.get(structureId) ?? "", month, last));
    }
    expect(new Set(published.map(({ number }) => number)).size).toBe(published.length);

    const openShare = share(published, (ad) => isOpen(ad, today));
    expect(openShare).toBeGreaterThan(0.5);
    expect(openShare).toBeLessThan(0.75);
    expect(share(published, ({ urgent }) => urgent)).toBeCloseTo(0.1, 1);
    expect(share(published, ({ state }) => state === "closed")).toBeCloseTo(0.12, 1);
    for (const { closedAt, publishedAt, closedReason } of all.filter(({ state }) => state === "closed")) {
      expect(closedAt?.getTime()).toBeLessThan(tx.now.getTime());
      expect(closedAt?.getTime()).toBeGreaterThan(publishedAt?.getTime() ?? Infinity);
      expect(closedReason).not.toBe("");
    }
    expect(all.some(({ countryCode }) => countryCode !== "FR")).toBe(true);
    expect(all.some(({ regionCodes }) => regionCodes.length === 0)).toBe(true);
    expect(all.some(({ departmentCodes }) => departmentCodes.length > 0)).toBe(true);
  }));

test("EI-10 EI-11 its ads name references that exist, in good French, and lack nothing", () =>
  seeded(async (tx) => {
    const codesOf = async (table: typeof specialties | typeof subSpecialties | typeof regions) =>
      new Set((await tx.db.select({ code: table.code }).from(table)).map(({ code }) => code));
    const known = { specialties: await codesOf(specialties), subs: await codesOf(subSpecialties), regions: await codesOf(regions) };
    const regionOf = new Map((await tx.db.select().from(departments)).map(({ code, regionCode }) => [code, regionCode]));
    const all = await tx.db.select().from(ads);
    const specialtiesUsed = new Set(all.flatMap(({ specialtyCodes }) => specialtyCodes));
    expect(specialtiesUsed).toEqual(known.specialties);
    for (const ad of all) {
      expect(ad.subSpecialtyCodes.filter((code) => !known.subs.has(code) || !ad.specialtyCodes.includes(code.slice(0, 2)))).toEqual([]);
      expect(ad.regionCodes.filter((code) => !known.regions.has(code))).toEqual([]);
      expect(ad.departmentCodes.filter((code) => !ad.regionCodes.includes(regionOf.get(code) ?? ""))).toEqual([]);
      expect(missingToPublish(ad, ad.deadlineOn ?? "")).toEqual({});
      const texts = [ad.title, ad.description, ad.profileSought, ad.context, ad.audience, ad.duration, ad.place, ad.closedReason ?? ""];
      expect(texts.flatMap(faultsOnScreen)).toEqual([]);
    }
  }));

test("EI-12 a second start adds nothing, and the next ad published goes on from the last number", () =>
  seeded(async (tx) => {
    const count = await tx.db.$count(ads);
    expect(await seedDemonstrationAds(tx)).toBe(false);
    expect(await tx.db.$count(ads)).toBe(count);

    const drafts = await tx.db.select().from(ads).where(eq(ads.state, "draft"));
    expect(drafts).toHaveLength(5);
    const [draft] = drafts;
    if (draft === undefined) throw new Error("no draft");
    const month = monthOf(parisDay(tx.now));
    const given = (await tx.db.select().from(adSequences).where(eq(adSequences.structureId, draft.structureId))).find(
      (sequence) => sequence.month === month,
    );
    expect(given?.last).toBeGreaterThan(0);
    const administrator = { ...tx, actor: await makeSignedIn(tx, { role: "administrator" }) };
    const { number } = await publishAd(administrator, { adId: draft.id });
    expect(number).toBe(adNumber("054", month, (given?.last ?? 0) + 1));
  }));
