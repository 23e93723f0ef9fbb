import type { Page } from "@playwright/test";
import { codeIn, linkIn, mailTo } from "../support/inbox";
import { aPerson, enterBackOffice, signedIn } from "../support/made-people";
import { anOpenAd } from "../support/made-trainers";
import { newAddress, trySignIn } from "../support/people";
import { expect, test } from "../support/test";

test.use({ javaScriptEnabled: false });

const password = "Tilleul-2026!";

/** Without scripts the box is judged by the age of the form: too quick a post is refused, with everything typed kept. */
async function postUntilOldEnough(page: Page, button: string, done: RegExp) {
  await expect(async () => {
    if (await page.getByText(done).first().isVisible()) return;
    await page.getByRole("checkbox", { name: /Je ne suis pas un robot/u }).check();
    const secret = page.getByLabel(/^(?:Mot de passe|Nouveau mot de passe)/u).first();
    if (await secret.isVisible()) {
      await secret.fill(password);
      await page.getByLabel(/^(?:Confirmation|Confirmer le mot de passe)/u).fill(password);
    }
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByText(done).first()).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 30_000, intervals: [1000, 2500, 3000] });
}

test("TR-41 without JavaScript: register, confirm with link and code, sign in, sign out", async ({ page, request }) => {
  const address = newAddress("sans-script");
  await page.goto("/compte/inscription");
  await page.getByRole("radio", { name: "Mme" }).check();
  await page.getByLabel(/^Prénom/u).fill("Camille");
  await page.getByLabel(/^Nom/u).fill("Fleur");
  await page.getByLabel(/^Courriel/u).fill(address);
  await postUntilOldEnough(page, "M’inscrire", /Votre inscription a été prise en compte/u);

  const mail = await mailTo(request, address, "Confirmation de votre inscription");
  await page.goto(linkIn(mail));
  await page.getByLabel(/Code à 8 chiffres/u).fill(codeIn(mail));
  await postUntilOldEnough(page, "Confirmer", /Votre inscription a été validée/u);

  await page.getByLabel(/^Mot de passe/u).fill(password);
  await page.getByRole("button", { name: "Connexion" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bonjour Camille" })).toBeVisible();

  await page.getByText("Camille Fleur").first().click();
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByText("Vous êtes déconnecté.")).toBeVisible();
});

test("TR-41 EI-13 EI-20 EI-21 EI-31 without JavaScript: from an ad to an account of trainer, and the first page of the CV is kept", async ({
  page,
  request,
}) => {
  const [ad, address] = [await anOpenAd(), newAddress("sans-script")];
  // Nobody else may have this name and this day of birth (EI-22).
  const lastName = `Fleur${String(Date.now()).replaceAll(/\d/gu, (digit) => "abcdefghij".charAt(Number(digit)))}`;
  await page.goto(`/intervenants/annonces?q=${ad.number}`);
  await page.getByRole("link", { name: ad.title }).first().click();
  await page.getByRole("link", { name: "Candidater", exact: true }).click();
  await page.getByRole("link", { name: "M’inscrire" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Déposer un CV" })).toBeVisible();
  await page.getByRole("radio", { name: "Madame" }).check();
  await page.getByRole("textbox", { name: "Nom de famille (naissance)" }).fill(lastName);
  await page.getByRole("checkbox", { name: "Identique au nom de famille" }).check();
  await page.getByRole("textbox", { name: "Prénom" }).fill("Camille");
  await page.getByRole("textbox", { name: "Date de naissance" }).fill("17/09/1985");
  await page.getByRole("textbox", { name: /^Adresse e-mail de contact/u }).fill(address);
  await page.getByRole("textbox", { name: /^Confirmer l’adresse/u }).fill(address);
  for (const name of [/charte/u, /conditions générales/u, /mentions légales/u]) await page.getByRole("checkbox", { name }).check();
  await postUntilOldEnough(page, "Valider", /Votre inscription a été prise en compte/u);

  const mail = await mailTo(request, address, "Inscription sur l’Espace intervenants");
  await page.goto(linkIn(mail));
  await page.getByLabel(/Code à 8 chiffres/u).fill(codeIn(mail));
  await postUntilOldEnough(page, "Confirmer", /Votre inscription a été validée/u);
  await trySignIn(page, address, password);
  await expect(page.getByRole("heading", { level: 1, name: "Répondre à l’annonce" })).toBeVisible();
  await page.getByRole("textbox", { name: "Commentaire" }).fill("Vingt ans de budget communal.");
  await page.getByRole("button", { name: /candidature/u }).click();
  await expect(page).toHaveURL(/\/intervenants\/cv/u);

  await page.goto("/intervenants/cv/identification");
  await page.getByRole("textbox", { name: "Lieu de naissance (ville)" }).fill("Toulouse");
  await page.getByRole("checkbox", { name: "Grand Est" }).check();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Vos réponses sont enregistrées.")).toBeVisible();
  await page.goto("/intervenants/cv/identification");
  await expect(page.getByRole("textbox", { name: "Lieu de naissance (ville)" })).toHaveValue("Toulouse");
  await expect(page.getByRole("combobox", { name: "Structure de rattachement" })).toBeDisabled();
});

test("TR-41 without JavaScript: errors are listed at the top with links, beside each field, and what was typed is kept", async ({
  page,
}) => {
  await page.goto("/compte/inscription");
  await page.getByLabel(/^Prénom/u).fill("Camille");
  await page.getByLabel(/^Courriel/u).fill("pas une adresse");
  await page.getByRole("button", { name: "M’inscrire" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /Indiquez votre nom/u })).toBeVisible();
  await expect(page).toHaveTitle(/^Erreur – /u);
  await expect(page.getByRole("alert").getByRole("link", { name: /Indiquez une adresse complète/u })).toBeVisible();
  await expect(page.getByLabel(/^Prénom/u)).toHaveValue("Camille");
  await expect(page.getByLabel(/^Courriel/u)).toHaveValue("pas une adresse");
  await expect(page.getByLabel(/^Courriel/u)).toHaveAttribute("aria-invalid", "true");
});

for (const path of [
  "/",
  "/compte/connexion",
  "/compte/inscription",
  "/compte/inscription?application=formadist",
  "/compte/mot-de-passe-oublie",
  "/accessibilite",
  "/mentions-legales",
  "/cookies",
  "/plan-du-site",
  "/plan-d-acces",
  "/intervenants",
  "/intervenants/actualites",
  "/intervenants/authentification",
  "/intervenants/documents/mode-d-emploi",
  "/intervenants/informations",
  "/aide",
]) {
  test(`TR-41 without JavaScript: ${path} shows its content and its way around`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("contentinfo").getByRole("link", { name: "Accessibilité" }).first()).toBeVisible();
  });
}

