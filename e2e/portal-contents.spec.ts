import type { BrowserContext, Page } from "@playwright/test";
import { barriersOn } from "./support/barriers";
import { siteDatabase } from "./support/database";
import { aPerson, enterBackOffice, signedIn } from "./support/made-people";
import { expect, test } from "./support/test";

async function administrator(context: BrowserContext): Promise<void> {
  const person = await aPerson({ role: "administrator" });
  await enterBackOffice(person.id);
  await signedIn(context, person);
}

/** A word that stands nowhere else. */
const aWord = () => `Zyx${Array.from({ length: 8 }, () => "abdeilmnorst".charAt(Math.floor(Math.random() * 12))).join("")}`;
const article = (page: Page, title: string | RegExp) => page.getByRole("article", { name: title });
const opened = (page: Page) => page.locator("article details[open]");

async function expectNoBarrier(page: Page, where: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect(await barriersOn(page), `${where} ${colorScheme} ${width}`).toEqual([]);
    }
  }
}

test.describe("EI-01 the home page of the portal", () => {
  test("EI-01 MC-10 the sign-in box leads to the sign-in, the address filled in, and back to the portal", async ({ page }) => {
    for (const start of ["/intervenants", "/intervenants/authentification"]) {
      await page.goto(start);
      await page.getByRole("textbox", { name: "Identifiant" }).fill("claire.martin@exemple.fr");
      await page.getByRole("button", { name: "Me connecter" }).click();
      await expect(page).toHaveURL(/\/compte\/connexion\?/u);
      await expect(page.getByLabel("Courriel")).toHaveValue("claire.martin@exemple.fr");
      await page.getByRole("link", { name: "Retour au portail" }).click();
      await expect(page).toHaveURL(/\/intervenants$/u);
    }
    await page.goto("/intervenants/authentification");
    await page.getByRole("link", { name: "Retour au portail" }).click();
    await page.getByRole("link", { name: "Mot de passe oublié ?" }).click();
    await expect(page).toHaveURL(/\/compte\/mot-de-passe-oublie/u);
  });

  test("EI-01 MC-15 who signs in from the portal lands on it, and reads there under whose name", async ({ page }) => {
    const person = await aPerson({ firstName: "Aline" });
    await page.goto("/intervenants");
    await page.getByRole("textbox", { name: "Identifiant" }).fill(person.address);
    await page.getByRole("button", { name: "Me connecter" }).click();
    await page.getByLabel(/^Mot de passe/u).fill("Tilleul-2026!");
    await page.getByRole("button", { name: "Connexion" }).click();
    await expect(page).toHaveURL(/\/intervenants$/u);
    await expect(page.getByText("Une session est ouverte au nom de Aline Fleur.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Me connecter" })).toHaveCount(0);
  });

  test("EI-01 quick search, three news, documents, forms, two explanations and the ten latest ads", async ({ page }) => {
    await page.goto("/intervenants");
    await expect(page.getByRole("search", { name: "Recherche rapide d’annonces" })).toBeVisible();
    const main = page.getByRole("main");
    const news = page.getByRole("article").filter({ has: page.getByRole("heading", { name: "Informations Espace Intervenants" }) });
    await expect(news.getByRole("listitem")).toHaveCount(3);
    for (const heading of [
      /^Vous souhaitez devenir formateur ou formatrice pour le .+ \?$/u,
      /^Vous intervenez déjà pour le .+ \?$/u,
      /^Vos formulaires types$/u,
      /^Les dernières annonces publiées$/u,
    ])
      await expect(main.getByRole("heading", { level: 2, name: heading })).toBeVisible();
    await expect(main.getByRole("table", { name: "Les dernières annonces publiées" }).getByRole("row")).toHaveCount(11);
    await main.getByRole("link", { name: "Recherche avancée" }).click();
    await expect(page).toHaveURL(/\/intervenants\/annonces$/u);
  });

  for (const [link, title] of [
    ["Le mode d’emploi de l’Espace Intervenants", "Mode d’emploi de l’Espace Intervenants"],
    ["Les tutoriels", "Tutoriels"],
    ["La charte des intervenants", "Charte des intervenants"],
    [
      "Les conditions générales de recrutement et d’emploi des intervenants",
      "Conditions générales de recrutement et d’emploi des intervenants",
    ],
    ["Modèles d’attestations sur l’honneur", "Modèles d’attestations sur l’honneur"],
    ["Formulaire de frais de déplacement", "Demande de remboursement de frais de déplacement"],
  ] as const)
    test(`EI-01 EI-03 “${link}” is one press away, in the version in force`, async ({ page }) => {
      await page.goto("/intervenants");
      await page.getByRole("main").getByRole("link", { name: link, exact: true }).first().click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page).toHaveTitle(new RegExp(title, "u"));
      await expect(page.getByText("Version 1, en vigueur depuis le 1er novembre 2026")).toBeVisible();
    });
});

