import type { Page } from "@playwright/test";
import { barriersOn } from "./support/barriers";
import { siteDatabase } from "./support/database";
import { mailTo } from "./support/inbox";
import { aPerson, enterBackOffice, signedIn } from "./support/made-people";
import { aTrainer } from "./support/made-trainers";
import { expect, test } from "./support/test";

/** A trainer whose residence permit ends in 2041, when nobody else's does. */
async function aPermitHolder() {
  const trainer = await aTrainer();
  const sql = await siteDatabase();
  await sql`
    with made as (insert into dossiers (profile_id, updated_at) values (${trainer.profileId}, now()) returning id)
    insert into dossier_versions (dossier_id, block, number, rules_version, answers_sealed, origin, state, sent_at, decided_at, ends_on)
    select id, 'identity', 1, 1, 'sealed', 'sent', 'validated', now(), now(), '2041-03-05' from made`;
  return trainer;
}

async function type(page: Page, field: string, day: string): Promise<void> {
  await page.getByRole("group", { name: field }).first().getByRole("spinbutton").first().click();
  await page.keyboard.type(day);
}

test("EI-106 an administrator sees whom an extension concerns, grants it, and everybody is told", async ({ page, context, request }) => {
  const trainer = await aPermitHolder();
  const administrator = await aPerson({ role: "administrator" });
  await enterBackOffice(administrator.id);
  await signedIn(context, administrator);
  await page.goto("/gestion/dossiers/prolongations");
  await page.getByRole("combobox", { name: "Sorte de pièce" }).selectOption({ label: "Titre de séjour (document d’identité)" });
  await type(page, "Qui finissent à partir du", "01032041");
  await type(page, "Et jusqu’au", "31032041");
  await type(page, "Nouveau dernier jour de validité", "15032041");
  await page.getByRole("button", { name: "Voir les pièces concernées" }).click();
  await expect(page.getByRole("link", { name: /une prolongation n’abrège rien/u })).toBeVisible();
  await type(page, "Nouveau dernier jour de validité", "30062041");
  await page.getByRole("button", { name: "Voir les pièces concernées" }).click();
  await expect(page.getByText("1 pièce sera prolongée jusqu’au 30 juin 2041.")).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole("textbox", { name: "Motif" }).fill("Les titres sont prolongés par décret.");
  await page.getByRole("button", { name: "Prolonger 1 pièce" }).click();
  await expect(page.getByText(/La prolongation est accordée\s: 1 pièce jusqu’au 30 juin 2041\./u)).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Les titres sont prolongés par décret." })).toContainText("30/06/2041");
  expect(await barriersOn(page)).toEqual([]);
  expect((await mailTo(request, trainer.address, "est prolongée")).text).toContain("30 juin 2041");
});
