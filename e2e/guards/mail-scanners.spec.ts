import { createHash, randomBytes, randomUUID } from "node:crypto";
import { linkPurposes, type LinkPurpose } from "@/lib/accounts/links/vocabulary";
import { siteDatabase } from "../support/database";
import { aPerson } from "../support/made-people";
import { proveHuman } from "../support/people";
import { expect, test } from "../support/test";

/** A live link of a purpose, as a mail would carry it. */
async function aLink(purpose: LinkPurpose): Promise<{ path: string; isUsed: () => Promise<boolean> }> {
  const sql = await siteDatabase();
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("base64url");
  const person = await aPerson({ firstName: "Scan" });
  const subject = purpose === "confirm_registration" ? randomUUID() : person.id;
  const address = `scan.${randomBytes(5).toString("hex")}@exemple.fr`;
  if (purpose === "confirm_registration") {
    await sql`insert into registration_requests (id, application, civility, first_name, last_name, address, canonical, password_hash, expires_at)
      values (${subject}, 'compte', 'mme', 'Scan', 'Fleur', ${address}, ${address}, 'unusable', now() + interval '1 day')`;
  }
  await sql`insert into mailed_links (purpose, subject_id, address, token_hash, expires_at) values (${purpose}, ${subject}, ${address}, ${hash}, now() + interval '1 day')`;
  return {
    path: `/compte/lien/${token}`,
    isUsed: async () => {
      const [row] = await sql`select used_at is not null or voided_at is not null as used from mailed_links where token_hash = ${hash}`;
      return row?.["used"] === true;
    },
  };
}

for (const purpose of linkPurposes) {
  test(`MC-06 ${purpose}: twenty prefetches and a scripted scanner that presses keys use nothing up`, async ({ page, request }) => {
    test.setTimeout(120_000);
    const link = await aLink(purpose);
    for (let time = 0; time < 10; time += 1) {
      expect((await request.get(link.path)).status()).toBe(200);
      expect((await request.head(link.path)).status()).toBe(200);
    }
    await page.goto(link.path);
    for (let press = 0; press < 25; press += 1) {
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
  for (let time = 0; time < 20; time += 1) await request.get(link.path);
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