test.describe("EI-02 the news", () => {
  test("EI-02 following a summary opens that article, marked and in sight; the others are folded", async ({ page }) => {
    await page.goto("/intervenants");
    const summary = page
      .getByRole("article")
      .filter({ has: page.getByRole("heading", { name: "Informations Espace Intervenants" }) })
      .getByRole("listitem")
      .last()
      .getByRole("link");
    const title = (await summary.textContent()) ?? "";
    await summary.click();
    await expect(page).toHaveURL(/\/intervenants\/actualites\?article=/u);
    await expect(article(page, title)).toHaveAttribute("aria-current", "true");
    await expect(article(page, title)).toBeInViewport();
    await expect(opened(page)).toHaveCount(1);
    await expect(opened(page).getByRole("heading", { name: title })).toBeVisible();
    await page.reload();
    await expect(opened(page).getByRole("heading", { name: title })).toBeVisible();
  });

  test("EI-02 “Voir plus” opens the list with the newest open; a press folds and unfolds", async ({ page }) => {
    await page.goto("/intervenants");
    const newest = (await page.locator("main article li a").first().textContent()) ?? "";
    await page.getByRole("link", { name: "Voir plus d’actualités" }).click();
    await expect(opened(page)).toHaveCount(1);
    await expect(page.getByRole("article").first()).toHaveAccessibleName(newest);
    await expect(opened(page).getByRole("heading", { name: newest })).toBeVisible();
    const other = page.getByRole("article").nth(1);
    await other.getByRole("heading").first().click();
    await expect(other.locator("details")).toHaveAttribute("open", "");
    await expect(page.locator("article[aria-current]")).toHaveCount(0);
  });

  test("EI-02 an address that is no article shows the newest", async ({ page }) => {
    for (const query of ["article=x", "article=00000000-0000-7000-8000-000000000000", "depuis=%00", "article=a&article=b"]) {
      expect((await page.goto(`/intervenants/actualites?${query}`))?.status(), query).toBe(200);
      await expect(opened(page)).toHaveCount(1);
    }
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("EI-01 EI-02 TR-41 the same, by the browser alone", async ({ page }) => {
      await page.goto("/intervenants");
      const summary = page.locator("main article li a").nth(1);
      const title = (await summary.textContent()) ?? "";
      await summary.click();
      await expect(opened(page)).toHaveCount(1);
      await expect(opened(page).getByRole("heading", { name: title })).toBeInViewport();
      await page.getByRole("article").first().getByRole("heading").first().click();
      await expect(opened(page)).toHaveCount(2);
    });
  });
});

test("EI-04 the foot is the same on every page of the portal, and its pages open", async ({ page }) => {
  const links = ["Accessibilité", "Plan d’accès", "Plan du site", "Mentions légales", "Cookies", "Aide et Contact"];
  const starts = ["/intervenants", "/intervenants/actualites", "/intervenants/documents/mentions-legales", "/intervenants/informations"];
  for (const start of starts) {
    await page.goto(start);
    const foot = page.getByRole("contentinfo");
    expect(await foot.getByRole("navigation").getByRole("link").allTextContents()).toEqual(links);
    await expect(foot.getByText(/^Version \S/u)).toBeVisible();
    await expect(foot.getByText(/\d{5} \p{Lu}/u)).toBeVisible();
  }
  for (const link of links) {
    await page.getByRole("contentinfo").getByRole("link", { name: link, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(link, "iu") })).toBeVisible();
  }
});

