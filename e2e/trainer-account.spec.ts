import type { BrowserContext, Page } from "@playwright/test";
import { barriersOn } from "./support/barriers";
import { siteDatabase } from "./support/database";
import { mailTo } from "./support/inbox";
import { aPerson, enterBackOffice, signedIn } from "./support/made-people";
import { anOpenAd, aTrainer, enterTrainers } from "./support/made-trainers";
import { siteUrl } from "./support/site";
import { expect, test } from "./support/test";

async function expectNoBarrier(page: Page): Promise<void> {
  expect(await barriersOn(page), page.url()).toEqual([]);
}

async function theTrainer(context: BrowserContext, { worked = false, lastName = "Aubry" } = {}) {
  const trainer = await aTrainer({ lastName });
  const sql = await siteDatabase();
  if (worked) {
    await sql`update trainer_profiles set immatriculation = ${`054-${trainer.id.slice(-8)}`} where account_id = ${trainer.id}`;
    await sql`insert into interventions (profile_id, structure_id, reference, title, starts_on, ends_on, hours)
      select id, (select id from structures where code = '054'), ${trainer.id}, 'Élaborer un budget communal', '2026-03-02', '2026-03-03', 12.5
      from trainer_profiles where account_id = ${trainer.id}`;
  }
  await signedIn(context, trainer);
  return trainer;
}

/** A day of the next year: never past, whatever the day of the run. */
const nextYear = new Date().getFullYear() + 1;

test("EI-52 EI-95 a trainer writes down when they cannot come, by the keyboard, sees it in the month, moves it, takes it away", async ({
  page,
  context,
}) => {
  await theTrainer(context);
  await page.goto("/intervenants/mon-compte");
  await expectNoBarrier(page);
  await page.getByRole("link", { name: "Mes indisponibilités" }).click();
  await expect(page.getByText("Vous êtes réputé disponible tous les jours.")).toBeVisible();
  await page.getByLabel("Premier jour").fill(`${nextYear}-03-05`);
  await page.getByLabel("Dernier jour").fill(`${nextYear}-03-01`);
  await page.getByRole("textbox", { name: "Note" }).press("Enter");
  await expect(page.getByRole("link", { name: "Le dernier jour ne peut pas précéder le premier." })).toBeVisible();
  await page.getByLabel("Dernier jour").fill(`${nextYear}-03-07`);
  await page.getByRole("textbox", { name: "Note" }).fill("Vacances");
  await page.getByRole("textbox", { name: "Note" }).press("Enter");
  await expect(page.getByText("L’indisponibilité est ajoutée.")).toBeVisible();
  const month = page.getByRole("table", { name: `Calendrier : mars ${nextYear}` });
  await expect(month.getByRole("cell", { name: `6 mars ${nextYear}, indisponible` })).toBeVisible();
  await expect(month.getByRole("cell", { name: `8 mars ${nextYear}`, exact: true })).toBeVisible();
  await expect(page.getByText(`Du 5 mars ${nextYear} au 7 mars ${nextYear}`)).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("link", { name: /^Mois suivant/u }).click();
  await expect(page.getByRole("table", { name: `Calendrier : avril ${nextYear}` })).toBeVisible();

  await page.getByRole("link", { name: /^Modifier :/u }).click();
  // The page left has the same fields: wait for the one that is changed.
  await expect(page.getByLabel("Dernier jour")).toHaveValue(`${nextYear}-03-07`);
  await page.getByLabel("Dernier jour").fill(`${nextYear}-03-09`);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("L’indisponibilité est modifiée.")).toBeVisible();
  await expect(month.getByRole("cell", { name: `8 mars ${nextYear}, indisponible` })).toBeVisible();
  await page.getByRole("button", { name: /^Supprimer :/u }).click();
  await expect(page.getByText("L’indisponibilité est supprimée.")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("EI-52 TR-41 the calendar does the same", async ({ page, context }) => {
    await theTrainer(context);
    await page.goto("/intervenants/mon-compte/indisponibilites");
    await page.getByLabel("Premier jour").fill(`${nextYear}-03-05`);
    await page.getByRole("button", { name: "Ajouter" }).click();
    await expect(page.getByText("L’indisponibilité est ajoutée.")).toBeVisible();
    await expect(page.getByRole("cell", { name: `5 mars ${nextYear}, indisponible` })).toBeVisible();
    await page.getByRole("button", { name: /^Supprimer :/u }).click();
    await expect(page.getByText("L’indisponibilité est supprimée.")).toBeVisible();
  });
});

