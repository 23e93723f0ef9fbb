import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { siteDatabase } from "./support/database";
import { mailTo } from "./support/inbox";
import { aPerson, madePassword, type MadePerson, signedIn } from "./support/made-people";
import { trySignIn } from "./support/people";
import { expect, test } from "./support/test";

const aPicture = async (colour: string) => ({
  name: "moi.png",
  mimeType: "image/png",
  buffer: await sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
    .png()
    .toBuffer(),
});
const save = (page: Page) => page.getByRole("button", { name: "Enregistrer", exact: true }).click();
const saved = (page: Page) => expect(page.getByText("Vos changements ont été enregistrés.")).toBeVisible();

test("MC-30 the identity is changed with its telephone and birth date, and the new name is on the next page", async ({ page, context }) => {
  await signedIn(context, await aPerson());
  await page.goto("/compte/identite");
  await page.getByRole("radio", { name: "M.", exact: true }).check();
  await page.getByRole("textbox", { name: "Prénom", exact: true }).fill("Noël");
  await page.getByRole("textbox", { name: "Nom", exact: true }).fill("D’Ornano");
  await page.getByRole("textbox", { name: "Date de naissance" }).fill("31/02/1980");
  await page.getByRole("textbox", { name: "Téléphone" }).fill("0612345678");
  await save(page);
  await expect(page.getByRole("textbox", { name: "Date de naissance" })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "Date de naissance" }).fill("29/02/1980");
  await save(page);
  await saved(page);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Téléphone" })).toHaveValue("06 12 34 56 78");
  await expect(page.getByRole("textbox", { name: "Date de naissance" })).toHaveValue("29/02/1980");
  await page.goto("/applications");
  await expect(page.getByRole("heading", { level: 1, name: "Bonjour Noël" })).toBeVisible();
});

test("MC-30 a picture is sent, shown, replaced and taken away; a file that is no picture is refused in words", async ({
  page,
  context,
}) => {
  await signedIn(context, await aPerson());
  await page.goto("/compte/identite");
  await page.getByLabel("Ajouter une photo").setInputFiles(await aPicture("#336699"));
  await expect(page.getByRole("button", { name: "Retirer la photo" })).toBeVisible();
  const shown = page.getByRole("main").locator("img[src*='/api/files/']").first();
  const first = await shown.getAttribute("src");
  const served = await page.request.get(first ?? "");
  expect(served.headers()["x-content-type-options"]).toBe("nosniff");
  expect((await sharp(await served.body()).metadata()).width).toBeGreaterThan(0);

  await page.getByLabel("Changer de photo").setInputFiles({ name: "moi.png", mimeType: "image/png", buffer: Buffer.from("pas une image") });
  await expect(page.getByText(/n’est pas|ne correspond pas|illisible|abîmé|refus/u).first()).toBeVisible();
  await expect(shown).toHaveAttribute("src", first ?? "");

  await page.reload();
  await page.getByLabel("Changer de photo").setInputFiles(await aPicture("#cc3311"));
  await expect(shown).not.toHaveAttribute("src", first ?? "");
  await page.getByRole("button", { name: "Retirer la photo" }).click();
  await page.getByRole("alertdialog", { name: "Retirer votre photo ?" }).getByRole("button", { name: "Retirer la photo" }).click();
  await expect(page.getByLabel("Ajouter une photo")).toBeAttached();
  expect((await page.request.get(first ?? "")).status()).toBe(404);
});

