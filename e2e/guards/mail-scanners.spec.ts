import { linkPurposes } from "@/lib/accounts/links/vocabulary";
import { inBatches } from "../support/in-batches";
import { aLink } from "../support/made-links";
import { proveHuman } from "../support/people";
import { isLong } from "../support/profile";
import { expect, test } from "../support/test";

const [prefetches, presses] = isLong ? [20, 25] : [6, 9];

for (const purpose of linkPurposes) {
  test(`MC-06 ${purpose}: prefetches and a scripted scanner that presses keys use nothing up`, async ({ page, request }) => {
    test.setTimeout(120_000);
    const link = await aLink(purpose);
    await inBatches(Array.from({ length: prefetches }), async (_, time) => {
      const answer = await request.fetch(link.path, { method: time % 2 === 0 ? "GET" : "HEAD" });
      expect(answer.status()).toBe(200);
    });
    await page.goto(link.path);
    for (let press = 0; press < presses; press += 1) {
      await page.keyboard.press("Tab");
      if (!page.url().includes(link.path)) await page.goto(link.path);
      await page.keyboard.press("Enter");
      await page.waitForLoadState("load");
      if (!page.url().includes(link.path)) await page.goto(link.path);
      await page.keyboard.press("Space");
    }
    await page.waitForLoadState("networkidle");
    expect(await link.isUsed()).toBe(false);
  });
}

test("MC-06 after the scanner, the person still confirms with one press of the button", async ({ page, request }) => {
  const link = await aLink("confirm_registration");
  await inBatches(Array.from({ length: prefetches }), () => request.get(link.path));
  await page.goto(link.path);
  await proveHuman(page);
  await page.getByRole("button", { name: "Confirmer" }).click();
  await expect(page.getByText("Votre inscription a été validée")).toBeVisible();
  expect(await link.isUsed()).toBe(true);
});

test("MC-06 with the keyboard alone, the person confirms by typing one word", async ({ page }) => {
  const link = await aLink("confirm_registration");
  await page.goto(link.path);
  await page.getByRole("checkbox", { name: /robot/u }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("Vérification réussie")).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press("Tab");
  await expect(page.getByLabel(/Tapez OUI/u)).toBeFocused();
  await page.keyboard.type("oui");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Votre inscription a été validée")).toBeVisible();
});