test("EI-04 the legal notices lead to the terms and notices of the Espace Intervenants", async ({ page }) => {
  await page.goto("/mentions-legales");
  await page.getByRole("main").getByRole("link", { name: "conditions générales d’utilisation" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Conditions générales d’utilisation de l’Espace Intervenants" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: /Vos données personnelles/u })).toBeVisible();
});

test.describe("EI-06 help where it is needed", () => {
  for (const javaScriptEnabled of [true, false])
    test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
      test.use({ javaScriptEnabled });

      test("EI-06 “En savoir plus” opens a dialog by press and by key, and gives the page back", async ({ page }) => {
        await page.goto("/intervenants");
        const button = page.getByRole("button", { name: "En savoir plus sur les interventions en régie" });
        const dialog = page.getByRole("dialog", { name: "Intervenir en régie" });
        await button.click();
        await expect(dialog).toBeVisible();
        await expect(dialog).toBeFocused();
        await dialog.getByRole("button", { name: "Fermer" }).click();
        await expect(dialog).toBeHidden();
        await button.focus();
        await page.keyboard.press("Enter");
        await expect(dialog).toBeVisible();
        await page.keyboard.press("Escape");
        await expect(dialog).toBeHidden();
        await expect(button).toBeFocused();
      });
    });

  test("EI-06 TR-40 the open dialog has no barrier, on a phone too", async ({ page }) => {
    await page.goto("/intervenants");
    await page.getByRole("button", { name: "En savoir plus sur les interventions en régie" }).click();
    await expectNoBarrier(page, "help open");
  });
});

