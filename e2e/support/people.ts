import { expect, type Page } from "@playwright/test";

export const demonstrationPassword = "Demonstration-2026!";

let count = 0;
/** An address nobody else uses in this run. */
export const newAddress = (name = "camille") => `${name}.${process.pid}.${Date.now().toString(36)}${(count += 1)}@exemple.fr`;

/** Fills the fields common to both sign-up forms, but for the box "Je ne suis pas un robot". */
export async function fillSignUp(page: Page, address: string, password: string): Promise<void> {
  await page.getByRole("radio", { name: "Mme" }).check();
  await page.getByRole("textbox", { name: "Prénom", exact: true }).fill("Camille");
  await page.getByRole("textbox", { name: "Nom", exact: true }).fill("Fleur");
  await page.getByRole("textbox", { name: "Courriel", exact: true }).fill(address);
  await page.getByLabel(/^Mot de passe/u).fill(password);
  await page.getByLabel(/^Confirmation(?! du courriel)/u).fill(password);
}

/** Types address and password on the sign-in page shown, and presses the button. */
export async function trySignIn(page: Page, address: string, password: string): Promise<void> {
  await page.getByLabel(/^Courriel/u).fill(address);
  await page.getByLabel(/^Mot de passe/u).fill(password);
  await page.getByRole("button", { name: "Connexion", exact: true }).click();
}

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, address: string, password = demonstrationPassword): Promise<void> {
  await page.goto("/compte/connexion");
  await trySignIn(page, address, password);
  await expect(page.getByRole("heading", { level: 1, name: /^Bonjour/u })).toBeVisible();
}

/** Ticks "Je ne suis pas un robot" and waits for the check to succeed. */
export async function proveHuman(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: /Je ne suis pas un robot/u }).check();
  await expect(page.getByText("Vérification réussie")).toBeAttached({ timeout: 20_000 });
}
