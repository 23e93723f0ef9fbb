import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "@playwright/test";
import { firstSiret } from "@/lib/references/siret";
import { barriersOn } from "./support/barriers";
import { codeIn, linkIn, mailTo } from "./support/inbox";
import { aPerson, enterBackOffice, signedIn } from "./support/made-people";
import { aTrainer, enterTrainers } from "./support/made-trainers";
import { newAddress, proveHuman, trySignIn } from "./support/people";
import { siteUrl } from "./support/site";
import { siteDatabase } from "./support/database";
import { expect, test } from "./support/test";

async function expectNoBarrier(page: Page): Promise<void> {
  // Calendars come after their page.
  await page.waitForLoadState("networkidle");
  expect(await barriersOn(page), page.url()).toEqual([]);
}

async function staff(context: BrowserContext, role: "administrator" | "manager"): Promise<void> {
  const person = await aPerson({ role });
  await enterBackOffice(person.id);
  await signedIn(context, person);
}

let made = 0;
/** A SIRET and a name that nobody else has. */
function anEmployer() {
  made += 1;
  const siren = String(810_000_000 + ((Date.now() + made * 7919) % 9_000_000));
  return { siret: firstSiret(siren), name: `Commune de Kervelen-${siren}` };
}

test("AD-09 an administrator adds an employer, whom the search proposes, changes it, and takes it out of the choice", async ({
  page,
  context,
  request,
}) => {
  await staff(context, "administrator");
  const { siret, name } = anEmployer();
  await page.goto("/gestion/references");
  await page.getByRole("link", { name: "Employeurs publics" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Employeurs publics" })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("link", { name: "Ajouter un employeur" }).click();
  await page.getByRole("textbox", { name: "SIRET" }).fill("21940016500018");
  await page.getByRole("textbox", { name: "Nom" }).fill(name);
  await page.getByRole("textbox", { name: "Code postal" }).fill("29000");
  await page.getByRole("textbox", { name: "Ville" }).fill("Quimper");
  await page.getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByRole("link", { name: /vérifiez ses quatorze chiffres/u })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("textbox", { name: "SIRET" }).fill(siret);
  await page.getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByText("La ligne est ajoutée : elle est proposée dès maintenant.")).toBeVisible();
  await expectNoBarrier(page);

  const proposed = async () => {
    const answer = (await (await request.get(`/api/references/employers?q=${encodeURIComponent(name)}`)).json()) as {
      results: { name: string }[];
    };
    return answer.results.map((employer) => employer.name);
  };
  expect(await proposed()).toContain(name);

  const other = await context.newPage();
  await other.goto(page.url());
  await page.getByRole("textbox", { name: "Ville" }).fill("Brest");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("La ligne est enregistrée.")).toBeVisible();
  await other.getByRole("textbox", { name: "Ville" }).fill("Lorient");
  await other.getByRole("button", { name: "Enregistrer" }).click();
  await expect(other.getByText(/a été modifiée entre-temps par une autre personne/u)).toBeVisible();
  await expect(other.getByRole("textbox", { name: "Ville" })).toHaveValue("Lorient");

  await page.getByRole("button", { name: "Retirer du choix" }).click();
  await expect(page.getByText("La ligne est retirée du choix. Ce qui la porte déjà la garde.")).toBeVisible();
  expect(await proposed()).not.toContain(name);
});

test("AD-09 a file is chosen, shown line by line with what is wrong, mended, imported whole, and found in the export", async ({
  page,
  context,
}) => {
  await staff(context, "administrator");
  const [one, two] = [anEmployer(), anEmployer()];
  const file = (postcode: string) => ({
    name: "employeurs.csv",
    mimeType: "text/csv",
    // As a French spreadsheet writes it.
    buffer: Buffer.from(
      `SIRET;Nom;Code postal;Ville\r\n${one.siret};${one.name};29000;Pénestin\r\n${two.siret};${two.name};${postcode};Brest\r\n`,
      "latin1",
    ),
  });
  await page.goto("/gestion/references/employeurs/importer");
  await page.getByLabel("Fichier CSV").setInputFiles(file("29"));
  await page.getByRole("button", { name: "Voir ce que le fichier ferait" }).click();
  await expect(page.getByText("Une ligne est refusée : rien ne sera importé")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: two.siret })).toContainText("Cinq chiffres");
  await expect(page.getByRole("button", { name: /^Importer/u })).toHaveCount(0);
  await expectNoBarrier(page);
  await page.getByRole("link", { name: "Choisir un autre fichier" }).click();
  await page.getByLabel("Fichier CSV").setInputFiles(file("29200"));
  await page.getByRole("button", { name: "Voir ce que le fichier ferait" }).click();
  await expect(page.getByText("Rien n’est encore écrit : 2 employeurs à importer")).toBeVisible();
  await page.getByRole("button", { name: "Importer ces 2 lignes" }).click();
  await expect(page.getByText("Lignes ajoutées : 2.")).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Exporter (CSV)" }).click()]);
  const exported = await readFile(await download.path(), "utf8");
  expect(exported).toContain(`"${one.siret}";"${one.name}";"";"29000";"Pénestin"`);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("AD-09 TR-41 lines are pasted, shown, and imported", async ({ page, context }) => {
    await staff(context, "administrator");
    const { siret, name } = anEmployer();
    await page.goto("/gestion/references/employeurs/importer");
    await page.getByRole("textbox", { name: "Lignes du fichier" }).fill(`SIRET;Nom;Code postal;Ville\n${siret};${name};29000;Quimper`);
    await page.getByRole("button", { name: "Voir ce que le fichier ferait" }).click();
    await page.getByRole("button", { name: "Importer cette ligne" }).click();
    await expect(page.getByText("Le fichier est importé")).toBeVisible();
  });
});