test.describe("AD-07 EI-02 the administration writes the news", () => {
  test("AD-07 written with the keyboard, saved, published: visitors read its titles, lists and links; withdrawn, it is gone", async ({
    page,
    context,
    browser,
  }) => {
    await administrator(context);
    const title = `Nouvelle ${aWord()}`;
    await page.goto("/gestion/actualites");
    await page.getByRole("link", { name: "Écrire une actualité" }).click();
    await page.getByRole("textbox", { name: "Titre" }).fill(title);
    await page.getByRole("textbox", { name: "Résumé" }).fill("En deux mots.");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByRole("alert").getByRole("link", { name: "Écrivez le texte de l’actualité." }).click();
    const text = page.getByRole("textbox", { name: "Texte" });
    await expect(text).toBeFocused();
    await expect(text).toHaveAttribute("aria-invalid", "true");

    const toolbar = page.getByRole("toolbar", { name: "Mise en forme" });
    await page.keyboard.press("Shift+Tab");
    await expect(toolbar.getByRole("button", { name: "Gras" })).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(text).toBeFocused();
    await page.keyboard.type("Ce qui change");
    await expect(toolbar.getByRole("button", { name: "Titre", exact: true })).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Un mot ");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("important");
    await page.keyboard.press("Control+b");
    await page.keyboard.press("Enter");
    await toolbar.getByRole("button", { name: "Liste à puces" }).click();
    await page.keyboard.type("voir ");
    await toolbar.getByRole("button", { name: "Lien" }).click();
    await page.getByRole("textbox", { name: "Adresse du lien" }).fill("javascript:alert(1)");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Cette adresse ne peut pas être suivie.")).toBeVisible();
    await page.getByRole("textbox", { name: "Adresse du lien" }).fill("/intervenants/annonces");
    await page.getByRole("button", { name: "Appliquer" }).click();
    await expect(text).toBeFocused();
    await expectNoBarrier(page, "editor");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Le brouillon est enregistré.")).toBeVisible();
    const address = page.url();

    const elsewhere = await browser.newContext();
    const visitor = await elsewhere.newPage();
    await visitor.goto("/intervenants/actualites");
    await expect(article(visitor, title)).toHaveCount(0);
    await page.getByRole("button", { name: "Publier tout de suite" }).click();
    await expect(page.getByText("L’actualité est publiée : elle est visible de tous.")).toBeVisible();
    await page.getByRole("link", { name: "Voir sur le portail" }).click();
    await expect(article(page, title)).toHaveAttribute("aria-current", "true");

    await visitor.goto(page.url());
    const read = article(visitor, title);
    await expect(read.getByRole("heading", { level: 3, name: "Ce qui change" })).toBeVisible();
    await expect(read.locator("strong", { hasText: "important" })).toBeVisible();
    await expect(read.getByRole("listitem")).toHaveText("voir /intervenants/annonces");
    await expectNoBarrier(visitor, "article");
    await read.getByRole("link", { name: "/intervenants/annonces" }).click();
    await expect(visitor.getByRole("heading", { level: 1, name: /annonces/iu })).toBeVisible();

    await page.goto(address);
    await page.getByRole("button", { name: "Retirer l’actualité" }).click();
    await expect(page.getByText("L’actualité n’est plus visible.")).toBeVisible();
    await visitor.goto("/intervenants/actualites");
    await expect(article(visitor, title)).toHaveCount(0);
    await elsewhere.close();
  });

  test("AD-07 scheduled for a day and an hour; a moment already past is refused beside its field", async ({ page, context }) => {
    await administrator(context);
    const sql = await siteDatabase();
    const title = `Programmée ${aWord()}`;
    const body = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Bientôt." }] }] };
    const [item] = await sql<{ id: string }[]>`
      insert into news_items (title, summary, body) values (${title}, 'Bientôt.', ${sql.json(body)}) returning id`;
    await page.goto(`/gestion/actualites/${item?.id ?? ""}`);
    await page.getByText("Publier plus tard").click();
    await page.getByRole("textbox", { name: "Heure (Paris)" }).fill("8h30");
    const day = page.getByRole("group", { name: "Jour de la publication" }).first();
    await day.getByRole("spinbutton").first().click();
    await page.keyboard.type("01012020");
    await page.getByRole("button", { name: "Programmer la publication" }).click();
    await expect(page.getByRole("link", { name: /déjà passé/u })).toBeVisible();
    await day.getByRole("spinbutton").first().click();
    await page.keyboard.type("01022036");
    await page.getByRole("button", { name: "Programmer la publication" }).click();
    await expect(page.getByText("La publication est programmée.")).toBeVisible();
    await expect(page.getByText("Paraîtra le 01/02/2036 à 08:30")).toBeVisible();
    await page.goto("/intervenants/actualites");
    await expect(article(page, title)).toHaveCount(0);
  });

  test("AD-07 two people edit one item: the second is told, and keeps what was typed", async ({ page, context, browser }) => {
    await administrator(context);
    const other = await browser.newContext();
    await administrator(other);
    const sql = await siteDatabase();
    const body = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Avant." }] }] };
    const [item] = await sql<{ id: string }[]>`
      insert into news_items (title, summary, body) values (${aWord()}, 'À deux.', ${sql.json(body)}) returning id`;
    const edit = `/gestion/actualites/${item?.id ?? ""}/modifier`;
    const theirs = await other.newPage();
    await Promise.all([page.goto(edit), theirs.goto(edit)]);
    await theirs.getByRole("textbox", { name: "Résumé" }).fill("Première.");
    await theirs.getByRole("button", { name: "Enregistrer" }).click();
    await expect(theirs.getByText("L’actualité est enregistrée.")).toBeVisible();
    await expect(page.getByRole("toolbar")).toBeVisible();
    await page.getByRole("textbox", { name: "Texte" }).fill("Mon texte à moi.");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText(/modifiée entre-temps par une autre personne/u)).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Texte" })).toHaveText("Mon texte à moi.");
    await other.close();
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("AD-07 TR-41 the text is written in plain characters, kept after a refusal, and changed again without loss", async ({
      page,
      context,
    }) => {
      await administrator(context);
      await page.goto("/gestion/actualites/nouvelle");
      const typed = "## Un titre\n\nDu **gras**.\n\n- un\n- deux";
      await page.getByLabel(/^Titre/u).fill(aWord());
      await page.getByLabel(/^Texte/u).fill(typed);
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByRole("alert").getByRole("link", { name: /Écrivez un résumé/u })).toBeVisible();
      await expect(page.getByLabel(/^Texte/u)).toHaveValue(typed);
      await page.getByLabel(/^Résumé/u).fill("Sans script.");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByRole("heading", { level: 3, name: "Un titre" })).toBeVisible();
      await expect(page.getByRole("main").locator("strong", { hasText: "gras" })).toBeVisible();
      await page.getByRole("link", { name: "Modifier", exact: true }).click();
      await expect(page.getByLabel(/^Texte/u)).toHaveValue(typed);
      await page.goBack();
      await page.getByRole("button", { name: "Publier tout de suite" }).click();
      await expect(page.getByText("L’actualité est publiée : elle est visible de tous.")).toBeVisible();
    });
  });
});

