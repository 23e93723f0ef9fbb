import type { Page } from "@playwright/test";
import { siteDatabase } from "./support/database";
import { linkIn, mailTo } from "./support/inbox";
import { aLink } from "./support/made-links";
import { aPerson, madePassword, signedIn } from "./support/made-people";
import { newAddress, proveHuman, signIn } from "./support/people";
import { expect, test } from "./support/test";

const subject = "Choisir un nouveau mot de passe";
const chosen = "Chataigne-2027!";

async function ask(page: Page, address: string): Promise<string> {
  await page.goto("/compte/mot-de-passe-oublie");
  await page.getByRole("textbox", { name: "Courriel" }).fill(address);
  await proveHuman(page);
  await page.getByRole("button", { name: "Recevoir le courriel" }).click();
  const answer = page.getByRole("main").getByText("Votre demande est prise en compte").first();
  await expect(answer).toBeVisible();
  return (await answer.textContent()) ?? "";
}

async function choose(page: Page, password: string): Promise<void> {
  await page.getByLabel(/^Nouveau mot de passe/u).fill(password);
  await page.getByLabel(/^Confirmation/u).fill(password);
  await proveHuman(page);
  await page.getByRole("button", { name: "Enregistrer le mot de passe" }).click();
}

test("MC-20 the answer on the screen is the same whether or not the address has an account; each is told the truth by mail", async ({
  page,
  request,
}) => {
  const person = await aPerson();
  const unknown = newAddress("inconnue");
  const answer = await ask(page, person.address);
  expect(answer).toContain("valable 1 heure");
  expect(await ask(page, unknown)).toBe(answer);
  await mailTo(request, person.address, subject);
  expect((await mailTo(request, unknown, "Aucun compte pour cette adresse")).text).not.toContain("/compte/lien/");
});

test("MC-20 MC-23 a newer link voids the older one; an old password is refused without using the link up; the link works once", async ({
  page,
  request,
  browser,
}) => {
  const person = await aPerson();
  const elsewhere = await browser.newContext();
  await signedIn(elsewhere, person);
  const { path: older } = await aLink("reset_password", person);
  await ask(page, person.address);
  const newer = linkIn(await mailTo(request, person.address, subject));

  await page.goto(older);
  await expect(page.getByText("Ce lien ne fonctionne plus : un lien plus récent l’a remplacé.")).toBeVisible();
  await page.goto(newer);
  await choose(page, madePassword);
  await expect(page.getByText("Choisissez un mot de passe différent des 5 derniers.").first()).toBeVisible();
  await choose(page, chosen);
  await expect(page.getByText("Vos changements ont été enregistrés.")).toBeVisible();
  await expect(page.getByLabel(/^Courriel/u)).toHaveValue(person.address);

  const open = await elsewhere.newPage();
  await open.goto("/compte");
  await expect(open.getByRole("heading", { level: 1, name: "Se connecter" })).toBeVisible();
  await elsewhere.close();
  await page.goto(newer);
  await expect(page.getByText("Ce lien a déjà été utilisé : il n’est valable qu’une fois.")).toBeVisible();
  await signIn(page, person.address, chosen);
});

test("MC-20 a link older than one hour says so and leads to a new one, the address kept", async ({ page }) => {
  const person = await aPerson();
  const { path } = await aLink("reset_password", person);
  const sql = await siteDatabase();
  await sql`update mailed_links set expires_at = now() - interval '1 minute' where subject_id = ${person.id}`;
  await page.goto(path);
  await expect(page.getByText("Ce lien n’est plus valable : son délai est passé.")).toBeVisible();
  await page.getByRole("link", { name: "Demander un nouveau lien" }).click();
  await expect(page.getByRole("textbox", { name: "Courriel" })).toHaveValue(person.address);
});

test("MC-21 asked from the secondary address, the link goes to both addresses, and so does the notice of the change", async ({
  page,
  request,
}) => {
  const person = await aPerson();
  const secondary = newAddress("perso");
  const sql = await siteDatabase();
  await sql`insert into account_addresses (account_id, kind, address, canonical, proved_at) values (${person.id}, 'secondary', ${secondary}, ${secondary}, now())`;
  await ask(page, secondary);
  const links = [linkIn(await mailTo(request, person.address, subject)), linkIn(await mailTo(request, secondary, subject))];
  expect(links[0]).toBe(links[1]);
  await page.goto(links[0] ?? "");
  await choose(page, chosen);
  await expect(page.getByText("Vos changements ont été enregistrés.")).toBeVisible();
  for (const address of [person.address, secondary]) await mailTo(request, address, "Votre mot de passe a été changé");
});

test("MC-23 signed in, none of the last five passwords is accepted again", async ({ page, context }) => {
  const person = await aPerson();
  await signedIn(context, person);
  await page.goto("/compte/mot-de-passe");
  const change = async (current: string, password: string) => {
    await page.getByLabel(/^Mot de passe actuel/u).fill(current);
    await page.getByLabel(/^Nouveau mot de passe/u).fill(password);
    await page.getByLabel(/^Confirmation/u).fill(password);
    await page.getByRole("button", { name: "Enregistrer" }).click();
  };
  await change(madePassword, chosen);
  await expect(page.getByText("Vos changements ont été enregistrés.")).toBeVisible();
  await change(chosen, madePassword);
  await expect(page.getByText("Choisissez un mot de passe différent des 5 derniers.").first()).toBeVisible();
  await change("Pas-le-bon-2026!", "Noisette-2028!");
  await expect(page.getByLabel(/^Mot de passe actuel/u)).toHaveAttribute("aria-invalid", "true");
});