test("AD-08 a manager records an intervention, imports others, corrects and removes one, and gives a registration number", async ({
  page,
  context,
}) => {
  const trainer = await aTrainer({ lastName: "Kervella" });
  await staff(context, "manager");
  await page.goto("/gestion/interventions/immatriculation");
  await page.getByLabel(/^Adresse électronique/u).fill(trainer.address);
  const number = `054-${Date.now() % 1_000_000}`;
  await page.getByRole("textbox", { name: "Immatriculation" }).fill(number);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("L’immatriculation est enregistrée.")).toBeVisible();

  await page.goto("/gestion/interventions/nouvelle");
  await page.getByRole("textbox", { name: "Intervenant" }).fill(number);
  await page.getByRole("textbox", { name: "Intitulé" }).fill("Élaborer un budget");
  await page.getByRole("textbox", { name: "Premier jour" }).fill("02/03/2026");
  await page.getByRole("textbox", { name: "Dernier jour" }).fill("03/03/2026");
  await page.getByRole("textbox", { name: "Référence" }).fill(`A-${number}`);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("L’intervention est enregistrée.")).toBeVisible();

  await page.goto("/gestion/interventions/importer");
  const lines = `Structure;Référence;Intervenant;Intitulé;Début;Fin;Heures\n054;A-${number};${number};Élaborer un budget;02/03/2026;03/03/2026;\n054;B-${number};${number};Marchés publics;07/04/2026;07/04/2026;6`;
  await page.getByRole("textbox", { name: "Lignes du fichier" }).fill(lines);
  await page.getByRole("button", { name: "Voir ce que le fichier ferait" }).click();
  await expect(page.getByText("Sans changement : 1", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Importer cette ligne" }).click();
  await expect(page.getByText("Le fichier est importé.")).toBeVisible();
  await page.getByRole("searchbox", { name: "Rechercher une intervention" }).fill(number);
  await page.getByRole("searchbox", { name: "Rechercher une intervention" }).press("Enter");
  await expect(page.getByRole("row").filter({ hasText: number })).toHaveCount(2);
  await expectNoBarrier(page);

  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Exporter (CSV)" }).click();
  expect((await readFile(await (await file).path(), "utf8")).split("\r\n")).toHaveLength(4);

  await page.getByRole("link", { name: "Modifier Marchés publics" }).click();
  await page.getByRole("textbox", { name: "Intitulé" }).fill("Marchés publics, niveau 2");
  const sql = await siteDatabase();
  await sql`update interventions set hours = 7 where reference = ${`B-${number}`}`;
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "modifiée entre-temps" })).toContainText(/Écrit entre-temps\s: 7/u);
  await expectNoBarrier(page);
  await expect(page.locator('input[name="seen"]')).toHaveValue(/"hours":7/u);
  await expect(page.getByRole("textbox", { name: "Intitulé" })).toHaveValue("Marchés publics, niveau 2");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("L’intervention est corrigée.")).toBeVisible();
  await page.goto(`/gestion/interventions?q=${number}`);
  await page.getByRole("link", { name: "Modifier Marchés publics, niveau 2" }).click();
  await page.getByRole("button", { name: "Supprimer" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Supprimer l’intervention" }).click();
  await expect(page.getByText("L’intervention est supprimée.")).toBeVisible();
  await page.goto(`/gestion/interventions?q=${number}`);
  await expect(page.getByRole("row").filter({ hasText: number })).toHaveCount(1);
});

