import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { faultsOnScreen } from "@/lib/core/testing/typography";
import { faultsOfKeyboardWalk } from "../support/keyboard-walk";
import { linesOf } from "../support/lines-on-screen";
import { isLong } from "../support/profile";
import { expect, test, type Visit } from "../support/visits";
import { type Entry, readInventory } from "./inventory";
import { pagesWithParameters } from "./pages-with-parameters";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const widths = [360, 1280] as const;

async function expectNoBarrier(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(tags)
    .options({ rules: { "target-size": { enabled: true } } })
    .analyze();
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${where}: ${id} (${nodes
          .map(({ target }) => target.join(" "))
          .slice(0, 3)
          .join(" | ")})`,
    ),
    where,
  ).toEqual([]);
}

/** No sideways scrolling at 320 px, which is also 1280 px enlarged four times; one pixel is the rounding of fractions. */
async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${where} at 320 px`).toBeLessThanOrEqual(1);
}

/** Some pages answer that there is nothing to show, to those who come straight to them: that is a page too. */
async function expectFreeOfBarriers(page: Page, at: string): Promise<void> {
  await page.setViewportSize({ width: widths[0], height: 800 });
  const answer = await page.goto(at);
  expect([200, 404], at).toContain(answer?.status());
  await page.waitForLoadState("networkidle");
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoBarrier(page, `${at} at ${width} px`);
  }
  await expectNoSidewaysScroll(page, at);
  for (const width of isLong ? widths : widths.slice(1)) {
    await page.setViewportSize({ width, height: 800 });
    expect(await faultsOfKeyboardWalk(page), `${at} at ${width} px, by the keyboard`).toEqual([]);
  }
}

async function expectGoodFrench(page: Page, at: string): Promise<void> {
  const lines = await linesOf(page);
  expect(lines.length, `${at} shows something`).toBeGreaterThan(5);
  expect(lines.flatMap(faultsOnScreen), `${at}: spaces, apostrophes and dots of French`).toEqual([]);
}

const story = "no barrier found at two widths, the keyboard goes everywhere and comes back, no sideways scroll, good French";
const visitOf = ({ at, policy }: Entry): Visit => {
  if (policy === "visitor") return "visitor";
  if (policy === "staff" || policy === "administrator") return "administrator";
  return at.startsWith("/intervenants/") && !at.startsWith("/intervenants/cv") ? "trainer" : "member";
};

for (const entry of readInventory().filter(({ kind, at }) => kind === "page" && !at.includes("["))) {
  test(`TR-40 TR-43 TR-44 ${entry.name} (${entry.at}): ${story}`, async ({ visits }) => {
    const page = await visits(visitOf(entry));
    await expectFreeOfBarriers(page, entry.at);
    // The page of the design system speaks to developers.
    if (entry.name !== "design.system") await expectGoodFrench(page, entry.at);
  });
}

for (const { names, at, visit, addressOf } of pagesWithParameters) {
  test(`TR-40 TR-43 TR-44 ${names} ${at} (${visit}): ${story}`, async ({ visits }) => {
    const page = await visits(visit);
    await expectFreeOfBarriers(page, await addressOf());
    await expectGoodFrench(page, at);
  });
}

for (const at of ["/compte/connexion", "/compte/inscription", "/compte/inscription?application=formadist", "/compte/mot-de-passe-oublie"]) {
  test(`TR-40 TR-44 ${at}: the same with errors shown, in dark`, async ({ visits }) => {
    const page = await visits("visitor");
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await page.goto(at);
    await page.waitForLoadState("networkidle");
    await page.locator("main form button[type=submit]").first().click();
    await expect(page.getByRole("main").getByRole("alert").filter({ hasText: "formulaire" })).toBeFocused();
    await expect(page).toHaveTitle(/^Erreur – /u);
    await expectNoBarrier(page, `${at} with errors`);
    await expectGoodFrench(page, `${at} with errors`);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  });
}
