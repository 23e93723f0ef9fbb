import type { Page } from "@playwright/test";
import { barriersOn } from "./support/barriers";
import { siteDatabase } from "./support/database";
import { expect, test } from "./support/test";

const map = (page: Page) => page.getByRole("group", { name: "Carte des régions" });
const list = (page: Page) =>
  page
    .getByRole("list")
    .filter({ has: page.getByRole("link", { name: "Corse" }) })
    .last();
const card = (page: Page, name: string) => page.getByRole("article").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** What the page says once Grand Est is chosen, however it was. */
async function expectGrandEst(page: Page): Promise<void> {
  const heading = page.getByRole("heading", { level: 2, name: "Grand Est" });
  await expect(heading).toBeInViewport();
  await expect(heading).toBeFocused();
  await expect(page.getByText("Haut-Rhin (68)")).toBeVisible();
  const names = await page.getByRole("article").getByRole("heading").allTextContents();
  expect(names).toEqual(["Délégation Grand Est", "Institut de Nancy", "Institut national de Strasbourg"]);
  await expect(map(page).getByRole("link", { name: "Grand Est" })).toHaveAttribute("aria-current", "true");
}

test("EI-03 without a choice, every structure is shown under its region", async ({ page }) => {
  await page.goto("/intervenants/informations");
  const shown = await page.getByRole("article").getByRole("heading", { level: 4 }).allTextContents();
  const known = await (await siteDatabase())<{ name: string }[]>`select name from structures where active`;
  expect(new Set(shown)).toEqual(new Set(known.map(({ name }) => name)));
  await expect(page.getByRole("heading", { level: 3, name: "Mayotte" })).toBeVisible();
});

test("EI-03 a click on a region of the map shows its structures: premises, contacts, how to come", async ({ page }) => {
  await page.goto("/intervenants/informations");
  // In the middle of the outline, as a hand would; the name of the region is written there.
  await map(page).getByRole("link", { name: "Grand Est" }).click();
  await expectGrandEst(page);
  const delegation = card(page, "Délégation Grand Est");
  await expect(delegation.getByText("Venir")).toBeVisible();
  await expect(delegation.getByRole("link", { name: /@/u })).toHaveAttribute("href", /^mailto:[a-z-]+@/u);
  await expect(delegation.getByRole("link", { name: /^0\d(?: \d\d){4}$/u })).toHaveAttribute("href", /^tel:0\d{9}$/u);
  await expect(card(page, "Institut de Nancy")).toContainText("Au service de toutes les régions.");

  await map(page).getByRole("link", { name: "Guyane" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Guyane" })).toBeFocused();
  await expect(card(page, "Délégation Guyane")).toBeVisible();
  await page.getByRole("link", { name: "Voir toutes les structures" }).click();
  await expect(card(page, "Délégation Grand Est")).toBeVisible();
});

test("EI-03 on a phone, a tap on the map brings the structures to the screen, and one can come back to the map", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto("/intervenants/informations");
  await map(page).getByRole("link", { name: "Grand Est" }).click();
  await expectGrandEst(page);
  await page.getByRole("link", { name: "Choisir une autre région" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Choisir une région" })).toBeInViewport();
});

test("EI-03 the list holds the same regions as the map, in the same words, and does the same with the keyboard", async ({ page }) => {
  await page.goto("/intervenants/informations");
  await page.getByRole("link", { name: "dans la liste" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(list(page).getByRole("link").first()).toBeFocused();

  const inList = await list(page).getByRole("link").allTextContents();
  const onMap = await map(page)
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("aria-label") ?? link.textContent));
  expect(inList).toHaveLength(18);
  expect(onMap.toSorted()).toEqual(inList.toSorted());

  await list(page).getByRole("link", { name: "Grand Est" }).focus();
  await page.keyboard.press("Enter");
  await expectGrandEst(page);
  await expect(list(page).getByRole("link", { name: "Grand Est" })).toHaveAttribute("aria-current", "true");
});

test("EI-03 the map itself can be walked with the keyboard", async ({ page }) => {
  await page.goto("/intervenants/informations");
  await map(page).getByRole("link", { name: "Grand Est" }).focus();
  await page.keyboard.press("Enter");
  await expectGrandEst(page);
});

test("EI-03 a region that does not exist, or given twice, shows every structure", async ({ page }) => {
  for (const query of ["region=99", "region=975", "region=44&region=94", "region=%00"]) {
    expect((await page.goto(`/intervenants/informations?${query}`))?.status(), query).toBe(200);
    await expect(page.getByRole("heading", { level: 2, name: "Toutes les structures" })).toBeVisible();
  }
});

test("EI-03 TR-40 with a region chosen, no barrier is found, in light and in dark", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto("/intervenants/informations?region=44");
      await page.waitForLoadState("networkidle");
      expect(await barriersOn(page), `${colorScheme} ${width}`).toEqual([]);
    }
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("EI-03 TR-41 the map and the list show the structures of a region", async ({ page }) => {
    for (const place of [map, list]) {
      await page.goto("/intervenants/informations");
      await place(page).getByRole("link", { name: "Grand Est" }).click();
      await expectGrandEst(page);
    }
  });
});
