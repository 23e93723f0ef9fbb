import type { Page } from "@playwright/test";
import axe from "axe-core";

const options: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

/**
 * What axe finds on the page as it is now. The pages have no frames: axe is put in once for each page, and called
 * there, which takes half the time of its own builder (a second page for each look).
 */
export async function barriersOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  // A colour on its way from one to another is none that somebody reads.
  await page.evaluate(() => {
    for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
  });
  const { violations } = await page.evaluate((given) => (globalThis as unknown as { axe: typeof axe }).axe.run(given), options);
  return violations.map(
    ({ id, nodes }) =>
      `${id} (${nodes
        .map(({ target }) => target.join(" "))
        .slice(0, 3)
        .join(" | ")})`,
  );
}
