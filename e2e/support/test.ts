import { test as base, expect, type Page } from "@playwright/test";

/** Writes down what a page complains of. */
export function hearNoise(page: Page, noise: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" && !/^Failed to load resource: the server responded with a status of (?:4\d\d)/u.test(message.text()))
      noise.push(message.text());
  });
  page.on("pageerror", (error) => noise.push(String(error)));
}

/**
 * The test of every journey: a network address of its own for each (so that limits by address do not add up across
 * tests), and no error in the console nor breach of the content security policy on any page (zero over the whole run).
 */
export const test = base.extend<{ noise: string[] }>({
  noise: [
    async ({ page }, use) => {
      const noise: string[] = [];
      hearNoise(page, noise);
      await use(noise);
      expect(noise, "no error in the console, no breach of the content security policy").toEqual([]);
    },
    { auto: true },
  ],
  extraHTTPHeaders: async ({ browserName }, use) => {
    const part = () => 1 + Math.floor(Math.random() * 250);
    await use({ "x-test-browser": browserName, "x-forwarded-for": `10.${part()}.${part()}.${part()}` });
  },
});

export { expect };