test("MC-30 one’s data are downloaded once a day, after the password was given again; they hold one’s address and no secret", async ({
  page,
  context,
}, testInfo) => {
  const person = await aPerson();
  await signedIn(context, person);
  const sql = await siteDatabase();
  await sql`update login_sessions set proved_at = now() - interval '1 hour' where account_id = ${person.id}`;
  await page.goto("/compte/donnees");
  await page.getByRole("link", { name: "Confirmer mon mot de passe pour télécharger" }).click();
  await page.getByLabel(/^Mot de passe/u).fill("Pas-le-bon-2026!");
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByRole("alert").first()).toContainText(/mot de passe/iu);
  await page.getByLabel(/^Mot de passe/u).fill(madePassword);
  await page.getByRole("button", { name: "Continuer" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Télécharger le fichier JSON" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^mes-donnees-\d{4}-\d\d-\d\d\.json$/u);
  const text = await readFile(await download.path(), "utf8");
  expect(() => JSON.parse(text) as unknown).not.toThrow();
  expect(text).toContain(person.address);
  expect(text).toContain("192.0.2.7");
  expect(text).not.toMatch(/\$argon2|password_?hash/iu);
  await page.goto("/compte/donnees");
  await expect(page.getByText("Déjà téléchargé. De nouveau possible dans 24 heures.")).toBeVisible();

  const [readable] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Télécharger la page" }).click()]);
  expect(readable.suggestedFilename()).toMatch(/^mes-donnees-\d{4}-\d\d-\d\d\.html$/u);
  const copy = testInfo.outputPath("mes-donnees.html");
  await readable.saveAs(copy);
  await page.goto(`file://${copy}`);
  await expect(page.getByRole("heading", { level: 1, name: /^Vos données dans Mon Compte/u })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Sessions" })).toBeVisible();
  await expect(page.getByText(person.address).first()).toBeVisible();
  await expect(page.getByText(/^\d{1,2} \p{L}+ \d{4} à \d\d:\d\d$/u).first()).toBeVisible();
});

test("MC-30 the account is closed: the person is out, told by mail, and the address no longer signs in", async ({
  page,
  context,
  request,
}) => {
  const person = await aPerson();
  await signedIn(context, person);
  await page.goto("/compte/donnees");
  const close = page.getByRole("button", { name: "Fermer définitivement mon compte" });
  await page.getByLabel(/^Mot de passe actuel/u).fill(madePassword);
  await page.getByLabel(/tapez SUPPRIMER/u).fill("oui");
  await close.click();
  await expect(page.getByLabel(/tapez SUPPRIMER/u)).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel(/tapez SUPPRIMER/u).fill("SUPPRIMER");
  await page.getByLabel(/^Mot de passe actuel/u).fill(madePassword);
  await close.click();
  await expect(page.getByText("Votre compte est fermé.")).toBeVisible();
  await mailTo(request, person.address, "Votre compte est fermé");
  await trySignIn(page, person.address, madePassword);
  await expect(page.getByText("Adresse ou mot de passe incorrect.").first()).toBeVisible();
});

const acceptTerms = async (page: Page) => {
  await expect(page.getByRole("heading", { level: 1, name: "Charte d’accès aux données personnelles" })).toBeVisible();
  await page.getByRole("checkbox", { name: /J’ai lu et j’accepte/u }).check();
  await page.getByRole("button", { name: "Confirmer" }).click();
};

async function inNextSession(browser: Browser, person: MadePerson, story: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  await signedIn(context, person);
  await story(await context.newPage());
  await context.close();
}

test("MC-13 MC-14 a manager who always accepts is not asked again in the next session; both agreements are listed, the first can be taken back", async ({
  page,
  context,
  browser,
}) => {
  const person = await aPerson({ role: "manager" });
  await signedIn(context, person);
  await page.goto("/applications");
  await page
    .getByRole("main")
    .getByRole("link", { name: /Gestion/u })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Autoriser Gestion à lire vos informations" })).toBeVisible();
  await page.getByRole("button", { name: "Toujours accepter" }).click();
  await acceptTerms(page);
  await expect(page.getByRole("heading", { level: 1, name: "Tableau de bord" })).toBeVisible();

  await inNextSession(browser, person, async (next) => {
    await next.goto("/gestion");
    await expect(next.getByRole("heading", { level: 1, name: "Tableau de bord" })).toBeVisible();
    await next.goto("/compte/autorisations");
    await expect(next.getByRole("link", { name: "Charte d’accès aux données personnelles" })).toBeVisible();
    await expect(next.getByText(/Gestion · version 2026-11 · acceptée le/u)).toBeVisible();
    await expect(next.getByText("Lit : Prénom, Nom, Courriel")).toBeVisible();
    await next.getByRole("button", { name: "Retirer l’autorisation de Gestion" }).click();
    await expect(next.getByText("Aucune application autorisée")).toBeVisible();
  });
  await page.goto("/gestion");
  await page.getByRole("button", { name: "Refuser" }).click();
  await expect(page.getByText("Sans elles, Gestion ne peut pas s’ouvrir. Rien ne lui a été transmis.")).toBeVisible();
  await page.goto("/gestion");
  await page.getByRole("button", { name: "Accepter une fois" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Tableau de bord" }), "terms once accepted are not asked again").toBeVisible();
});

test("MC-03 a password too weak for the application that one enters is changed once, on the way", async ({ page, context }) => {
  const person = await aPerson({ role: "manager" });
  const sql = await siteDatabase();
  await sql`update accounts set password_classes = '{length,upper,non_letter,no_name}' where id = ${person.id}`;
  await signedIn(context, person);
  await page.goto("/gestion");
  await page.getByRole("button", { name: "Toujours accepter" }).click();
  await acceptTerms(page);
  await expect(page.getByRole("heading", { level: 1, name: "Choisissez un mot de passe plus solide" })).toBeVisible();
  await page.getByRole("link", { name: "Changer mon mot de passe" }).click();
  const choose = async (password: string) => {
    await page.getByLabel(/^Mot de passe actuel/u).fill(madePassword);
    await page.getByLabel(/^Nouveau mot de passe/u).fill(password);
    await page.getByLabel(/^Confirmation/u).fill(password);
    await page.getByRole("button", { name: "Enregistrer" }).click();
  };
  await choose("CHATAIGNE-2027");
  await expect(page.getByText("À respecter : au moins une minuscule.").first()).toBeVisible();
  await choose("Chataigne-2027!");
  await expect(page.getByRole("heading", { level: 1, name: "Tableau de bord" })).toBeVisible();
});
