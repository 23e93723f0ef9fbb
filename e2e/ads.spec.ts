import { siteDatabase } from "./support/database";
import { aPerson, enterBackOffice, signedIn } from "./support/made-people";
import { expect, test } from "./support/test";

/** A word that stands in no other ad. */
const aWord = () => `Zyx${Array.from({ length: 8 }, () => "abdeilmnorst".charAt(Math.floor(Math.random() * 12))).join("")}`;

test("AD-05 EI-10 EI-11 EI-12 a manager writes an ad, is told what it lacks, publishes it; a visitor finds it; closed, it says so", async ({
  page,
  context,
  browser,
}) => {
  const manager = await aPerson({ role: "manager" });
  await enterBackOffice(manager.id);
  await signedIn(context, manager);
  const title = `Animer un atelier ${aWord()}`;

  await page.goto("/gestion/annonces");
  await page.getByRole("link", { name: "Écrire une annonce" }).click();
  await page.getByRole("textbox", { name: "Titre" }).fill(title);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Avant de publier, il reste à compléter")).toBeVisible();
  await expect(page.getByText("Choisissez au moins une spécialité.")).toBeVisible();

  await page.getByRole("link", { name: "Compléter l’annonce" }).click();
  await expect(page.getByRole("textbox", { name: "Titre" })).toHaveValue(title);
  await page.getByRole("textbox", { name: "Description" }).fill("Deux jours d’atelier.\nPar groupes de douze.");
  await page.getByRole("textbox", { name: "Profil recherché" }).fill("Une personne qui a déjà animé.");
  await page.getByText("Finances", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Contrôle de gestion" }).check();
  await page.getByRole("checkbox", { name: "Grand Est" }).check();
  await page.getByRole("textbox", { name: "Date limite de réponse" }).fill("31/02/2030");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("link", { name: /Cette date n’existe pas/u })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Description" })).toHaveValue("Deux jours d’atelier.\nPar groupes de douze.");
  await page.getByRole("textbox", { name: "Date limite de réponse" }).fill("31/01/2030");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByRole("button", { name: "Publier l’annonce" }).click();
  await expect(page.getByText("L’annonce est publiée : elle est visible de tous.")).toBeVisible();
  const number = /N° (\d{10})/u.exec((await page.getByRole("main").textContent()) ?? "")?.[1] ?? "";
  expect(number).toMatch(/^054\d{7}$/u);

  const elsewhere = await browser.newContext();
  const visitor = await elsewhere.newPage();
  await visitor.goto("/intervenants");
  await visitor.getByRole("combobox", { name: "Spécialité" }).selectOption("Finances");
  await visitor.getByRole("button", { name: "Rechercher" }).click();
  await visitor.getByRole("searchbox", { name: "Rechercher" }).fill(title.split(" ").at(-1)?.toLowerCase() ?? "");
  await visitor.getByRole("button", { name: "Filtrer" }).click();
  await expect(visitor.getByRole("status").filter({ hasText: /^1 annonce$/u })).toBeVisible();
  await visitor.getByRole("link", { name: title }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(visitor).toHaveTitle(new RegExp(title, "u"));
  await expect(visitor.getByRole("definition").filter({ hasText: "Contrôle de gestion" })).toBeVisible();
  const posting = JSON.parse((await visitor.locator('script[type="application/ld+json"]').textContent()) ?? "") as Record<string, unknown>;
  expect(posting).toMatchObject({ "@type": "JobPosting", title, validThrough: "2030-01-31T23:59:59" });
  await visitor.getByRole("main").getByRole("link", { name: "Retour à la liste" }).click();
  await expect(visitor).toHaveURL(/specialite=A3/u);
  await expect(visitor.getByRole("status").filter({ hasText: /^1 annonce$/u })).toBeVisible();

  await page.getByText("Clôturer l’annonce").first().click();
  await page.getByRole("textbox", { name: "Motif" }).fill("Un intervenant est retenu.");
  await page.getByRole("button", { name: "Clôturer l’annonce" }).click();
  await expect(page.getByText("L’annonce est clôturée.")).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText("Aucune annonce", { exact: true })).toBeVisible();
  await visitor.goto(`/intervenants/annonces/${number}`);
  await expect(visitor.getByText("Cette annonce est clôturée : on ne peut plus y répondre.")).toBeVisible();
  await elsewhere.close();
});

test("AD-05 two people edit one ad: the second is told, and keeps what was typed", async ({ page, context, browser }) => {
  const [one, other] = [await aPerson({ role: "manager" }), await aPerson({ role: "manager" })];
  for (const { id } of [one, other]) await enterBackOffice(id);
  const sql = await siteDatabase();
  const title = `Annonce à deux ${aWord()}`;
  const [ad] = await sql<{ id: string }[]>`
    insert into ads (structure_id, title) values ((select id from structures where code = '054'), ${title}) returning id`;
  await signedIn(context, one);
  const theirs = await browser.newContext();
  await signedIn(theirs, other);
  const second = await theirs.newPage();
  for (const screen of [page, second]) await screen.goto(`/gestion/annonces/${ad?.id}/modifier`);
  await page.getByRole("textbox", { name: "Titre" }).fill(`${title} – premier`);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("L’annonce est enregistrée.")).toBeVisible();
  await second.getByRole("textbox", { name: "Titre" }).fill(`${title} – second`);
  await second.getByRole("button", { name: "Enregistrer" }).click();
  await expect(second.getByText(/modifiée entre-temps par une autre personne/u).first()).toBeVisible();
  await expect(second.getByRole("textbox", { name: "Titre" })).toHaveValue(`${title} – second`);
  await theirs.close();
});

test("AD-05 the ads of another structure are not there", async ({ page, context }) => {
  const manager = await aPerson({ role: "manager" });
  await enterBackOffice(manager.id);
  await signedIn(context, manager);
  const sql = await siteDatabase();
  const title = `Annonce du siège ${aWord()}`;
  const [ad] = await sql<{ id: string }[]>`
    insert into ads (structure_id, title) values ((select id from structures where code = '075'), ${title}) returning id`;
  expect((await page.goto(`/gestion/annonces/${ad?.id}`))?.status()).toBe(404);
  expect((await page.goto(`/gestion/annonces/${ad?.id}/modifier`))?.status()).toBe(404);
  await page.goto(`/gestion/annonces?q=${encodeURIComponent(title)}`);
  await expect(page.getByText("Aucun résultat avec ces critères")).toBeVisible();
});
