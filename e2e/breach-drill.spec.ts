import { barriersOn } from "./support/barriers";
import { siteDatabase } from "./support/database";
import { aPerson, enterBackOffice, signedIn } from "./support/made-people";
import { aTrainer } from "./support/made-trainers";
import { expect, test } from "./support/test";

test("EI-98 the day of a leak: an administrator names an account and two days, reads whose data it touched, and takes the list away", async ({
  page,
  context,
}) => {
  const thief = await aPerson({ firstName: "Marc", lastName: "Volé", role: "manager" });
  const trainer = await aTrainer({ lastName: "Lésée" });
  const sql = await siteDatabase();
  await sql`insert into audit_log (at, actor_id, actor_kind, action, account_id, sensitive, details, request_id, network)
    select now(), ${thief.id}, 'account', action, ${trainer.id}, true, details::jsonb, 'test', '203.0.113.9'
    from (values ('trainer.piece_seen', '{"block":"identity"}'), ('trainer.piece_seen', '{"block":"identity"}'), ('trainer.iban_seen', '{}')) as seen (action, details)`;
  const administrator = await aPerson({ role: "administrator" });
  await enterBackOffice(administrator.id);
  await signedIn(context, administrator);
  await page.goto("/gestion/journal");
  await page.getByRole("link", { name: "En cas de fuite" }).click();
  await expect(page.getByText("Dites quel compte, et entre quels jours")).toBeVisible();
  const day = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
  await page.goto(`/gestion/dossiers/fuites?du=${day}&au=${day}`);
  await page.getByLabel("Compte").fill(thief.address);
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page.getByText(/Marc Volé\s: 1 personne touchée/u)).toBeVisible();
  await expect(page.getByRole("row", { name: /Camille Lésée/u })).toContainText(/Pièce\s: Document d’identité, 2 fois/u);
  await expect(page.getByRole("row", { name: /Camille Lésée/u })).toContainText("IBAN et BIC en entier");
  // The calendars of the two days come after the page.
  await page.waitForLoadState("networkidle");
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await barriersOn(page), `at ${width} px`).toEqual([]);
  }
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Exporter (CSV)" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^fuite-.*\.csv$/u);
});
