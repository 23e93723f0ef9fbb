import type { Page } from "@playwright/test";
import { barriersOn } from "./support/barriers";
import { siteDatabase } from "./support/database";
import { aPerson, madePassword, type MadePerson, openSessionOf, signedIn } from "./support/made-people";
import { enterTrainers } from "./support/made-trainers";
import { trySignIn } from "./support/people";
import { siteUrl } from "./support/site";
import { expect, test } from "./support/test";

const identification = "/intervenants/cv/identification";
const parcours = "/intervenants/cv/parcours";

async function aCandidate(page: Page): Promise<MadePerson> {
  const person = await aPerson();
  await enterTrainers(person.id);
  await signedIn(page.context(), person);
  return person;
}

const street = (page: Page) => page.getByRole("textbox", { name: "Numéro et libellé de la voie", exact: true }).first();
const town = (page: Page) =>
  page
    .getByRole("combobox", { name: /^Localité/u })
    .or(page.getByRole("textbox", { name: /^Localité/u }))
    .first();
const saved = (page: Page) => page.getByText(/^Enregistré à \d{2}:\d{2}$/u);

async function expectNoBarrier(page: Page): Promise<void> {
  expect(await barriersOn(page), page.url()).toEqual([]);
}

test("EI-31 what is typed is saved by itself: the tab is closed without a button, another one finds everything", async ({ page }) => {
  await aCandidate(page);
  await page.goto(identification);
  await street(page).fill("16 avenue Mozart");
  await expect(saved(page)).toBeVisible();
  await street(page).fill("18 avenue Mozart");
  await page.close({ runBeforeUnload: true });
  const again = await page.context().newPage();
  await again.goto(identification);
  await expect(street(again)).toHaveValue("18 avenue Mozart");
});

