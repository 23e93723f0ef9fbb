import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { aPerson, enterBackOffice, signedIn } from "../support/made-people";
import { enterTrainers } from "../support/made-trainers";
import { expect, test } from "../support/test";
import { readInventory } from "./inventory";

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

const pages = readInventory().filter(({ kind, at }) => kind === "page" && !at.includes("["));
const roleFor = {
  visitor: null,
  first_factor: "member",
  signed_in: "member",
  staff: "administrator",
  administrator: "administrator",
} as const;

for (const { name, at, policy } of pages) {
  test(`TR-40 TR-43 ${name} (${at}): no barrier found at two widths, no sideways scroll`, async ({ page, context }) => {
    const role = roleFor[policy as keyof typeof roleFor];
    if (role !== null) {
      const person = await aPerson({ role });
      if (role === "administrator") await enterBackOffice(person.id);
      await enterTrainers(person.id);
      await signedIn(context, person);
    }
    await page.setViewportSize({ width: widths[0], height: 800 });
    await page.goto(at);
    await page.waitForLoadState("networkidle");
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoBarrier(page, `${at} at ${width} px`);
    }
    await expectNoSidewaysScroll(page, at);
  });
}

for (const at of ["/compte/connexion", "/compte/inscription", "/compte/inscription?application=formadist", "/compte/mot-de-passe-oublie"]) {
  test(`TR-40 ${at}: the same with errors shown, in dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(at);
    await page.waitForLoadState("networkidle");
    await page.locator("main form button[type=submit]").first().click();
    await expect(page.getByRole("main").getByRole("alert").filter({ hasText: "formulaire" })).toBeFocused();
    await expect(page).toHaveTitle(/^Erreur – /u);
    await expectNoBarrier(page, `${at} with errors`);
  });
}