test("AD-07 EI-03 a new version of a document: prepared, announced for a day, in force, with the one before still to be read", async ({
  page,
  context,
}) => {
  await administrator(context);
  const sql = await siteDatabase();
  const mark = aWord();
  await page.goto("/gestion/documents");
  await page.getByRole("link", { name: "Mentions légales de l’Espace Intervenants" }).click();
  await page.getByRole("button", { name: "Préparer une nouvelle version" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Préparer la version 2" })).toBeVisible();
  await expect(page.getByRole("toolbar")).toBeVisible();
  const text = page.getByRole("textbox", { name: "Texte" });
  await expect(text.getByRole("heading", { name: "Qui les voit" })).toBeVisible();
  await text.press("Control+Home");
  await page.keyboard.type(`${mark} `);
  await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  await page.getByRole("button", { name: "Publier cette version" }).click();
  await expect(page.getByText(/Dites d’abord, dans le brouillon, ce qui change/u)).toBeVisible();
  await page.getByRole("link", { name: "Reprendre le brouillon" }).click();
  await page.getByRole("textbox", { name: "Ce qui change" }).fill("Un mot de plus.");
  await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  await page.getByText("Relire le texte").click();
  await expectNoBarrier(page, "draft");
  await page.goto("/intervenants/documents/mentions-legales");
  await expect(page.getByText("Version 1, en vigueur depuis")).toBeVisible();
  await expect(page.getByText(mark)).toHaveCount(0);

  await page.goto("/gestion/documents/mentions-legales");
  await page.getByRole("button", { name: "Publier cette version" }).click();
  await expect(page.getByText("La version est publiée.")).toBeVisible();
  await page.goto("/intervenants/documents/mentions-legales");
  await expect(page.getByText("Version 2, en vigueur depuis")).toBeVisible();
  await expect(page.getByText(mark)).toBeVisible();
  await expect(page.getByText("Un mot de plus.")).toBeVisible();
  await expectNoBarrier(page, "document");
  await page.getByRole("link", { name: "Version 1", exact: true }).click();
  await expect(page.getByText("Cette version n’est plus en vigueur.")).toBeVisible();
  await expect(page.getByText(mark)).toHaveCount(0);
  await page.getByRole("link", { name: "Lire la version en vigueur" }).click();
  await expect(page.getByText(mark)).toBeVisible();
  const lines = await sql`select 1 from audit_log where action = 'document.publish' and details->>'document' = 'legal_notices'`;
  expect(lines).toHaveLength(1);
});

test("EI-03 a document or a version that does not exist answers so; printed, a document has neither menu nor foot", async ({ page }) => {
  for (const at of ["x", "charte-des-intervenants?version=99", "charte-des-intervenants?version=1e0", "constructor"])
    expect((await page.goto(`/intervenants/documents/${at}`))?.status(), at).toBe(404);
  await page.goto("/intervenants/documents/charte-des-intervenants");
  await expect(page.getByRole("button", { name: "Imprimer" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1, name: "Charte des intervenants" })).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("contentinfo")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Imprimer" })).toHaveCount(0);
});
