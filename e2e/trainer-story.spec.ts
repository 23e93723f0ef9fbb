import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { siteDatabase } from "./support/database";
import { linkIn, mailsTo, mailTo } from "./support/inbox";
import { aPerson, enterBackOffice, type MadePerson, signedIn } from "./support/made-people";
import { anOpenAd, aTrainer, type MadeAd } from "./support/made-trainers";
import { newAddress, proveHuman, trySignIn } from "./support/people";
import { cronSecret, siteUrl } from "./support/site";
import { expect, test } from "./support/test";

const password = "Tilleul-2026!";

async function anOffice(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: siteUrl, locale: "fr-FR", timezoneId: "Europe/Paris" });
  const manager: MadePerson = await aPerson({ firstName: "Marc", lastName: "Lambert", role: "manager" });
  await enterBackOffice(manager.id);
  await signedIn(context, manager);
  return context.newPage();
}

/** From the ad to an account: the form, its documents, the mail, the first sign-in. */
async function register(page: Page, request: APIRequestContext, ad: MadeAd, address: string, lastName: string): Promise<void> {
  await page.goto(`/intervenants/annonces?q=${ad.number}`);
  await page.getByRole("link", { name: ad.title }).first().click();
  await page.getByRole("link", { name: "Candidater", exact: true }).click();
  await page.getByRole("link", { name: "M’inscrire" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Déposer un CV" })).toBeVisible();
  await page.getByRole("radio", { name: "Madame" }).check();
  await page.getByRole("textbox", { name: "Nom de famille (naissance)" }).fill(lastName);
  await page.getByRole("checkbox", { name: "Identique au nom de famille" }).check();
  await page.getByRole("textbox", { name: "Prénom" }).fill("Hélène");
  await page.getByRole("textbox", { name: "Date de naissance" }).fill("17/09/1985");
  await page.getByRole("textbox", { name: "Adresse e-mail de contact (identifiant de connexion)" }).fill(address);
  await page.getByRole("textbox", { name: "Confirmer l’adresse e-mail de contact" }).fill(address);
  await page.getByLabel(/^Mot de passe/u).fill(password);
  await page.getByLabel(/^Confirmer le mot de passe/u).fill(password);
  await page.getByRole("checkbox", { name: /charte/u }).click();
  await expect(page.getByText("Ouvrez d’abord ce document")).toBeVisible();
  for (const name of [/charte/u, /conditions générales/u, /mentions légales/u]) {
    const opened = page.waitForEvent("popup");
    await page
      .getByRole("group", { name: /Ouvrez chacun/u })
      .getByRole("link", { name })
      .click();
    await (await opened).close();
    await page.getByRole("checkbox", { name }).check();
  }
  await proveHuman(page);
  await page.getByRole("button", { name: "Valider" }).click();
  await expect(page.getByText("Votre inscription a été prise en compte.")).toBeVisible();
  await page.goto(linkIn(await mailTo(request, address, "Inscription sur l’Espace intervenants")));
  await proveHuman(page);
  await page.getByRole("button", { name: "Confirmer" }).click();
  await trySignIn(page, address, password);
}

async function fillIdentification(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "Lieu de naissance (ville)" }).fill("Toulouse");
  await page.getByRole("combobox", { name: "Nationalité" }).selectOption("Française");
  await page.getByRole("textbox", { name: "Numéro et libellé de la voie" }).first().fill("16 avenue Mozart");
  await page.getByRole("textbox", { name: "Code postal" }).first().fill("67000");
  await page
    .getByLabel(/^Localité/u)
    .first()
    .fill("Strasbourg");
  await page.getByRole("textbox", { name: "Téléphone personnel" }).fill("06 12 34 56 78");
  await page.getByRole("combobox", { name: "Statut professionnel" }).selectOption("Sans (sans activité ou retraité)");
  await page.getByRole("radio", { name: "À la retraite" }).check();
  await page.getByRole("checkbox", { name: "Grand Est" }).check();
  await page.getByRole("button", { name: "Enregistrer et passer à la page suivante" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mon CV : mon parcours" })).toBeVisible();
}

async function fillParcours(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Ajouter une spécialité" }).click();
  await page.getByRole("combobox", { name: "Spécialité", exact: true }).selectOption("Finances");
  await page.getByRole("combobox", { name: "Sous-spécialité" }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Enregistrer et revenir à mon parcours" }).click();
  await page.getByRole("button", { name: "Ajouter une expérience professionnelle" }).click();
  await page.getByRole("textbox", { name: "Employeur" }).fill("Commune de Sélestat");
  await page.getByRole("textbox", { name: "Fonction" }).fill("Directrice financière");
  await page.getByRole("textbox", { name: "Période" }).fill("2005-2025");
  await page.getByRole("button", { name: "Enregistrer et revenir à mon parcours" }).click();
  await expect(page.getByText("Commune de Sélestat")).toBeVisible();
  await page
    .getByRole("group", { name: /Avez-vous déjà réalisé/u })
    .getByRole("radio", { name: "Non" })
    .check();
  await page.getByRole("textbox", { name: /^Votre motivation/u }).fill("Transmettre vingt ans de métier.");
  await page.getByRole("checkbox", { name: "Si la ou les spécialités me concernent" }).check();
  await expect(page.getByText(/^Enregistré à \d{2}:\d{2}$/u)).toBeVisible();
}

async function publishAnotherAd(office: Page, title: string): Promise<void> {
  await office.goto("/gestion/annonces/nouvelle");
  await office.getByRole("textbox", { name: "Titre" }).fill(title);
  await office.getByRole("textbox", { name: "Description" }).fill("Deux jours.");
  await office.getByRole("textbox", { name: "Profil recherché" }).fill("Une personne du métier.");
  await office.getByText("Finances", { exact: true }).click();
  await office.getByRole("checkbox", { name: /Finances \(toute/u }).check();
  await office.getByRole("textbox", { name: "Date limite de réponse" }).fill("31/01/2030");
  await office.getByRole("button", { name: "Enregistrer" }).click();
  await office.getByRole("button", { name: "Publier l’annonce" }).click();
  await expect(office.getByText("L’annonce est publiée")).toBeVisible();
}

test("EI-13 EI-15 EI-20 EI-21 EI-32 EI-41 EI-42 AD-02 the whole story: from a public ad to a validated trainer whose application leaves by itself, and who is told of the next ad", async ({
  page,
  browser,
  request,
}) => {
  test.slow();
  const ad = await anOpenAd();
  const [address, lastName] = [
    newAddress("helene"),
    `Zimmer${Math.floor(Math.random() * 1e6)}`.replace(/\d/gu, (digit) => "abcdefghij".charAt(Number(digit))),
  ];

  // A visitor finds the ad, registers from it, and says why she would fit.
  await register(page, request, ad, address, lastName);
  await expect(page.getByRole("heading", { level: 1, name: "Répondre à l’annonce" })).toBeVisible();
  await page.getByRole("textbox", { name: "Commentaire" }).fill("Vingt ans de budget communal.");
  await page.getByRole("button", { name: /candidature/u }).click();
  await expect(page).toHaveURL(/\/intervenants\/cv/u);

  // The CV, begun on one device, ended on another.
  await page.goto("/intervenants/cv/identification");
  await expect(page.getByRole("combobox", { name: "Structure de rattachement" })).toBeDisabled();
  await fillIdentification(page);
  const phone = await browser.newContext({ baseURL: siteUrl, locale: "fr-FR", viewport: { width: 360, height: 740 } });
  const onPhone = await phone.newPage();
  await onPhone.goto("/compte/connexion?retour=/intervenants/cv/parcours");
  await trySignIn(onPhone, address, password);
  await expect(onPhone.getByRole("heading", { level: 1, name: "Mon CV : mon parcours" })).toBeVisible();
  await fillParcours(onPhone);
  await onPhone.getByRole("button", { name: "Enregistrer et transmettre ma demande d’inscription" }).click();
  await expect(onPhone.getByText("Votre dossier a bien été transmis.")).toBeVisible();
  await page.goto("/intervenants/cv/identification");
  await expect(page.getByText("Votre dossier a bien été transmis.")).toBeVisible();

  // The manager of the ad's structure asks for more, then validates.
  const office = await anOffice(browser);
  await office.goto(`/gestion/intervenants/demandes?q=${lastName}`);
  await office
    .getByRole("link", { name: `${lastName} Hélène` })
    .first()
    .click();
  await office.getByLabel(/^Remarque.*Expériences professionnelles/u).fill("Précisez vos missions, s’il vous plaît.");
  await office.getByRole("button", { name: "Demander des compléments…" }).click();
  await office.getByRole("button", { name: "Envoyer la demande de compléments" }).click();
  await expect(office.getByText("Les compléments sont demandés")).toBeVisible();
  await mailTo(request, address, "à compléter");

  await page.goto("/intervenants/cv");
  await expect(page.getByText("Précisez vos missions, s’il vous plaît.")).toBeVisible();
  await page.getByRole("link", { name: "Expériences professionnelles" }).first().click();
  await page.getByRole("link", { name: "Modifier Commune de Sélestat" }).click();
  await page.getByRole("textbox", { name: "Missions" }).fill("Budget, comptabilité, marchés publics.");
  await page.getByRole("button", { name: "Enregistrer et revenir à mon parcours" }).click();
  await page.getByRole("button", { name: "Enregistrer et transmettre ma demande d’inscription" }).click();
  await expect(page.getByText("Votre dossier a bien été transmis.")).toBeVisible();

  await office.goto(`/gestion/intervenants/demandes?q=${lastName}`);
  await office
    .getByRole("link", { name: `${lastName} Hélène` })
    .first()
    .click();
  await expect(office.getByText("Budget, comptabilité, marchés publics.")).toBeVisible();
  await office.getByRole("button", { name: "Valider…" }).click();
  await office.getByRole("button", { name: "Valider la demande" }).click();
  await expect(office.getByRole("status").filter({ hasText: "La demande est validée" })).toBeVisible();
  await mailTo(request, address, "est validée");

  // The application went out by itself.
  await page.goto("/intervenants/candidatures");
  await expect(page.getByRole("row", { name: ad.title }).getByText("Envoyée")).toBeVisible();
  await office.goto(`/gestion/annonces/${ad.id}`);
  await office.getByRole("link", { name: /^Candidatures reçues/u }).click();
  await expect(office.getByRole("row", { name: `Hélène ${lastName}` }).getByText("Vingt ans de budget communal.")).toBeVisible();

  // Another ad: exactly the right people get one mail.
  const elsewhere = await aTrainer({ lastName: "Autre" });
  const sql = await siteDatabase();
  await sql`update cv_entries set facets = ${["s:B7", "r:11"]}, specialty_codes = ${["B7"]}, sub_specialty_codes = '{}', region_codes = ${["11"]}, alerts = ${["both"]} where profile_id = ${elsewhere.profileId}`;
  const title = `Élaborer un budget avec ${lastName}`;
  await publishAnotherAd(office, title);
  const authorization = `Bearer ${cronSecret}`;
  for (const _twice of [1, 2]) await request.post("/api/cron/queue-ad-alerts", { headers: { authorization } });
  await mailTo(request, address, title);
  expect((await mailsTo(request, address)).filter(({ subject }) => subject.includes(title))).toHaveLength(1);
  expect((await mailsTo(request, elsewhere.address)).filter(({ subject }) => subject.includes(title))).toEqual([]);
  await phone.close();
  await office.context().close();
});