test("EI-31 the network is cut while typing: it is said, the tab closes, the answers come back with the network", async ({
  page,
  context,
  noise,
}) => {
  await aCandidate(page);
  await page.goto(identification);
  await street(page).fill("16 avenue Mozart");
  await expect(saved(page)).toBeVisible();
  await context.setOffline(true);
  await street(page).fill("3 quai des Bateliers");
  await expect(page.getByText("Hors ligne : gardé sur cet appareil")).toBeVisible();
  // The browser complains of the network that we cut; of nothing else.
  expect(noise.splice(0).filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(identification);
  await expect(again.getByText("Vos réponses ont été retrouvées sur cet appareil.")).toBeVisible();
  await expect(street(again)).toHaveValue("3 quai des Bateliers");
  await expect(saved(again)).toBeVisible();
  await again.reload();
  await expect(street(again)).toHaveValue("3 quai des Bateliers");
});

test("EI-31 TR-42 the session ends while typing: one signs in again in another tab, and the first goes on without losing a word", async ({
  page,
  context,
}) => {
  const person = await aCandidate(page);
  await page.goto(identification);
  await street(page).fill("16 avenue Mozart");
  await expect(saved(page)).toBeVisible();
  const sql = await siteDatabase();
  await sql`update login_sessions set ended_at = now(), end_reason = 'revoked' where account_id = ${person.id}`;
  await street(page).fill("3 quai des Bateliers");
  await expect(page.getByText("Votre session est terminée").last()).toBeVisible();
  const other = await context.newPage();
  await other.goto("/compte/connexion");
  await trySignIn(other, person.address, madePassword);
  await expect(other.getByRole("heading", { level: 1, name: /^Bonjour/u })).toBeVisible();
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(saved(page)).toBeVisible({ timeout: 20_000 });
  await other.goto(identification);
  await expect(street(other)).toHaveValue("3 quai des Bateliers");
});

test("EI-31 two tabs: what one does not know of is shown with both values, and the choice is kept", async ({ page, context }) => {
  await aCandidate(page);
  await page.goto(identification);
  const other = await context.newPage();
  // Alive before the first one types: else it would find what that one has just left on this device, and know of it.
  await other.goto(identification, { waitUntil: "networkidle" });
  await street(page).fill("16 avenue Mozart");
  await town(page).fill("Strasbourg");
  await expect(saved(page)).toBeVisible();
  await street(other).fill("3 quai des Bateliers");
  const conflict = other.getByRole("alert").filter({ hasText: "Des réponses ont changé ailleurs" });
  await expect(conflict.getByText("16 avenue Mozart")).toBeVisible();
  await expect(conflict.getByText("3 quai des Bateliers")).toBeVisible();
  await conflict.getByRole("button", { name: "Garder ma saisie : Numéro et libellé de la voie" }).click();
  await expect(conflict).toBeHidden();
  await expect(saved(other)).toBeVisible();
  await page.reload();
  await expect(street(page)).toHaveValue("3 quai des Bateliers");
  await expect(town(page)).toHaveValue("Strasbourg");
});

test("EI-24 EI-25 the status decides what is asked; a public employer found by name fills its fields", async ({ page }) => {
  await aCandidate(page);
  await page.goto(identification);
  await expect(page.getByRole("heading", { name: "L’employeur" })).toBeHidden();
  await page.getByRole("combobox", { name: "Statut professionnel" }).selectOption("Fonctionnaire");
  await expect(page.getByRole("combobox", { name: "Fonction publique" })).toBeVisible();
  await page.getByRole("combobox", { name: "Trouver mon employeur public" }).fill("Cachan");
  await page
    .getByRole("option", { name: /Cachan/u })
    .first()
    .click();
  await expect(page.getByRole("textbox", { name: "Raison sociale" })).toHaveValue(/Cachan/iu);
  await expect(page.getByRole("textbox", { name: "N° SIRET" })).toHaveValue(/^\d{14}$/u);
  await expect(saved(page)).toBeVisible();
  await page.getByRole("combobox", { name: "Statut professionnel" }).selectOption("Sans (sans activité ou retraité)");
  await expect(page.getByRole("heading", { name: "L’employeur" })).toBeHidden();
  await page.getByRole("combobox", { name: "Statut professionnel" }).selectOption("Fonctionnaire");
  await expect(page.getByRole("textbox", { name: "Raison sociale" })).toHaveValue(/Cachan/iu);
});

test("EI-27 EI-29 a line is added on its own screen, saved while it is typed, changed and deleted", async ({ page }) => {
  await aCandidate(page);
  await page.goto(parcours);
  await page.getByRole("button", { name: "Ajouter une expérience professionnelle" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Expériences professionnelles" })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("textbox", { name: "Employeur" }).fill("Commune de Sélestat");
  await expect(saved(page)).toBeVisible();
  await page.getByRole("textbox", { name: "Fonction" }).fill("Directrice financière");
  await page.getByRole("button", { name: "Enregistrer et revenir à mon parcours" }).click();
  await expect(page.getByText("Commune de Sélestat")).toBeVisible();
  await page.getByRole("link", { name: "Modifier Commune de Sélestat" }).click();
  await expect(page.getByRole("textbox", { name: "Fonction" })).toHaveValue("Directrice financière");
  await page.goto(parcours);
  await page.getByRole("button", { name: "Supprimer Commune de Sélestat" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Supprimer" }).click();
  await expect(page.getByText("Commune de Sélestat")).toBeHidden();
});

test("EI-30 TR-20 a diploma is joined to its line; a file that lies about its type is refused by its name, and the rest stays", async ({
  page,
}) => {
  await aCandidate(page);
  await page.goto(parcours);
  await page.getByRole("button", { name: "Ajouter une formation initiale" }).click();
  await page.getByRole("textbox", { name: "Titre du diplôme ou de la qualification" }).fill("Master 2 Administration publique");
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "diplome.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ\u0090\u0000 this is a program") });
  await expect(page.getByText(/«\sdiplome\.pdf\s»/u).first()).toBeVisible();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "diplome.txt", mimeType: "text/plain", buffer: Buffer.from("Master 2\n") });
  await expect(page.getByRole("link", { name: /diplome\.txt/u })).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer et revenir à mon parcours" }).click();
  await expect(page.getByText("Fichier joint : diplome.txt")).toBeVisible();
});

