import type { Page } from "@playwright/test";
import { linkIn, mailsTo, mailTo } from "./support/inbox";
import { aPerson, madePassword, signedIn } from "./support/made-people";
import { newAddress, proveHuman, signIn } from "./support/people";
import { expect, test } from "./support/test";

const sent = "Un courriel vient d’être envoyé. Ouvrez le lien qu’il contient pour confirmer l’adresse.";
const addressPage = (page: Page) => page.getByRole("main");

async function askFor(page: Page, way: string, label: string, address: string): Promise<void> {
  await page.goto("/compte/adresses");
  await page.getByRole("link", { name: way }).click();
  await page.getByRole("textbox", { name: label }).fill(address);
  await page.getByLabel(/^Mot de passe actuel/u).fill(madePassword);
  await page.getByRole("button", { name: "Envoyer le lien de confirmation" }).click();
}
const askForSecondary = (page: Page, address: string) => askFor(page, "Ajouter un courriel secondaire", "Courriel secondaire", address);
const askForMain = (page: Page, address: string) => askFor(page, "Changer d’adresse principale", "Nouvelle adresse principale", address);

async function confirm(page: Page, link: string, button = "Confirmer"): Promise<void> {
  await page.goto(link);
  await proveHuman(page);
  await page.getByRole("button", { name: button }).click();
}

test("MC-21 a secondary address counts once proved by its own link; both are told of what follows", async ({ page, context, request }) => {
  const person = await aPerson();
  const secondary = newAddress("perso");
  await signedIn(context, person);
  await askForSecondary(page, secondary);
  await expect(page.getByText(sent)).toBeVisible();
  await expect(page.getByText(`En attente de confirmation : ${secondary}`)).toBeVisible();
  await expect(page.getByText("Aucun pour le moment.")).toBeVisible();
  expect(await mailsTo(request, person.address)).toEqual([]);

  await confirm(page, linkIn(await mailTo(request, secondary, "Confirmez votre courriel secondaire")));
  await expect(page.getByText("Votre courriel secondaire est confirmé.")).toBeVisible();
  await expect(addressPage(page).getByText(secondary, { exact: true })).toBeVisible();
  expect((await mailTo(request, person.address, "Un courriel secondaire a été ajouté")).text).toContain(secondary);

  await page.getByRole("button", { name: `Retirer ${secondary}` }).click();
  await page.getByRole("alertdialog", { name: "Retirer le courriel secondaire ?" }).getByRole("button", { name: "Retirer" }).click();
  await expect(page.getByText("Aucun pour le moment.")).toBeVisible();
  await mailTo(request, person.address, "Votre courriel secondaire a été retiré");
  await mailTo(request, secondary, "Cette adresse n’est plus liée à votre compte");
});

test("MC-21 the wrong password or one’s own address changes nothing, and an asked address can be given up", async ({
  page,
  context,
  request,
}) => {
  const person = await aPerson();
  const secondary = newAddress("perso");
  await signedIn(context, person);
  await askForSecondary(page, person.address);
  await expect(page.getByText("C’est votre adresse principale : indiquez-en une autre.").first()).toBeVisible();
  await page.getByRole("textbox", { name: "Courriel secondaire" }).fill(secondary);
  await page.getByLabel(/^Mot de passe actuel/u).fill("Pas-le-bon-2026!");
  await page.getByRole("button", { name: "Envoyer le lien de confirmation" }).click();
  await expect(page.getByLabel(/^Mot de passe actuel/u)).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel(/^Mot de passe actuel/u).fill(madePassword);
  await page.getByRole("button", { name: "Envoyer le lien de confirmation" }).click();
  const link = linkIn(await mailTo(request, secondary, "Confirmez votre courriel secondaire"));
  await page.getByRole("button", { name: `Annuler la demande pour ${secondary}` }).click();
  await expect(page.getByText(`En attente de confirmation : ${secondary}`)).toBeHidden();
  await page.goto(link);
  await expect(page.getByText("Ce lien ne fonctionne plus : la demande a été annulée")).toBeVisible();
});

test("MC-22 the main address changes only when the new one is confirmed; the old one is told and undoes it: everybody is out and a new password is chosen", async ({
  page,
  context,
  browser,
  request,
}) => {
  const person = await aPerson();
  const fresh = newAddress("nouvelle");
  await signedIn(context, person);
  await askForMain(page, fresh);
  await expect(page.getByText(sent)).toBeVisible();
  await expect(addressPage(page).getByText(person.address, { exact: true })).toBeVisible();
  await confirm(page, linkIn(await mailTo(request, fresh, "Confirmez votre nouvelle adresse")));
  await expect(page.getByText("Votre nouvelle adresse principale est confirmée.")).toBeVisible();
  await expect(addressPage(page).getByText(fresh, { exact: true })).toBeVisible();

  const notice = await mailTo(request, person.address, "L’adresse de votre compte a changé");
  expect(notice.text).toContain(fresh);
  const owner = await browser.newContext();
  const mailbox = await owner.newPage();
  await confirm(mailbox, linkIn(notice), "Annuler le changement");
  await expect(mailbox.getByText("Votre adresse est rétablie.")).toBeVisible();
  await page.goto("/compte/adresses");
  await expect(page.getByRole("heading", { level: 1, name: "Se connecter" })).toBeVisible();

  await mailbox.getByLabel(/^Nouveau mot de passe/u).fill("Chataigne-2027!");
  await mailbox.getByLabel(/^Confirmation/u).fill("Chataigne-2027!");
  await proveHuman(mailbox);
  await mailbox.getByRole("button", { name: "Enregistrer le mot de passe" }).click();
  await expect(mailbox.getByText("Vos changements ont été enregistrés.")).toBeVisible();
  await signIn(mailbox, person.address, "Chataigne-2027!");
  await mailTo(request, fresh, "Cette adresse n’est plus liée à votre compte");
  await owner.close();
});

test("MC-22 an address that belongs to somebody else: the same screen, and its owner is told", async ({ page, context, request }) => {
  const [person, owner] = [await aPerson(), await aPerson({ firstName: "Dominique" })];
  await signedIn(context, person);
  await askForMain(page, owner.address);
  await expect(page.getByText(sent)).toBeVisible();
  await expect(page.getByText(`En attente de confirmation : ${owner.address}`)).toBeVisible();
  expect((await mailTo(request, owner.address, "Votre adresse a été demandée pour un autre compte")).text).not.toContain("/compte/lien/");
  await signIn(page, owner.address, madePassword);
});
