import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import { aPerson, enterBackOffice, signedIn } from "./made-people";
import { aTrainer, enterTrainers } from "./made-trainers";
import { siteUrl } from "./site";
import { hearNoise } from "./test";

/** Who reads the page: nobody known, somebody who has just come, a validated trainer, or somebody of the back office. */
export type Visit = "visitor" | "member" | "trainer" | "administrator";
type Visits = (visit: Visit) => Promise<Page>;

interface Opened {
  readonly pages: Map<Visit, Page>;
  readonly noise: string[];
}

async function enter(context: BrowserContext, visit: Visit): Promise<void> {
  if (visit === "visitor") return;
  if (visit === "trainer") return signedIn(context, await aTrainer({ lastName: "Promeneuse" }));
  const person = await aPerson({ role: visit });
  if (visit === "administrator") await enterBackOffice(person.id);
  await enterTrainers(person.id);
  await signedIn(context, person);
}

/**
 * For the walks that read many pages and change nothing: one browser for each kind of visitor and each worker, which
 * keeps the scripts it has read. Silence is expected of it as everywhere.
 */
export const test = base.extend<{ visits: Visits }, { opened: Opened }>({
  opened: [
    async ({ browser }, use) => {
      const pages = new Map<Visit, Page>();
      await use({ pages, noise: [] });
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { scope: "worker" },
  ],
  visits: async ({ browser, opened: { pages, noise } }, use) => {
    noise.length = 0;
    await use(async (visit) => {
      const known = pages.get(visit);
      if (known !== undefined) return known;
      const context = await browser.newContext({
        baseURL: siteUrl,
        locale: "fr-FR",
        timezoneId: "Europe/Paris",
        reducedMotion: "reduce",
        extraHTTPHeaders: { "x-forwarded-for": `10.77.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}` },
      });
      await enter(context, visit);
      const page = await context.newPage();
      hearNoise(page, noise);
      pages.set(visit, page);
      return page;
    });
    expect(noise, "no error in the console, no breach of the content security policy").toEqual([]);
  },
});

export { expect };