test("EI-33 what is missing is listed with links that lead to the fields", async ({ page }) => {
  await aCandidate(page);
  await page.goto("/intervenants/cv");
  await page.getByRole("link", { name: "Date de naissance" }).click();
  await expect(page.getByRole("textbox", { name: "Date de naissance" })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "Date de naissance" }).fill("17/09/1985");
  await expect(page.getByRole("textbox", { name: "Date de naissance" })).not.toHaveAttribute("aria-invalid", "true");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("EI-31 TR-41 the wizard is filled, saved and refused with the reasons, page by page", async ({ page }) => {
    await aCandidate(page);
    await page.goto(identification);
    await page.getByRole("combobox", { name: "Statut professionnel" }).selectOption("Fonctionnaire");
    await page.getByRole("checkbox", { name: "Grand Est" }).check();
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await expect(page.getByText("Vos réponses sont enregistrées.")).toBeVisible();
    await page.goto(identification);
    await expect(page.getByRole("checkbox", { name: "Grand Est" })).toBeChecked();
    await expect(page.getByRole("combobox", { name: "Fonction publique" })).toBeVisible();
    await page.getByRole("checkbox", { name: "Grand Est" }).uncheck();
    await page.getByRole("button", { name: "Enregistrer et passer à la page suivante" }).click();
    await expect(page).toHaveURL(/parcours/u);
    await page.getByRole("button", { name: "Ajouter une langue" }).click();
    await page.getByRole("textbox", { name: "Langue" }).fill("Alsacien");
    await page.getByRole("button", { name: "Enregistrer et revenir à mon parcours" }).click();
    await expect(page.getByText("Alsacien")).toBeVisible();
    await page.getByRole("button", { name: "Enregistrer et transmettre ma demande d’inscription" }).click();
    await expect(page.getByText("Votre demande n’est pas encore partie.")).toBeVisible();
    await expect(page.getByText("Choisissez au moins une région.")).toBeVisible();
  });
});

test("EI-33 a CV in PDF proposes answers; each is taken or left", async ({ page }) => {
  const { aCvPdf } = await import("@/lib/trainers/testing/sample-cvs");
  await aCandidate(page);
  await page.goto("/intervenants/cv/import");
  await page.locator('input[type="file"]').setInputFiles({ name: "cv.pdf", mimeType: "application/pdf", buffer: await aCvPdf() });
  await page.getByRole("button", { name: "Lire mon CV" }).click();
  await expect(page.getByText("Directrice financière")).toBeVisible();
  await page.goto("/intervenants/cv/import");
  await expect(page.getByText("Directrice financière")).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("button", { name: /^Reprendre\s: Téléphone personnel/u }).click();
  await page.getByRole("button", { name: /^Reprendre\s: Expériences professionnelles/u }).click();
  await page.getByRole("button", { name: /^Écarter\s: Langues/u }).click();
  await expect(page.getByText("Langues étrangères et régionales")).toBeHidden();
  await page.goto(identification);
  await expect(page.getByRole("textbox", { name: "Téléphone personnel" })).toHaveValue("06 12 34 56 78");
  await page.goto(parcours);
  await expect(page.getByText("Commune de Sélestat")).toBeVisible();
});

test("EI-31 somebody else’s line, or one that is none, is a page that does not exist", async ({ page, browser }) => {
  await aCandidate(page);
  await page.goto(parcours);
  await page.getByRole("button", { name: "Ajouter une langue" }).click();
  await expect(page.getByRole("textbox", { name: "Langue" })).toBeVisible();
  const address = page.url();
  const elsewhere = await browser.newContext();
  const other = await aPerson();
  await enterTrainers(other.id);
  const { name, value } = await openSessionOf(other.id);
  await elsewhere.addCookies([{ name, value, url: siteUrl }]);
  const stranger = await elsewhere.newPage();
  expect((await stranger.goto(address))?.status()).toBe(404);
  expect((await stranger.goto("/intervenants/cv/ligne/nulle-part"))?.status()).toBe(404);
  await elsewhere.close();
});