test("AD-10 TR-41 without JavaScript a role limited to a structure or to an authority is given by typing its name", async ({
  page,
  context,
}) => {
  const administrator = await aPerson({ role: "administrator" });
  await enterBackOffice(administrator.id);
  await signedIn(context, administrator);
  const person = await aPerson();
  await page.goto(`/gestion/personnes/${person.id}`);
  await expect(page).toHaveTitle(/^Une personne/u);
  const give = () => page.getByRole("button", { name: "Donner le rôle" }).click();
  await expect(page.getByRole("textbox", { name: "Structure" })).toBeHidden();
  await page.getByRole("combobox", { name: "Rôle" }).selectOption("Gestionnaire de structure");
  await page.getByRole("textbox", { name: "Structure" }).fill("nulle part");
  await give();
  await expect(page.getByRole("alert").getByRole("link", { name: /Aucune structure en service/u })).toBeVisible();
  await expect(page).toHaveTitle(/^Erreur – Une personne/u);
  await expect(page.getByRole("textbox", { name: "Structure" })).toHaveValue("nulle part");
  await page.getByRole("textbox", { name: "Structure" }).fill("054");
  await give();
  await expect(page.getByText("Rôle donné : Gestionnaire de structure.").first()).toBeVisible();
  await expect(page).toHaveTitle(/^Une personne/u);

  await page.getByRole("combobox", { name: "Rôle" }).selectOption("Agent ou agente de collectivité");
  await page.getByRole("textbox", { name: "Collectivité" }).fill("Cachan");
  await give();
  await expect(page.getByText("Rôle donné : Agent ou agente de collectivité.").first()).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Agent ou agente de collectivité" }).first()).toContainText("Cachan");

  await page.getByText("Bloquer ce compte").first().click();
  await page.getByRole("button", { name: "Bloquer ce compte" }).click();
  await expect(page.getByRole("textbox", { name: "Motif" })).toHaveAttribute("aria-invalid", "true");
});

test("AD-10 TR-41 without JavaScript several people are acted on, and each answer is shown", async ({ page, context }) => {
  const administrator = await aPerson({ role: "administrator" });
  await enterBackOffice(administrator.id);
  await signedIn(context, administrator);
  const lastName = `Sansjs${Date.now().toString(36).replaceAll(/\d/gu, "k")}`;
  for (const firstName of ["Ana", "Bruno"]) await aPerson({ firstName, lastName });
  await page.goto(`/gestion/personnes?q=${lastName}`);
  for (const box of await page.getByRole("checkbox", { name: /^Sélectionner/u }).all()) await box.check();
  await page.getByRole("button", { name: "Agir sur la sélection" }).click();
  await expect(page.getByRole("textbox", { name: "Motif du blocage" })).toBeHidden();
  await page.getByRole("radio", { name: "Bloquer leurs comptes", exact: true }).check();
  await page.getByRole("textbox", { name: "Motif du blocage" }).fill("Sans script");
  await page.getByRole("button", { name: "Agir sur ces 2 personnes" }).click();
  await expect(page.getByText("Fait pour 2 personnes.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Résultat pour chaque personne" }).getByText("Compte bloqué.")).toHaveCount(2);
});