test("EI-50 EI-99 who has worked asks for another name; the manager reads both values and accepts; both get their mail", async ({
  page,
  context,
  browser,
  request,
}) => {
  const lastName = `Kerv${Array.from({ length: 8 }, () => "abdeilmnorst".charAt(Math.floor(Math.random() * 12))).join("")}`;
  const trainer = await theTrainer(context, { worked: true, lastName });
  await page.goto("/intervenants/mon-compte/informations");
  await expect(page.getByText("une partie de vos informations est verrouillée")).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("link", { name: "Demander une modification : Nom d’usage" }).click();
  await page.getByRole("textbox", { name: "Nom d’usage (nouvelle valeur)" }).fill(lastName);
  await page.getByRole("button", { name: "Transmettre la demande" }).click();
  await expect(page.getByRole("link", { name: "C’est déjà ce qui est enregistré." })).toBeVisible();
  await page.getByRole("textbox", { name: "Nom d’usage (nouvelle valeur)" }).fill(`${lastName}-Petit`);
  await page.getByRole("textbox", { name: "Explication" }).fill("Je me suis mariée en juin.");
  await page
    .getByLabel(/^Justificatif/u)
    .first()
    .setInputFiles({
      name: "acte.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
    });
  await expect(page.getByText("acte.pdf").first()).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("button", { name: "Transmettre la demande" }).click();
  await expect(page.getByText("Votre demande est transmise à votre structure.", { exact: false })).toBeVisible();
  await expect(page.getByText("Modification demandée")).toBeVisible();
  await page.goto("/intervenants/tableau-de-bord");
  await expect(page.getByRole("region", { name: "Modifications demandées" }).or(page.getByText("Modifications demandées"))).toBeVisible();

  const elsewhere = await browser.newContext({ baseURL: siteUrl, locale: "fr-FR" });
  const manager = await aPerson({ role: "manager", lastName: "Gérard" });
  await enterBackOffice(manager.id);
  await signedIn(elsewhere, manager);
  const office = await elsewhere.newPage();
  await office.goto("/gestion/intervenants/modifications");
  await expectNoBarrier(office);
  await office.getByRole("link", { name: `Camille ${lastName}` }).click();
  await expect(office.getByText(`${lastName}-Petit`)).toBeVisible();
  await expect(office.getByText("Je me suis mariée en juin.")).toBeVisible();
  await expect(office.getByRole("link", { name: "Ouvrir le justificatif" })).toBeVisible();
  await expectNoBarrier(office);
  await office.getByRole("button", { name: "Accepter la modification" }).click();
  await expect(office.getByText("La modification est enregistrée, et la personne prévenue par courriel.")).toBeVisible();
  await elsewhere.close();

  await mailTo(request, trainer.address, "Votre demande de modification est acceptée");
  await page.goto("/intervenants/mon-compte/informations");
  await expect(page.getByRole("definition").filter({ hasText: `${lastName}-Petit` })).toBeVisible();
});

test("EI-52 MC-30 who has worked reads their interventions, and why the account cannot be closed for now", async ({ page, context }) => {
  await theTrainer(context, { worked: true });
  await page.goto("/intervenants/mon-compte");
  await page.getByRole("link", { name: "Mes interventions" }).click();
  await expect(page.getByRole("row", { name: /Élaborer un budget communal/u })).toContainText("12,5");
  await expectNoBarrier(page);
  await page.goto("/compte/donnees");
  await expect(page.getByText(/vos contrats obligent à garder votre profil/u)).toBeVisible();
});

test("EI-42 EI-51 EI-95 the dashboard suggests an ad that fits and says why; the menu is that of a validated trainer", async ({
  page,
  context,
}) => {
  await theTrainer(context);
  const ad = await anOpenAd();
  await page.goto("/intervenants/tableau-de-bord");
  await expect(page.getByText("Votre profil est validé : il est dans la CVthèque")).toBeVisible();
  const suggested = page.getByRole("listitem").filter({ hasText: ad.title });
  await expect(suggested).toContainText("Pourquoi : spécialité");
  await expectNoBarrier(page);
  const menu = page.getByRole("navigation", { name: "Espace Intervenants" });
  for (const name of [
    "Tableau de bord",
    "Mon compte",
    "Mes réponses aux annonces",
    "Recherche avancée d’annonces",
    "Informations complémentaires",
  ])
    await expect(menu.getByRole("link", { name })).toBeVisible();
});

test("EI-51 a beginner reads how much is left of the CV; a visitor's menu proposes to fill one in", async ({ page, context }) => {
  await page.goto("/intervenants");
  const menu = page.getByRole("navigation", { name: "Espace Intervenants" });
  await expect(menu.getByRole("link", { name: "Remplir un CV en ligne" })).toBeVisible();
  await expect(menu.getByRole("link", { name: "Mon compte" })).toHaveCount(0);
  const person = await aPerson();
  await enterTrainers(person.id);
  await signedIn(context, person);
  await page.goto("/intervenants/tableau-de-bord");
  await expect(page.getByText("Vous n’avez pas encore commencé votre CV")).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("link", { name: "Commencer mon CV" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mon CV" })).toBeVisible();
});
