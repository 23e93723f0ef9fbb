import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cvEntries } from "@/db/schema/cv-library";
import { inRolledBackTx } from "@/db/testing/rollback";
import { furnish, structureOf } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";

test("AD-03 a validated profile is found by its specialties, regions, status and words; where the person lives is not searched", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const { profileId } = await aTrainer(tx, { answers: { abroad: "yes", alerts: ["specialties"] } });
    const [entry] = await tx.db.select().from(cvEntries).where(eq(cvEntries.profileId, profileId));
    const structure = await structureOf(tx, "054");
    expect(entry?.facets).toEqual(["s:A3", "u:A3A", "r:44", "t:none", "x:abroad", `o:${structure}`]);
    expect(entry).toMatchObject({ lastName: "Durand", alerts: ["specialties"], searchName: "durand camille" });
    expect(entry?.content).toContain("Comptabilité et marchés");
    expect(entry?.content).toContain("Finances");
    expect(entry?.content).not.toMatch(/Mozart|Toulouse|06 12/u);
  }));

test("AD-03 a profile that is not validated is not in the CVthèque", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const { profileId } = await aTrainer(tx, { state: "submitted" });
    expect(await tx.db.select().from(cvEntries).where(eq(cvEntries.profileId, profileId))).toEqual([]);
  }));
