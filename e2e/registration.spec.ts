import type { APIRequestContext, Page } from "@playwright/test";
import { siteDatabase } from "./support/database";
import { codeIn, linkIn, mailsTo, mailTo } from "./support/inbox";
import { aPerson } from "./support/made-people";
import { fillSignUp, newAddress, proveHuman } from "./support/people";
import { expect, test } from "./support/test";

const password = "Tilleul-2026!";
const sent = "Votre inscription a été prise en compte.";
const activated = "Votre inscription a été validée, vous pouvez maintenant vous connecter.";

async function signUp(page: Page, address: string): Promise<void> {
  await page.goto("/compte/inscription");
  await fillSignUp(page, address, password);
  await proveHuman(page);
  await page.getByRole("button", { name: "M’inscrire" }).click();
  await expect(page.getByText(sent)).toBeVisible();
}

const confirmationOf = (request: APIRequestContext, address: string) =>
  mailTo(request, address, "Mon Compte CNFPT - Confirmation de votre inscription");

async function confirm(page: Page): Promise<void> {
  await proveHuman(page);
  await page.getByRole("button", { name: "Confirmer" }).click();
}

test("MC-01 MC-04 MC-05 MC-06 MC-10 MC-15 a visitor registers, confirms with the mailed link, signs in and lands on the launcher", async ({
  page,
  request,
}) => {
  const address = newAddress();
  await signUp(page, address);
  const mail = await confirmationOf(request, address);
  expect(codeIn(mail)).toMatch(/^\d{8}$/u);
  await page.goto(linkIn(mail));
  await expect(page.getByText(address)).toBeVisible();
  await confirm(page);
  await expect(page.getByText(activated)).toBeVisible();

  await expect(page.getByLabel(/^Courriel/u)).toHaveValue(address);
  await page.getByLabel(/^Mot de passe/u).fill(password);
  await page.getByRole("button", { name: "Connexion", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bonjour Camille" })).toBeVisible();
  await expect(page.getByText("Vous êtes connecté.")).toBeVisible();
});

test("MC-02 MC-05 MC-21 coming from Formadist: more is asked, « Créer » sends its own mail, and the secondary address is proved in its turn", async ({
  page,
  request,
}) => {
  const [address, secondary] = [newAddress(), newAddress("perso")];
  await page.goto("/compte/inscription?application=formadist");
  await expect(page.getByText("Vous pourrez ensuite accéder à Formadist.")).toBeVisible();
  await expect(page.getByText("En cas d’ajout d’un courriel secondaire, tous les messages liés à votre compte")).toBeVisible();
  await fillSignUp(page, address, password);
  await page.getByRole("textbox", { name: "Nom de naissance" }).fill("Dupré");
  await page.getByRole("textbox", { name: "Date de naissance" }).fill("14/07/1985");
  await page.getByRole("textbox", { name: "Confirmation du courriel" }).fill(`autre.${address}`);
  await page.getByRole("textbox", { name: "Courriel secondaire" }).fill(secondary);
  await page.getByRole("textbox", { name: "Téléphone" }).fill("06 12 34 56 78");
  await proveHuman(page);
  await page.getByRole("button", { name: "Créer", exact: true }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Les deux adresses ne sont pas les mêmes." })).toBeVisible();
  await page.getByRole("textbox", { name: "Confirmation du courriel" }).fill(address);
  await page.getByRole("button", { name: "Créer", exact: true }).click();
  await expect(page.getByText(sent)).toBeVisible();

  const mail = await mailTo(request, address, "Confirmation de l’inscription");
  expect(mail.text).toMatch(/Votre compte donne accès à\s*:\s*Mon Compte/u);
  expect(mail.text).toContain("Nous contacter");
  await page.goto(linkIn(mail));
  await confirm(page);
  await expect(page.getByText(activated)).toBeVisible();
  await mailTo(request, secondary, "Confirmez votre courriel secondaire");
});

test("MC-03 the rules of the password tick while one types, the names typed above included", async ({ page }) => {
  await page.goto("/compte/inscription");
  await page.getByRole("textbox", { name: "Prénom", exact: true }).fill("Zoé");
  await page.getByRole("textbox", { name: "Nom", exact: true }).fill("Le Goff");
  const field = page.getByLabel(/^Mot de passe/u);
  const isTicked = (rule: string) => expect(page.getByRole("listitem").filter({ hasText: rule })).toContainText("(respecté)");
  const isNotTicked = (rule: string) => expect(page.getByRole("listitem").filter({ hasText: rule })).not.toContainText("(respecté)");
  const [length, capital, other, names] = [
    "Longueur de 8 caractères minimum",
    "Au moins une majuscule",
    "Au moins un caractère qui n’est pas une lettre",
    "Ne pas contenir votre nom ou prénom",
  ];
  await field.pressSequentially("legoff");
  for (const rule of [length, capital, other, names]) await isNotTicked(rule);
  await field.fill("");
  await field.pressSequentially("tilleul");
  await isTicked(names);
  await isNotTicked(length);
  await field.pressSequentially("s");
  await isTicked(length);
  await isNotTicked(capital);
  await field.pressSequentially("A");
  await isTicked(capital);
  await isNotTicked(other);
  await field.pressSequentially("!");
  await isTicked(other);
  await expect(page.getByText("Toutes les règles sont respectées.")).toBeAttached();
});

test("MC-04 MC-05 an address that has an account: the same screen to the last word, and its owner is told by mail", async ({
  page,
  request,
}) => {
  const owner = await aPerson({ firstName: "Dominique" });
  const screenFor = async (address: string) => {
    await signUp(page, address);
    await page.getByText("Vous n’avez pas reçu le courriel ?").click();
    await page.getByLabel(/Code à 8 chiffres/u).fill("12345678");
    await page.getByRole("button", { name: "Confirmer" }).click();
    await expect(page.getByText(/Il vous reste 4 essais/u).first()).toBeVisible();
    await expect(page.getByText("Envoi en cours…")).toHaveCount(0);
    return page.getByRole("main").innerText();
  };
  const known = await screenFor(owner.address);
  expect(known).toBe(await screenFor(newAddress()));
  expect(known).not.toContain(owner.address);
  const mail = await mailTo(request, owner.address, "Vous avez déjà un compte");
  expect(mail.text).toContain("Bonjour Dominique");
  await page.goto(linkIn(mail));
  await expect(page.getByRole("heading", { level: 1, name: "Choisir un nouveau mot de passe" })).toBeVisible();
});

test("MC-05 the code of the mail confirms on another device, and wrong codes are counted", async ({ page, request }) => {
  const address = newAddress();
  await signUp(page, address);
  const code = codeIn(await confirmationOf(request, address));
  await page.getByLabel(/Code à 8 chiffres/u).fill(code === "00000000" ? "11111111" : "00000000");
  await page.getByRole("button", { name: "Confirmer" }).click();
  await expect(page.getByText(/Il vous reste 4 essais/u).first()).toBeVisible();
  await page.getByLabel(/Code à 8 chiffres/u).fill(`${code.slice(0, 4)} ${code.slice(4)}`);
  await page.getByRole("button", { name: "Confirmer" }).click();
  await expect(page.getByText(activated)).toBeVisible();
});

test("MC-07 too late: the link says that its time is over, and one registers anew without typing the address again", async ({
  page,
  request,
}) => {
  const address = newAddress();
  await signUp(page, address);
  const link = linkIn(await confirmationOf(request, address));
  const sql = await siteDatabase();
  await sql`update mailed_links set expires_at = now() - interval '1 minute' where address = ${address}`;
  await sql`update registration_requests set expires_at = now() - interval '1 minute' where address = ${address}`;
  await page.goto(link);
  await expect(page.getByText("Ce lien n’est plus valable : son délai est passé.")).toBeVisible();
  await expect(page.getByText(`La demande d’inscription de ${address} est annulée`)).toBeVisible();
  await page.getByRole("link", { name: "M’inscrire à nouveau" }).click();
  await expect(page.getByRole("textbox", { name: "Courriel", exact: true })).toHaveValue(address);
  await fillSignUp(page, address, password);
  await proveHuman(page);
  await page.getByRole("button", { name: "M’inscrire" }).click();
  await expect(page.getByText(sent)).toBeVisible();
});

test("MC-06 MC-07 a new mail at once, then after a wait that the page tells; the newer link voids the older one; a used one says so", async ({
  page,
  request,
}) => {
  const address = newAddress();
  await signUp(page, address);
  const waiting = page.url();
  const first = linkIn(await confirmationOf(request, address));
  await page.getByText("Vous n’avez pas reçu le courriel ?").click();
  const again = page.getByRole("button", { name: "Recevoir un nouveau courriel" });
  await again.click();
  await expect(
    page.getByText(
      "Un nouveau courriel vient de partir ; les liens précédents ne fonctionnent plus. Le suivant pourra être demandé dans 1 minute.",
    ),
  ).toBeVisible();
  await again.click();
  await expect(page.getByText(/Vous pourrez demander un nouveau courriel dans (?:1 minute|\d+ secondes?)\./u)).toBeVisible();
  await expect.poll(async () => (await mailsTo(request, address)).length, { timeout: 20_000 }).toBe(2);
  const second = linkIn(await confirmationOf(request, address));
  expect(second).not.toBe(first);

  await page.goto(first);
  await expect(page.getByText("Ce lien ne fonctionne plus : un lien plus récent l’a remplacé.")).toBeVisible();
  await page.getByRole("link", { name: "Recevoir un nouveau lien" }).click();
  await expect(page).toHaveURL(waiting);
  await page.goto(second);
  await confirm(page);
  await expect(page.getByText(activated)).toBeVisible();
  await page.goto(second);
  await expect(page.getByText("Ce lien a déjà été utilisé : il n’est valable qu’une fois.")).toBeVisible();
  await page.getByRole("link", { name: "Se connecter" }).click();
  await expect(page.getByLabel(/^Courriel/u)).toHaveValue(address);
});

test("MC-01 MC-05 a double click on « M’inscrire » makes one request and one mail", async ({ page, request }) => {
  const address = newAddress();
  await page.goto("/compte/inscription");
  await fillSignUp(page, address, password);
  await proveHuman(page);
  const posts: string[] = [];
  page.on("request", (asked) => {
    if (asked.method() === "POST" && asked.url().includes("/compte/inscription")) posts.push(asked.url());
  });
  await page.getByRole("button", { name: "M’inscrire" }).dblclick();
  await expect(page.getByText(sent)).toBeVisible();
  expect(posts).toHaveLength(1);
  await confirmationOf(request, address);
  expect(await mailsTo(request, address)).toHaveLength(1);
});

test("MC-07 back, then again: the second request stands beside the first; the first confirmed wins, the other says that the account is active", async ({
  page,
  request,
}) => {
  const address = newAddress();
  await signUp(page, address);
  const first = linkIn(await confirmationOf(request, address));
  await page.goBack();
  await fillSignUp(page, address, password);
  await proveHuman(page);
  await page.getByRole("button", { name: "M’inscrire" }).click();
  await expect(page.getByText(sent)).toBeVisible();
  await expect.poll(async () => (await mailsTo(request, address)).length, { timeout: 20_000 }).toBe(2);
  const second = linkIn(await confirmationOf(request, address));
  await page.goto(first);
  await confirm(page);
  await expect(page.getByText(activated)).toBeVisible();
  await page.goto(second);
  await expect(page.getByText("Ce lien a déjà été utilisé")).toBeVisible();
  await expect(page.getByText("Votre compte est actif : connectez-vous.")).toBeVisible();
});

test("MC-06 one link open in two tabs confirms once; the second tab says that it has been used", async ({ page, context, request }) => {
  const address = newAddress();
  await signUp(page, address);
  const link = linkIn(await confirmationOf(request, address));
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(link);
    await proveHuman(tab);
  }
  await page.getByRole("button", { name: "Confirmer" }).click();
  await expect(page.getByText(activated)).toBeVisible();
  await other.getByRole("button", { name: "Confirmer" }).click();
  await expect(other.getByText("Ce lien a déjà été utilisé : il n’est valable qu’une fois.").first()).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("MC-03 the server enforces the rules of the password, and does not send it back", async ({ page }) => {
    await page.goto("/compte/inscription");
    await fillSignUp(page, newAddress(), "camille");
    await page.getByRole("checkbox", { name: "Je ne suis pas un robot" }).check();
    await page.getByRole("button", { name: "M’inscrire" }).click();
    const summary = page.getByRole("alert");
    for (const rule of ["longueur de 8 caractères minimum", "au moins une majuscule", "ne pas contenir votre nom ou prénom"]) {
      await expect(summary.getByText(`À respecter : ${rule}`)).toBeVisible();
    }
    await expect(page.getByLabel(/^Mot de passe/u)).toHaveValue("");
    expect(await page.content()).not.toContain('value="camille"');
    await expect(page.getByRole("textbox", { name: "Nom", exact: true })).toHaveValue("Fleur");
  });
});
