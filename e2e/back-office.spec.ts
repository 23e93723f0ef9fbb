import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import sharp from "sharp";
import { siteDatabase } from "./support/database";
import { mailTo } from "./support/inbox";
import { aPerson, enterBackOffice, madePassword, type MadePerson, signedIn } from "./support/made-people";
import { proveHuman, trySignIn } from "./support/people";
import { expect, test } from "./support/test";

/** An administrator, past the doors of the back office, signed in here. */
async function anAdministrator(context: BrowserContext): Promise<MadePerson> {
  const administrator = await aPerson({ role: "administrator" });
  await enterBackOffice(administrator.id);
  await signedIn(context, administrator);
  return administrator;
}

/** The browser of somebody else, at the launcher. */
async function elsewhere(browser: Browser, person: MadePerson): Promise<{ readonly their: Page; readonly close: () => Promise<void> }> {
  const context = await browser.newContext();
  await signedIn(context, person);
  const their = await context.newPage();
  await their.goto("/applications");
  return { their, close: () => context.close() };
}

/** A family name that nobody else has. */
const aFamilyName = () => `Kerv${Array.from({ length: 8 }, () => "abdeilmnorst".charAt(Math.floor(Math.random() * 12))).join("")}`;

const download = async (page: Page, link: string): Promise<string> => {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
  return readFile(await file.path(), "utf8");
};

test("AD-10 an administrator finds a person in spite of a typing mistake, gives a role and takes it back: in force at their next page", async ({
  page,
  context,
  browser,
  request,
}) => {
  const lastName = aFamilyName();
  const person = await aPerson({ lastName });
  await anAdministrator(context);
  const { their, close } = await elsewhere(browser, person);
  const theirApplication = their.getByRole("main").getByRole("link", { name: /Gestion/u });
  await expect(theirApplication).toBeHidden();

  await page.goto("/gestion/personnes");
  const typed = `${lastName.slice(0, 6)}${lastName.slice(7)}`;
  await page.getByRole("searchbox", { name: "Rechercher une personne" }).fill(typed);
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page.getByText(`Aucune personne ne s’appelle exactement « ${typed} ».`)).toBeVisible();
  await page
    .getByRole("row", { name: new RegExp(person.address, "u") })
    .getByRole("link", { name: `${lastName} Camille` })
    .click();

  await expect(page.getByRole("heading", { level: 1, name: `Camille ${lastName}` })).toBeVisible();
  await page.getByRole("combobox", { name: "Rôle", exact: true }).selectOption("Gestionnaire de structure");
  await page.getByRole("combobox", { name: "Structure" }).pressSequentially("Grand Est");
  await page
    .getByRole("option", { name: /Grand Est/u })
    .first()
    .click();
  await page.getByRole("button", { name: "Donner le rôle" }).click();
  await expect(page.getByText("Rôle donné : Gestionnaire de structure. La personne reçoit un courriel.").first()).toBeVisible();
  await their.reload();
  await theirApplication.click();
  await expect(their.getByRole("heading", { level: 1, name: "Autoriser Gestion à lire vos informations" })).toBeVisible();
  await mailTo(request, person.address, "Un rôle vous a été donné");
  await enterBackOffice(person.id);
  await their.goto("/gestion");
  await expect(their.getByText("Vous gérez cette structure.")).toBeVisible();

  await page.getByRole("button", { name: /^Retirer le rôle Gestionnaire de structure \(.*Grand Est.*\)/u }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Retirer le rôle" }).click();
  await expect(page.getByText("Aucun rôle : cette personne n’a que son compte.")).toBeVisible();
  await their.reload();
  await expect(their.getByRole("heading", { level: 1, name: "Vous n’avez pas accès à cette page" })).toBeVisible();
  await mailTo(request, person.address, "Un rôle vous a été retiré");
  await close();
});

test("AD-10 roles are given only with a password typed a short while ago", async ({ page, context }) => {
  const person = await aPerson();
  const administrator = await anAdministrator(context);
  const sql = await siteDatabase();
  await sql`update login_sessions set proved_at = now() - interval '1 hour' where account_id = ${administrator.id}`;
  await page.goto(`/gestion/personnes/${person.id}`);
  await expect(page.getByRole("button", { name: "Donner le rôle" })).toBeHidden();
  await page.getByRole("link", { name: "Confirmer mon mot de passe" }).first().click();
  await page.getByLabel(/^Mot de passe/u).fill(madePassword);
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page).toHaveURL(new RegExp(`/gestion/personnes/${person.id}$`, "u"));
  await expect(page.getByRole("button", { name: "Donner le rôle" })).toBeVisible();
});

