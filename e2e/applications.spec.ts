import type { Page } from "@playwright/test";
import { barriersOn } from "./support/barriers";
import { siteDatabase } from "./support/database";
import { aPerson, enterBackOffice, madePassword, signedIn } from "./support/made-people";
import { anOpenAd, aTrainer, enterTrainers } from "./support/made-trainers";
import { trySignIn } from "./support/people";
import { expect, test } from "./support/test";

async function expectNoBarrier(page: Page): Promise<void> {
  expect(await barriersOn(page), page.url()).toEqual([]);
}

async function aManager(page: Page) {
  const manager = await aPerson({ role: "manager", lastName: "Gérard" });
  await enterBackOffice(manager.id);
  await signedIn(page.context(), manager);
}

test("EI-13 EI-14 AD-05 EI-95 a visitor signs in from an ad and applies; the manager reads why it fits, and does not retain it; the trainer reads why", async ({
  page,
  browser,
}) => {
  const trainer = await aTrainer({ lastName: "Aubry" });
  const ad = await anOpenAd();
  await page.goto(`/intervenants/annonces/${ad.number}`);
  await page.getByRole("link", { name: "Candidater", exact: true }).click();
  await expect(page.getByText("Pour pouvoir postuler à l’annonce vous devez vous authentifier ou vous inscrire")).toBeVisible();
  await expect(page.getByRole("link", { name: "M’inscrire" })).toHaveAttribute("href", `/intervenants/inscription?annonce=${ad.number}`);
  await expectNoBarrier(page);
  await page.getByRole("link", { name: "M’authentifier" }).click();
  await trySignIn(page, trainer.address, madePassword);

  await expect(page.getByRole("heading", { level: 1, name: "Répondre à l’annonce" })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("textbox", { name: "Commentaire" }).fill("x".repeat(2001));
  await expect(page.getByText("1 caractère de trop")).toBeVisible();
  await page.getByRole("textbox", { name: "Commentaire" }).fill("Dix ans de budget communal.");
  await page.getByRole("button", { name: "Envoyer ma candidature" }).click();
  await expect(page.getByText("Votre candidature est envoyée à la structure.")).toBeVisible();
  const mine = page.getByRole("row", { name: ad.title });
  await expect(mine.getByText("Envoyée")).toBeVisible();
  await expectNoBarrier(page);
  await page.goto(`/intervenants/annonces/${ad.number}/candidater`);
  await expect(page.getByText(/Vous avez répondu à cette annonce le/u)).toBeVisible();

  const elsewhere = await browser.newContext();
  const office = await elsewhere.newPage();
  await aManager(office);
  await office.goto(`/gestion/annonces/${ad.id}`);
  await office.getByRole("link", { name: /^Candidatures reçues/u }).click();
  const received = office.getByRole("row", { name: "Camille Aubry" });
  await expect(received.getByText("Dix ans de budget communal.")).toBeVisible();
  await expect(received.getByText("spécialité A3A")).toBeVisible();
  await expect(received.getByText("Grand Est")).toBeVisible();
  await expect(received.getByRole("link", { name: trainer.address })).toBeVisible();
  await expectNoBarrier(office);
  await office.getByRole("checkbox", { name: "Sélectionner la candidature de Camille Aubry" }).check();
  await office.getByRole("radio", { name: /étudiées/u }).check();
  await office.getByRole("button", { name: "Appliquer aux candidatures cochées" }).click();
  await expect(office.getByText("Les candidatures cochées sont marquées comme étudiées.")).toBeVisible();
  await page.goto("/intervenants/candidatures");
  await expect(mine.getByText("Étudiée")).toBeVisible();
  await expect(mine.getByRole("button", { name: /Retirer/u })).toBeHidden();

  await office.getByRole("checkbox", { name: "Sélectionner la candidature de Camille Aubry" }).check();
  await office.getByRole("radio", { name: "Ne pas les retenir" }).check();
  await office.getByRole("button", { name: "Appliquer aux candidatures cochées" }).click();
  await expect(office.getByRole("link", { name: /la personne le lira/u })).toBeVisible();
  await office.getByRole("textbox", { name: "Motif" }).fill("Nous cherchions une personne de Moselle.");
  await office.getByRole("button", { name: "Appliquer aux candidatures cochées" }).click();
  await expect(office.getByText(/Les candidatures cochées ne sont pas retenues/u)).toBeVisible();
  await expect(office.getByRole("checkbox", { name: "Sélectionner la candidature de Camille Aubry" })).not.toBeChecked();
  await page.reload();
  await expect(mine.getByText("Non retenue")).toBeVisible();
  await expect(mine.getByText("Nous cherchions une personne de Moselle.")).toBeVisible();
  await elsewhere.close();
});

test("EI-13 EI-14 without a validated profile the application is kept, leads to the CV, shows as waiting, and can be taken back", async ({
  page,
  context,
}) => {
  const person = await aPerson();
  await enterTrainers(person.id);
  await signedIn(context, person);
  const ad = await anOpenAd();
  await page.goto(`/intervenants/annonces/${ad.number}/candidater`);
  await expect(page.getByText("Votre candidature attendra la validation de votre profil")).toBeVisible();
  await page.getByRole("button", { name: "Garder ma candidature" }).click();
  await expect(page).toHaveURL(/\/intervenants\/cv/u);
  await expect(page.getByText("Votre candidature est gardée.")).toBeVisible();
  const sql = await siteDatabase();
  const [profile] = await sql<{ home: string; origin: string }[]>`
    select s.code as home, p.origin_ad_id as origin from trainer_profiles p join structures s on s.id = p.home_structure_id where account_id = ${person.id}`;
  expect(profile).toEqual({ home: "054", origin: ad.id });

  await page.goto("/intervenants/candidatures");
  const mine = page.getByRole("row", { name: ad.title });
  await expect(mine.getByText("En attente", { exact: true })).toBeVisible();
  await expect(mine.getByText("de la validation de votre profil")).toBeVisible();
  await mine.getByRole("button", { name: /Retirer/u }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Retirer" }).click();
  await expect(page.getByText(/Votre candidature est retirée/u)).toBeVisible();
  await expect(mine.getByText("Retirée")).toBeVisible();
  await page.goto(`/intervenants/annonces/${ad.number}/candidater`);
  await expect(page.getByRole("button", { name: "Garder ma candidature" })).toBeVisible();
});

test("EI-96 a manager invites two people, one of whom has answered already, then closes the ad with a word to all", async ({
  page,
  browser,
}) => {
  const [asked, applied] = [await aTrainer({ lastName: "Barbier" }), await aTrainer({ lastName: "Caron" })];
  const ad = await anOpenAd();
  const sql = await siteDatabase();
  await sql`insert into ad_applications (ad_id, profile_id, state, applied_at, sent_at, last_action_at) values (${ad.id}, ${applied.profileId}, 'sent', now(), now(), now())`;
  await aManager(page);
  await page.goto(`/gestion/intervenants/inviter?ids=${asked.profileId}.${applied.profileId}`);
  await expect(page.getByText("Camille Barbier")).toBeVisible();
  await page.getByRole("combobox", { name: "Annonce ouverte" }).selectOption({ label: `N° ${ad.number} ${ad.title}` });
  await page.getByRole("button", { name: "Choisir cette annonce" }).click();
  await expect(page.getByText("a déjà répondu à cette annonce")).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("textbox", { name: "Message" }).fill("Votre parcours nous intéresse.");
  await page.getByRole("button", { name: "Inviter 1 personne" }).click();
  await expect(page.getByText("1 invitation envoyée.")).toBeVisible();
  await expect(page.getByText("Camille Caron : a déjà répondu à cette annonce.")).toBeVisible();

  const elsewhere = await browser.newContext();
  await signedIn(elsewhere, asked);
  const trainer = await elsewhere.newPage();
  await trainer.goto("/intervenants/candidatures");
  await expect(trainer.getByText("Votre parcours nous intéresse.")).toBeVisible();
  await expect(trainer.getByRole("link", { name: ad.title })).toBeVisible();
  await elsewhere.close();

  await page.goto(`/gestion/annonces/${ad.id}`);
  await page.getByText("Clôturer l’annonce").first().click();
  await page.getByRole("textbox", { name: "Motif" }).fill("Un intervenant est retenu.");
  await expect(page.getByRole("checkbox", { name: "Prévenir tous les candidats" })).toBeChecked();
  await page.getByRole("button", { name: "Clôturer l’annonce" }).click();
  await expect(page.getByText(/les personnes qui attendaient une réponse reçoivent un courriel/u)).toBeVisible();
  const [told] = await sql<{ state: string; reason: string }[]>`select state, reason from ad_applications where ad_id = ${ad.id}`;
  expect(told).toEqual({ state: "not_retained", reason: "Un intervenant est retenu." });
});

test("AD-05 TR-21 a manager joins a file to an ad; a visitor takes it as a download that runs nothing", async ({ page, browser }) => {
  const ad = await anOpenAd();
  await aManager(page);
  await page.goto(`/gestion/annonces/${ad.id}`);
  await page
    .getByLabel("Joindre un fichier")
    .setInputFiles({ name: "programme.txt", mimeType: "text/plain", buffer: Buffer.from("Le programme des deux jours.") });
  await expect(page.getByRole("link", { name: "programme.txt" })).toBeVisible();
  await expectNoBarrier(page);

  const elsewhere = await browser.newContext();
  const visitor = await elsewhere.newPage();
  await visitor.goto(`/intervenants/annonces/${ad.number}`);
  const [download] = await Promise.all([visitor.waitForEvent("download"), visitor.getByRole("link", { name: "programme.txt" }).click()]);
  expect(download.suggestedFilename()).toBe("programme.txt");
  const answer = await elsewhere.request.get(`/api/annonces/${ad.number}/fichier`);
  expect(await answer.text()).toBe("Le programme des deux jours.");
  expect(answer.headers()).toMatchObject({
    "x-content-type-options": "nosniff",
    "content-disposition": expect.stringContaining("attachment"),
  });
  await elsewhere.close();

  await page.getByRole("button", { name: "Retirer le fichier" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Retirer le fichier" }).click();
  await expect(page.getByLabel("Joindre un fichier")).toBeVisible();
});

test("EI-15 the link of an alert shows what it does; its button stops them, signed out, once for all", async ({ page }) => {
  const trainer = await aTrainer();
  await page.goto(`/intervenants/alertes/${trainer.alertToken}`);
  await expectNoBarrier(page);
  await page.getByRole("button", { name: "Arrêter les alertes" }).click();
  await expect(page.getByText(/Les alertes sont arrêtées/u)).toBeVisible();
  await page.reload();
  await expect(page.getByText("Aucune alerte n’est active pour ce lien.")).toBeVisible();
  const sql = await siteDatabase();
  const [entry] = await sql<{ alerts: string[] }[]>`select alerts from cv_entries where profile_id = ${trainer.profileId}`;
  expect(entry).toEqual({ alerts: [] });
  const nobody = await page.goto("/intervenants/alertes/00000000-0000-4000-8000-000000000000");
  expect(nobody?.status()).toBe(404);
});

test("EI-16 a search of ads is kept under a name, found again, with or without its alert, and removed", async ({ page, context }) => {
  const person = await aPerson();
  await enterTrainers(person.id);
  await signedIn(context, person);
  await page.goto("/intervenants/annonces?specialite=A3&region=44");
  await page.getByRole("link", { name: "Enregistrer cette recherche" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Grand Est" })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("button", { name: "Enregistrer la recherche" }).click();
  await expect(page.getByRole("link", { name: "Donnez un nom à cette recherche." })).toBeVisible();
  await page.getByRole("textbox", { name: "Nom de la recherche" }).fill("Finances en Grand Est");
  await page.getByRole("checkbox", { name: /Recevoir un courriel/u }).check();
  await page.getByRole("button", { name: "Enregistrer la recherche" }).click();
  await expect(page.getByText("La recherche est enregistrée.")).toBeVisible();
  const kept = page.getByRole("row", { name: "Finances en Grand Est" });
  await expect(kept.getByText("Oui, une fois par jour")).toBeVisible();
  await expectNoBarrier(page);
  await kept.getByRole("button", { name: /Arrêter les alertes/u }).click();
  await expect(kept.getByText("Non", { exact: true })).toBeVisible();
  await kept.getByRole("link", { name: "Finances en Grand Est" }).click();
  await expect(page).toHaveURL(/annonces\?specialite=A3&region=44$/u);
  await page.goBack();
  await kept.getByRole("button", { name: /Supprimer/u }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Supprimer" }).click();
  await expect(page.getByText("La recherche est supprimée.")).toBeVisible();
  await expect(page.getByText("Vous n’avez enregistré aucune recherche")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("TR-41 EI-14 AD-05 one applies, the manager answers, and the trainer reads it", async ({ page, context }) => {
    const trainer = await aTrainer({ lastName: "Delmas" });
    const ad = await anOpenAd();
    await signedIn(context, trainer);
    await page.goto(`/intervenants/annonces/${ad.number}/candidater`);
    await page.getByRole("textbox", { name: "Commentaire" }).fill("Sans script.");
    await page.getByRole("button", { name: "Envoyer ma candidature" }).click();
    await expect(page.getByText("Votre candidature est envoyée à la structure.")).toBeVisible();

    await aManager(page);
    await page.goto(`/gestion/annonces/${ad.id}/candidatures`);
    await page.getByRole("checkbox", { name: "Sélectionner la candidature de Camille Delmas" }).check();
    await page.getByRole("radio", { name: "Ne pas les retenir" }).check();
    await page.getByRole("textbox", { name: "Motif" }).fill("Une autre personne est retenue.");
    await page.getByRole("button", { name: "Appliquer aux candidatures cochées" }).click();
    await expect(page.getByText(/Les candidatures cochées ne sont pas retenues/u)).toBeVisible();

    await signedIn(context, trainer);
    await page.goto("/intervenants/candidatures");
    await expect(page.getByText("Une autre personne est retenue.")).toBeVisible();
  });
});
