import type { Page } from "@playwright/test";
import sharp from "sharp";
import { mailTo } from "./support/inbox";
import { aPerson, enterBackOffice, madePassword, signedIn } from "./support/made-people";
import { expect, test } from "./support/test";

const picture = async () => ({
  name: "moi.png",
  mimeType: "image/png",
  buffer: await sharp({ create: { width: 300, height: 200, channels: 3, background: "#27689a" } })
    .png()
    .toBuffer(),
});
const save = (page: Page) => page.getByRole("button", { name: "Enregistrer", exact: true }).click();

test("MC-15 MC-30 the account page says that one is signed in, where to go next, and leads to each of its rooms", async ({
  page,
  context,
}) => {
  const person = await aPerson({ role: "administrator" });
  await signedIn(context, person);
  await page.goto("/compte");
  await expect(page.getByText(`Vous êtes connecté à votre compte CNFPT avec l’adresse ${person.address}`)).toBeVisible();
  await expect(page.getByRole("heading", { name: /Où aller maintenant/u })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: /Gestion/u })).toBeVisible();
  const navigation = page.getByRole("navigation", { name: "Mon Compte" });
  for (const room of ["Identité et photo", "Appareils connectés", "Autorisations", "Téléchargement et fermeture"]) {
    await navigation.getByRole("link", { name: room }).click();
    await expect(page.getByRole("heading", { level: 1, name: room })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Fil d’Ariane" }).getByRole("link", { name: "Mon Compte" })).toBeVisible();
  }
});

test("MC-13 MC-14 the first entry asks for consent and terms; refusing leads back to the launcher and says why", async ({
  page,
  context,
}) => {
  await signedIn(context, await aPerson({ role: "administrator" }));
  await page.goto("/gestion");
  for (const data of ["Prénom", "Nom", "Courriel"])
    await expect(page.getByRole("listitem").filter({ hasText: new RegExp(`^${data}$`, "u") })).toBeVisible();
  await page.getByRole("button", { name: "Refuser" }).click();
  await expect(page.getByText("Vous avez refusé de transmettre vos informations à Gestion.")).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: /Gestion/u })
    .click();
  await page.getByRole("button", { name: "Accepter une fois" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Charte d’accès aux données personnelles" })).toBeVisible();
  await page.getByRole("button", { name: "Confirmer" }).click();
  await expect(page.getByText("Cochez la case pour accepter").first()).toBeVisible();
  await page.getByRole("checkbox", { name: /J’ai lu et j’accepte/u }).check();
  await page.getByRole("button", { name: "Confirmer" }).click();
  await expect(page).toHaveURL(/\/gestion$/u);
});

test("MC-13 « once » is asked again in the next session; consents are listed and revocable", async ({ browser }) => {
  const person = await aPerson({ role: "administrator" });
  await enterBackOffice(person.id);
  const context = await browser.newContext();
  await signedIn(context, person);
  const page = await context.newPage();
  await page.goto("/compte/autorisations");
  await page.getByRole("button", { name: "Retirer l’autorisation de Gestion" }).click();
  await expect(page.getByText("Aucune application autorisée")).toBeVisible();
  await page.goto("/gestion");
  await page.getByRole("button", { name: "Accepter une fois" }).click();
  await expect(page).toHaveURL(/\/gestion$/u);
  await context.clearCookies();
  await signedIn(context, person);
  await page.goto("/gestion");
  await expect(page.getByRole("button", { name: "Toujours accepter" })).toBeVisible();
  await context.close();
});

test("MC-30 two tabs do not overwrite each other silently: the second sees both values and chooses", async ({ page, context }) => {
  await signedIn(context, await aPerson());
  const second = await context.newPage();
  for (const tab of [page, second]) await tab.goto("/compte/identite");
  await page
    .getByLabel(/^Nom \*?$|^Nom\*?/u)
    .first()
    .fill("Martin");
  await save(page);
  await expect(page.getByText("Vos changements ont été enregistrés.")).toBeVisible();
  await second
    .getByLabel(/^Nom \*?$|^Nom\*?/u)
    .first()
    .fill("Bernard");
  await save(second);
  await expect(second.getByText("« Martin » a été enregistré entre-temps").first()).toBeVisible();
  await expect(second.getByLabel(/^Nom \*?$|^Nom\*?/u).first()).toHaveValue("Bernard");
  await second.getByRole("checkbox", { name: /Remplacer/u }).check();
  await save(second);
  await expect(second.getByText("Vos changements ont été enregistrés.")).toBeVisible();
});

