import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { faultsOnScreen } from "@/lib/core/testing/typography";
import { barriersOn } from "../support/barriers";
import { faultsOfKeyboardWalk } from "../support/keyboard-walk";
import { linesOf } from "../support/lines-on-screen";
import { isLong } from "../support/profile";
import { expect, test, type Visit } from "../support/visits";
import { type Entry, readInventory } from "./inventory";
import { pagesWithParameters } from "./pages-with-parameters";

const widths = [360, 1280] as const;

async function expectNoBarrier(page: Page, where: string): Promise<void> {
  expect(await barriersOn(page), where).toEqual([]);
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

test("TR-40 the walk sees what it looks for: barriers, as axe’s own builder does, and what the keyboard suffers from", async ({ page }) => {
  const pageWith = (inside: string) =>
    page.setContent(`<!doctype html><html lang="fr"><title>Essai</title><main><h1>Essai</h1>${inside}</main></html>`);
  await pageWith('<img src="data:,"><button></button><p style="color: silver; background: white">Trop pâle</p>');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual(["button-name", "color-contrast", "image-alt"]);
  expect((await barriersOn(page)).map((barrier) => barrier.split(" ")[0])).toEqual(["button-name", "color-contrast", "image-alt"]);

  await pageWith('<a href="#1" style="outline: none">un</a> <a href="#2" tabindex="-1">deux</a> <button>trois</button>');
  expect(await faultsOfKeyboardWalk(page)).toEqual(['a "un" does not show that it has the focus', 'a "deux" is never reached']);

  await pageWith('<button>un</button> <button id="deux">deux</button> <input aria-label="piège"> <button>trois</button>');
  const trap = page.getByLabel("piège");
  await trap.evaluate((field) => field.addEventListener("keydown", (event) => event.preventDefault()));
  const endless = ['button "trois" is never reached', "the focus never comes back to the top of the page"];
  expect(await faultsOfKeyboardWalk(page)).toEqual(['input "piège" keeps the focus', ...endless]);
  await trap.evaluate((field) => field.addEventListener("keydown", () => document.getElementById("deux")?.focus()));
  expect(await faultsOfKeyboardWalk(page)).toEqual(['the focus jumps back from input "piège" to button "deux"', ...endless]);
});