test("AD-16 EI-70 a manager creates a trainer, who confirms the address, chooses a password by the mailed link and enters", async ({
  page,
  context,
  browser,
  request,
}) => {
  await staff(context, "manager");
  const address = newAddress("awa");
  const lastName = `Kerv${Array.from({ length: 8 }, () => "abdeilmnorst".charAt(Math.floor(Math.random() * 12))).join("")}`;
  await page.goto("/gestion/intervenants/nouveau");
  const fill = async () => {
    await page.getByRole("radio", { name: "Madame" }).check();
    await page.getByRole("textbox", { name: "Nom d’usage" }).fill(lastName);
    await page.getByRole("textbox", { name: "Prénom" }).fill("Awa");
    await page.getByRole("textbox", { name: "Date de naissance" }).fill("17/09/1985");
    await page.getByRole("textbox", { name: "Courriel" }).fill(address);
    await page.getByRole("button", { name: "Créer et prévenir la personne" }).click();
  };
  await fill();
  await expect(page.getByText(/L’intervenant est créé/u)).toBeVisible();
  await fill();
  await expect(page.getByRole("link", { name: /a déjà un compte/u })).toBeVisible();
  await expectNoBarrier(page);

  const mail = await mailTo(request, address, "Vos identifiants de connexion");
  expect(codeIn(mail)).toMatch(/^\d{8}$/u);
  const elsewhere = await browser.newContext({ baseURL: siteUrl, locale: "fr-FR" });
  const theirs = await elsewhere.newPage();
  await theirs.goto(linkIn(mail));
  await expect(theirs.getByText("Vos identifiants de connexion")).toBeVisible();
  await expectNoBarrier(theirs);
  await theirs
    .getByLabel(/^Nouveau mot de passe|^Mot de passe/u)
    .first()
    .fill("Tilleul-Vert-2026!");
  await theirs.getByLabel(/^Confirmation/u).fill("Tilleul-Vert-2026!");
  await proveHuman(theirs);
  await theirs.getByRole("button", { name: "Enregistrer le mot de passe" }).click();
  await trySignIn(theirs, address, "Tilleul-Vert-2026!");
  await expect(theirs.getByRole("heading", { level: 1, name: /^Bonjour/u })).toBeVisible();
  const sql = await siteDatabase();
  const [account] = await sql<{ id: string }[]>`select account_id as id from account_addresses where canonical = ${address}`;
  await enterTrainers(account?.id ?? "");
  await theirs.goto("/intervenants/tableau-de-bord");
  await expect(theirs.getByText("Votre profil est validé : il est dans la CVthèque")).toBeVisible();
  await elsewhere.close();
});

test("AD-16 a program of the institution creates a trainer with a key shown once; the key is revoked and opens nothing any more", async ({
  page,
  context,
  request,
}) => {
  await staff(context, "administrator");
  await page.goto("/gestion/cles-api");
  const software = `Logiciel ${Date.now()}`;
  await page.getByRole("textbox", { name: "Logiciel" }).fill(software);
  await page.getByRole("button", { name: "Créer la clé" }).click();
  const key = (await page.getByText(/^esp_[\w-]{43}$/u).textContent()) ?? "";
  await expectNoBarrier(page);
  const person = {
    civility: "m",
    lastName: "Haddad",
    firstName: `Karim${Array.from({ length: 8 }, () => "abdeilmnorst".charAt(Math.floor(Math.random() * 12))).join("")}`,
    bornOn: "1980-02-01",
    address: newAddress("karim"),
    structure: "054",
  };
  const call = (data: unknown, bearer = key) =>
    request.post("/api/v1/intervenants", { data, headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" } });
  const created = await call(person);
  expect(created.status()).toBe(201);
  expect(await created.json()).toEqual({ profileId: expect.stringMatching(/^[\da-f-]{36}$/u) as unknown });
  const sql = await siteDatabase();
  const logged =
    await sql`select 1 from audit_log where action = 'trainer.created' and actor_kind = 'api' and details->>'key' = ${software}`;
  expect(logged).toHaveLength(1);
  const again = await call(person);
  expect(again.status()).toBe(422);
  expect(JSON.stringify(await again.json())).toContain("a déjà un compte");
  expect((await call({ ...person, address: "rien" })).status()).toBe(422);
  expect((await call("pas du JSON")).status()).toBe(422);
  expect((await call(person, "esp_inconnue")).status()).toBe(401);
  await mailTo(request, person.address, "Vos identifiants de connexion");

  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  await page.getByRole("button", { name: `Révoquer la clé : ${software}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Révoquer la clé" }).click();
  await expect(page.getByText("La clé est révoquée : elle n’ouvre plus rien.")).toBeVisible();
  expect((await call({ ...person, address: newAddress("autre") })).status()).toBe(401);
});
