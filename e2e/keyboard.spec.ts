import type { Page } from "@playwright/test";
import { linkIn, mailTo } from "./support/inbox";
import { tabTo, type } from "./support/keyboard";
import { aPerson } from "./support/made-people";
import { newAddress } from "./support/people";
import { expect, test } from "./support/test";

const password = "Tilleul-2026!";

async function tickRobot(page: Page): Promise<void> {
  await tabTo(page, "checkbox", /robot/u);
  await page.keyboard.press("Space");
  await expect(page.getByText("Vérification réussie")).toBeVisible({ timeout: 20_000 });
}

test("TR-40 keyboard alone: from registration to the first sign-in", async ({ page, request }) => {
  const address = newAddress("clavier");
  await page.goto("/compte/inscription");
  await page.waitForLoadState("networkidle");
  await tabTo(page, "radio", /^Mme/u);
  await page.keyboard.press("Space");
  await type(page, /^Prénom/u, "Camille");
  await type(page, /^Nom/u, "Fleur");
  await type(page, /^Courriel/u, address);
  await type(page, /^Mot de passe/u, password);
  await type(page, /^Confirmation/u, password);
  await tickRobot(page);
  await tabTo(page, "button", /M’inscrire/u);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Votre inscription a été prise en compte.")).toBeVisible();

  await page.goto(linkIn(await mailTo(request, address, "Confirmation de votre inscription")));
  await page.waitForLoadState("networkidle");
  await tickRobot(page);
  await type(page, /Tapez OUI/u, "oui");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Votre inscription a été validée")).toBeVisible();
  await type(page, /^Mot de passe/u, password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Bonjour Camille" })).toBeVisible();
});

test("TR-40 MC-20 keyboard alone: a forgotten password", async ({ page, request }) => {
  const person = await aPerson({ firstName: "Dominique" });
  await page.goto("/compte/mot-de-passe-oublie");
  await page.waitForLoadState("networkidle");
  await type(page, /^(?:Courriel|Adresse)/u, person.address);
  await tickRobot(page);
  await page.keyboard.press("Enter");
  await page.goto(linkIn(await mailTo(request, person.address, "nouveau mot de passe")));
  await page.waitForLoadState("networkidle");
  await type(page, /^(?:Nouveau mot de passe|Mot de passe)/u, "Chataigne-2027!");
  await type(page, /^Confirmation/u, "Chataigne-2027!");
  await tickRobot(page);
  await type(page, /Tapez OUI/u, "oui");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Vos changements ont été enregistrés.")).toBeVisible();
  await type(page, /^Mot de passe/u, "Chataigne-2027!");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Bonjour Dominique" })).toBeVisible();
});
