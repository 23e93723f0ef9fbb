import type { Page } from "@playwright/test";
import { codeIn, linkIn, mailTo } from "../support/inbox";
import { aPerson, enterBackOffice, signedIn } from "../support/made-people";
import { newAddress } from "../support/people";
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
      await page.getByLabel(/^Confirmation/u).fill(password);
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