test("AD-10 a blocked person is out at once and learns why by mail; once unblocked they come back", async ({
  page,
  context,
  browser,
  request,
}) => {
  const person = await aPerson({ lastName: aFamilyName() });
  await anAdministrator(context);
  const { their, close } = await elsewhere(browser, person);
  await page.goto(`/gestion/personnes/${person.id}`);
  await page.getByRole("group").filter({ hasText: "Bloquer ce compte" }).getByText("Bloquer ce compte").first().click();
  await page.getByRole("button", { name: "Bloquer ce compte" }).click();
  await expect(page.getByRole("textbox", { name: "Motif" })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "Motif" }).fill("Connexions inhabituelles depuis lundi");
  await page.getByRole("button", { name: "Bloquer ce compte" }).click();
  await expect(page.getByText("Compte bloqué. La personne reçoit un courriel avec le motif.").first()).toBeVisible();
  await expect(page.getByText("Motif : Connexions inhabituelles depuis lundi").first()).toBeVisible();

  await their
    .getByRole("main")
    .getByRole("link", { name: /Mon Compte/u })
    .click();
  await expect(their.getByRole("heading", { level: 1, name: "Se connecter" })).toBeVisible();
  await trySignIn(their, person.address, madePassword);
  await expect(their.getByText("Ce compte est bloqué. Contactez l’assistance").first()).toBeVisible();
  expect((await mailTo(request, person.address, "Votre compte est bloqué")).text).toContain("Connexions inhabituelles depuis lundi");

  await page.getByRole("button", { name: "Débloquer ce compte" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Débloquer le compte" }).click();
  await expect(page.getByText("Compte débloqué. La personne reçoit un courriel.").first()).toBeVisible();
  await trySignIn(their, person.address, madePassword);
  await expect(their.getByRole("heading", { level: 1, name: "Bonjour Camille" })).toBeVisible();
  await close();
});

test("AD-13 the log tells who did what to whom, filtered; its export computes nothing in a spreadsheet", async ({ page, context }) => {
  const person = await aPerson({ lastName: aFamilyName() });
  const sql = await siteDatabase();
  await sql`update accounts set first_name = '=HYPERLINK("http://exemple.org")' where id = ${person.id}`;
  const administrator = await anAdministrator(context);
  await page.goto(`/gestion/personnes/${person.id}`);
  await page.getByRole("button", { name: "Déconnecter partout" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Déconnecter partout" }).click();
  await expect(page.getByText("0 session terminée.").first()).toBeVisible();

  await page.goto("/gestion/journal");
  await page.getByRole("textbox", { name: "Fait par" }).fill(administrator.address);
  await page.getByRole("textbox", { name: "Au sujet de" }).fill(person.address);
  await page.getByRole("button", { name: "Filtrer" }).click();
  const lines = page.getByRole("table", { name: "Journal" }).getByRole("row");
  await expect(lines.filter({ hasText: "Toutes les sessions terminées par l’administration" })).toHaveCount(1);
  await expect(lines.filter({ hasText: "Fiche d’une personne consultée" }).first()).toBeVisible();
  await page.getByRole("combobox", { name: "Action" }).selectOption("Toutes les sessions terminées par l’administration");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page.getByText("1 ligne", { exact: true })).toBeVisible();

  const csv = await download(page, "Exporter (CSV)");
  const [header, line, ...more] = csv.trimEnd().split("\r\n");
  expect(header).toContain('"Qui";"Identifiant de qui"');
  expect(line).toContain("session.end_all");
  expect(line).toContain(`"'=HYPERLINK(""http://exemple.org"")`);
  expect(csv).not.toMatch(/(?:^|;)"?[=+@-]/mu);
  expect(more).toEqual([]);
  const excel = page.waitForEvent("download");
  await page.getByRole("link", { name: "Exporter (Excel)" }).click();
  expect((await excel).suggestedFilename()).toMatch(/^journal-\d{4}-\d\d-\d\d\.xlsx$/u);
  await page.goto(`/gestion/journal?who=${encodeURIComponent(administrator.address)}`);
  await expect(page.getByRole("row").filter({ hasText: "Journal exporté" })).toHaveCount(2);
});

test("AD-14 the mails written are found by address and read without their link or code", async ({ page, context, browser, request }) => {
  const person = await aPerson();
  const visitor = await browser.newContext();
  const forgotten = await visitor.newPage();
  await forgotten.goto("/compte/mot-de-passe-oublie");
  await forgotten.getByRole("textbox", { name: "Courriel" }).fill(person.address);
  await proveHuman(forgotten);
  await forgotten.getByRole("button", { name: "Recevoir le courriel" }).click();
  const received = await mailTo(request, person.address, "Choisir un nouveau mot de passe");
  expect(received.text).toContain("/compte/lien/");
  await visitor.close();

  await anAdministrator(context);
  await page.goto("/gestion/courriels");
  await page.getByRole("searchbox", { name: "Rechercher un destinataire" }).fill(person.address);
  await page.getByRole("button", { name: "Filtrer" }).click();
  const line = page.getByRole("row", { name: /Choisir un nouveau mot de passe/u });
  await expect(line).toContainText("Envoyé");
  await line.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: /Choisir un nouveau mot de passe/u })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("[lien confidentiel]");
  const looked = await page.request.get((await page.getByRole("link", { name: /Voir la mise en forme/u }).getAttribute("href")) ?? "");
  for (const shown of [await page.content(), await looked.text()]) expect(shown).not.toMatch(/\/compte\/lien\/|\b\d{4}[\s\u00a0]\d{4}\b/u);
});

test("AD-14 a scheduled task is run now, and its result is listed", async ({ page, context }) => {
  await anAdministrator(context);
  const label = "Effacer les compteurs de tentatives échus";
  // The site may have just been started: the worker has a minute to say that it is there.
  await expect(async () => {
    await page.goto("/gestion/taches");
    await expect(page.getByText("Les tâches de fond sont arrêtées")).toBeHidden({ timeout: 500 });
  }).toPass({ timeout: 40_000 });
  await page.getByRole("button", { name: `Lancer maintenant : ${label}` }).click();
  await expect(page.getByText("La tâche va commencer.").first()).toBeVisible();
  await expect(async () => {
    await page.reload();
    const last = page.getByRole("table", { name: "Dernières exécutions" }).getByRole("row").filter({ hasText: label }).first();
    await expect(last).toContainText("À la demande", { timeout: 500 });
    await expect(last).toContainText("Réussie", { timeout: 500 });
  }).toPass({ timeout: 30_000 });
});

test.describe("AD-15 settings", () => {
  // The address of the help desk is read by no other story; whatever happens here, it is put back.
  test.afterEach(async () => {
    const sql = await siteDatabase();
    await sql`delete from settings where key = 'support.address'`;
  });

  test("AD-15 a bad value is refused with what to write; a good one counts at once; a stale tab is told; the default comes back", async ({
    page,
    context,
    request,
  }) => {
    await anAdministrator(context);
    const stale = await context.newPage();
    for (const tab of [page, stale]) await tab.goto("/gestion/parametres");
    const field = (tab: Page) => tab.getByRole("textbox", { name: "Courriel de l’assistance" });
    const save = (tab: Page) => tab.getByRole("form", { name: "Assistance" }).getByRole("button", { name: "Enregistrer" }).click();
    await field(page).fill("pas une adresse");
    await save(page);
    await expect(page.getByText("Indiquez une adresse électronique.").first()).toBeVisible();
    await field(page).fill("aide@exemple.fr");
    await save(page);
    await expect(page.getByText("1 paramètre enregistré.").first()).toBeVisible();
    await expect(async () => expect(await (await request.get("/aide")).text()).toContain("aide@exemple.fr")).toPass({ timeout: 15_000 });

    await field(stale).fill("autre@exemple.fr");
    await save(stale);
    await expect(stale.getByText("Une autre personne vient de modifier ces paramètres.").first()).toBeVisible();
    await expect(field(stale)).toHaveValue("autre@exemple.fr");

    await page.getByRole("button", { name: "Revenir à la valeur par défaut : Courriel de l’assistance" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Revenir à la valeur par défaut" }).click();
    await expect(field(page)).toHaveValue("assistance@demo.example");
    await page.goto("/gestion/journal?action=setting.change");
    await expect(page.getByRole("row").filter({ hasText: "aide@exemple.fr" }).first()).toContainText("assistance@demo.example");
  });
});

test.describe("AD-15 the logo", () => {
  test.afterEach(async () => {
    const sql = await siteDatabase();
    await sql`delete from settings where key = 'institution.logo'`;
  });

  test("AD-15 a logo is sent, shown to visitors beside the name, and taken away; what is no picture is refused by name", async ({
    page,
    context,
    request,
  }) => {
    await anAdministrator(context);
    await page.goto("/gestion/parametres");
    const send = async (name: string, mimeType: string, buffer: Buffer) => {
      await page.locator("input[type=file]").setInputFiles({ name, mimeType, buffer });
      await page.getByRole("button", { name: "Enregistrer le logo" }).click();
    };
    await send("logo.png", "image/png", Buffer.from("rien d’une image"));
    await expect(page.getByRole("heading", { level: 1, name: "Votre fichier n’a pas été enregistré" })).toBeVisible();
    await expect(page.getByText("logo.png")).toBeVisible();
    await page.getByRole("link", { name: "Revenir au formulaire" }).click();

    const picture = sharp({ create: { width: 600, height: 150, channels: 4, background: { r: 29, g: 63, b: 143, alpha: 1 } } });
    await send("logo.png", "image/png", await picture.png().toBuffer());
    await expect(page.getByRole("button", { name: "Retirer le logo" })).toBeVisible();
    const shown = page.getByRole("banner").locator("img[src^='/api/logo/']");
    await expect(shown).toBeVisible();
    const answer = await request.get((await shown.getAttribute("src")) ?? "");
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/png"]);
    expect(await sharp(await answer.body()).metadata()).toMatchObject({ width: 480, height: 120 });
    await expect(async () => expect(await (await request.get("/aide")).text()).toContain("/api/logo/")).toPass({ timeout: 15_000 });

    await page.getByRole("button", { name: "Retirer le logo" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Retirer le logo" }).click();
    await expect(page.getByText("Le logo est retiré.").first()).toBeVisible();
    await expect(shown).toHaveCount(0);
    await page.goto("/gestion/journal?action=setting.reset");
    await expect(page.getByRole("row").filter({ hasText: "Logo de l’établissement" }).first()).toBeVisible();
  });
});

test("AD-10 several people ticked in the list are blocked together, and the answer comes person by person", async ({
  page,
  context,
  browser,
  request,
}) => {
  const lastName = aFamilyName();
  const [first, second] = [await aPerson({ firstName: "Ana", lastName }), await aPerson({ firstName: "Bruno", lastName })];
  const sql = await siteDatabase();
  await sql`update accounts set blocked_at = now(), blocked_reason = 'avant' where id = ${second.id}`;
  await anAdministrator(context);
  const { their, close } = await elsewhere(browser, first);

  await page.goto(`/gestion/personnes?q=${lastName}`);
  await page.getByRole("button", { name: "Tout cocher" }).click();
  await expect(page.getByText("2 personnes en sélection")).toBeVisible();
  await page.getByRole("button", { name: "Agir sur la sélection" }).click();
  await expect(page.getByRole("list", { name: "Personnes choisies" }).getByRole("listitem")).toHaveCount(2);
  await page.getByRole("radio", { name: "Bloquer leurs comptes", exact: true }).check();
  await page.getByRole("button", { name: "Agir sur ces 2 personnes" }).click();
  await expect(page.getByRole("textbox", { name: "Motif du blocage" })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "Motif du blocage" }).fill("Messagerie de la collectivité compromise");
  await page.getByRole("button", { name: "Agir sur ces 2 personnes" }).click();
  await expect(page.getByText("Fait pour 1 personne, non fait pour 1 personne.").first()).toBeVisible();
  const answers = page.getByRole("list", { name: "Résultat pour chaque personne" }).getByRole("listitem");
  await expect(answers.filter({ hasText: "Ana" })).toContainText("Compte bloqué.");
  await expect(answers.filter({ hasText: "Bruno" })).toContainText("Ce compte est déjà bloqué.");
  expect((await mailTo(request, first.address, "Votre compte est bloqué")).text).toContain("Messagerie de la collectivité compromise");
  await their.reload();
  await expect(their.getByRole("heading", { level: 1, name: "Se connecter" })).toBeVisible();
  await page.getByRole("link", { name: "Revenir à la liste" }).click();
  await expect(page).toHaveURL(new RegExp(`/gestion/personnes\\?q=${lastName}$`, "u"));
  await close();
});

test("AD-10 a selection is kept while the password is asked again", async ({ page, context }) => {
  const lastName = aFamilyName();
  for (const firstName of ["Ana", "Bruno", "Carla"]) await aPerson({ firstName, lastName });
  const administrator = await anAdministrator(context);
  const sql = await siteDatabase();
  await sql`update login_sessions set proved_at = now() - interval '1 hour' where account_id = ${administrator.id}`;
  await page.goto(`/gestion/personnes?q=${lastName}`);
  for (const name of ["Ana", "Carla"]) await page.getByRole("checkbox", { name: `Sélectionner ${lastName} ${name}` }).check();
  await page.getByRole("button", { name: "Agir sur la sélection" }).click();
  await expect(page.getByRole("radio")).toHaveCount(0);
  await page.getByRole("link", { name: "Confirmer mon mot de passe" }).click();
  await page.getByLabel(/^Mot de passe/u).fill(madePassword);
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByRole("list", { name: "Personnes choisies" }).getByRole("listitem")).toHaveCount(2);
  await page.getByRole("radio", { name: "Terminer leurs sessions" }).check();
  await page.getByRole("button", { name: "Agir sur ces 2 personnes" }).click();
  await expect(page.getByText("Fait pour 2 personnes.").first()).toBeVisible();
});
