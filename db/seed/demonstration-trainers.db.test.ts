import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountAddresses } from "@/db/schema/accounts";
import { cvEntries } from "@/db/schema/cv-library";
import { phrasings, profileLines, profileRequests, trainerProfiles } from "@/db/schema/trainers";
import { inRolledBackTx } from "@/db/testing/rollback";
import { faultsOnScreen } from "@/lib/core/testing/typography";
import { furnish } from "@/lib/trainers/testing/ad-stage";
import { openAnswers } from "@/lib/trainers/profile/lock-profile";
import { seedDemonstrationTrainers } from "./demonstration-trainers";
import { seedPhrasings } from "./reference-phrasings";
import { phrasingsData } from "./reference-phrasings.data";

test("AD-02 AD-03 the demonstration has a CVthèque, requests that wait, some for long, and two sent back; once only", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    expect(await seedDemonstrationTrainers(tx)).toBe(true);
    expect(await tx.db.$count(cvEntries)).toBe(60);
    const states = await tx.db.select({ state: profileRequests.state }).from(profileRequests);
    const count = (wanted: string) => states.filter(({ state }) => state === wanted).length;
    expect([count("submitted"), count("correction"), count("validated")]).toEqual([12, 2, 60]);
    const [claire] = await tx.db
      .select({ profile: trainerProfiles })
      .from(trainerProfiles)
      .innerJoin(accountAddresses, eq(accountAddresses.accountId, trainerProfiles.accountId))
      .where(eq(accountAddresses.canonical, "intervenant@demo.example"));
    expect(claire?.profile).toMatchObject({ state: "validated", immatriculation: "2019-054-00117" });
    expect(claire && openAnswers(claire.profile)["birthPlace"]).not.toBe("");
    expect(await seedDemonstrationTrainers(tx)).toBe(false);
    const lines = await tx.db.select({ answers: profileLines.answers }).from(profileLines);
    const texts = lines.flatMap(({ answers }) => Object.values(answers).filter((answer) => typeof answer === "string"));
    expect(texts.flatMap(faultsOnScreen)).toEqual([]);
  }));

test("AD-02 a new platform has its phrasings, and one that was taken out does not come back", () =>
  inRolledBackTx(async (tx) => {
    expect(await seedPhrasings(tx)).toBe(true);
    await tx.db.update(phrasings).set({ active: false }).where(eq(phrasings.purpose, "closing"));
    expect(await seedPhrasings(tx)).toBe(false);
    expect(await tx.db.$count(phrasings)).toBe(phrasingsData.length);
    expect(phrasingsData.flatMap(({ title, body }) => [...faultsOnScreen(title), ...faultsOnScreen(body)])).toEqual([]);
  }));

test("AD-02 AD-04 a platform older than the phrasings for pieces gets them, apart from those for CVs, and keeps its others as they are", () =>
  inRolledBackTx(async (tx) => {
    await seedPhrasings(tx);
    await tx.db.delete(phrasings).where(eq(phrasings.purpose, "piece"));
    await tx.db.update(phrasings).set({ title: "À nous" }).where(eq(phrasings.purpose, "correction"));
    expect(await seedPhrasings(tx)).toBe(true);
    const titles = async (purpose: "piece" | "correction") =>
      (await tx.db.select().from(phrasings).where(eq(phrasings.purpose, purpose))).map(({ title }) => title);
    expect(await titles("piece")).toEqual(expect.arrayContaining(["Photo floue ou sombre", "Document expiré", "Verso manquant"]));
    expect(new Set(await titles("correction"))).toEqual(new Set(["À nous"]));
  }));