test("MC-12 a device is signed out from another one; what it was typing stays on its screen", async ({ page, context, browser }) => {
  const person = await aPerson();
  await signedIn(context, person);
  const other = await browser.newContext();
  await signedIn(other, person);
  const phone = await other.newPage();
  await phone.goto("/compte/identite");
  await page.goto("/compte/sessions");
  await expect(page.getByText("Cet appareil")).toBeVisible();
  await page.getByRole("button", { name: /^Déconnecter Firefox/u }).click();
  await expect(page.getByText("Aucun autre appareil n’est connecté à votre compte.")).toBeVisible();
  await phone.getByLabel("Téléphone").fill("06 12 34 56 78");
  await save(phone);
  await expect(phone.getByText(/Votre session est terminée/u).first()).toBeVisible();
  await expect(phone.getByLabel("Téléphone")).toHaveValue("06 12 34 56 78");
  await other.close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("MC-30 TR-41 identity and picture are changed, data downloaded, and the account closed", async ({ page, context, request }) => {
    const person = await aPerson();
    await signedIn(context, person);
    await page.goto("/compte/identite");
    await page.locator("input[type=file]").setInputFiles(await picture());
    await page.getByRole("button", { name: "Enregistrer la photo" }).click();
    await expect(page.getByRole("button", { name: "Retirer la photo" })).toBeVisible();
    await page.getByLabel("Téléphone").fill("0612345678");
    await save(page);
    await expect(page.getByText("Vos changements ont été enregistrés.")).toBeVisible();
    await page.goto("/compte/donnees");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Télécharger le fichier JSON" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^mes-donnees-.*\.json$/u);
    await page.getByLabel(/^Mot de passe actuel/u).fill(madePassword);
    await page.getByLabel(/tapez SUPPRIMER/u).fill("SUPPRIMER");
    await page.getByRole("button", { name: "Fermer définitivement mon compte" }).click();
    await expect(page.getByText("Votre compte est fermé.")).toBeVisible();
    await mailTo(request, person.address, "Mon Compte CNFPT - Votre compte est fermé");
  });
});

test("TR-42 five minutes before its end the session is extended by one click; after the end nothing typed is lost", async ({
  page,
  context,
}) => {
  await signedIn(context, await aPerson());
  await page.clock.install();
  await page.goto("/compte/identite");
  await page.getByLabel(/^Prénom/u).fill("Tapé");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/session")) asked.push(request.method());
  });
  const answer = (minutes: number | null) =>
    page.route("**/api/session", async (route) => {
      if (route.request().method() === "POST") return route.continue();
      const now = Date.now();
      return route.fulfill({
        json: minutes === null ? null : { now: new Date(now).toISOString(), expiresAt: new Date(now + minutes * 60_000).toISOString() },
      });
    });
  await answer(4);
  await page.clock.fastForward("07:50:00");
  expect(asked, "an idle tab asks for nothing").toEqual([]);
  await page.clock.fastForward("00:06:00");
  const warning = page.getByRole("alertdialog", { name: /Votre session va bientôt se terminer/u });
  await expect(warning).toBeVisible();
  await expect(warning.getByRole("button", { name: "Rester connecté" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(warning).toBeHidden();
  expect(asked).toEqual(["GET", "POST"]);
  await page.unroute("**/api/session");
  await answer(null);
  await page.clock.fastForward("07:56:00");
  await expect(page.getByRole("alert").filter({ hasText: "Votre session est terminée" })).toBeVisible();
  await expect(page.getByLabel(/^Prénom/u)).toHaveValue("Tapé");
});
