import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { siteDatabase } from "./support/database";
import { aPerson, madePassword, openSessionOf, signedIn } from "./support/made-people";
import { trySignIn } from "./support/people";
import { siteUrl } from "./support/site";
import { expect, test } from "./support/test";

/** Puts an application of codes in service, with or without JavaScript; gives the code that proved it and the recovery codes. */
async function setUp(page: Page): Promise<{ used: string; recoveryCodes: readonly string[] }> {
  await page.goto("/compte/securite/application");
  await page.getByRole("button", { name: "J’ai une application, continuer" }).click();
  await expect(page.getByRole("button", { name: "Vérifier et mettre en service" })).toBeVisible();
  const secret = (await page.getByRole("code").innerText()).replace(/\s/gu, "");
  const used = new TOTP({ secret }).generate();
  await page.getByRole("textbox", { name: "Code affiché par l’application" }).fill(used);
  await page.getByRole("button", { name: "Vérifier et mettre en service" }).click();
  const list = page.getByRole("region", { name: "Vos codes de secours" }).getByRole("listitem");
  await expect(list).toHaveCount(10);
  return { used, recoveryCodes: await list.allInnerTexts() };
}

test("MC-12 MC-32 a session left open is asked for the password before a factor changes, and comes back to where it was going", async ({
  page,
  context,
}) => {
  const person = await aPerson();
  const { name, value, sessionId } = await openSessionOf(person.id);
  await context.addCookies([{ name, value, url: siteUrl }]);
  const sql = await siteDatabase();
  await sql`update login_sessions set proved_at = now() - interval '16 minutes' where id = ${sessionId}`;
  await page.goto("/compte/securite/application");
  await expect(page.getByRole("heading", { level: 1, name: "Confirmez que c’est bien vous" })).toBeVisible();
  await page.getByRole("textbox", { name: "Mot de passe" }).fill("Pas-le-bon-2026");
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByRole("alert").getByText("Ce mot de passe n’est pas le bon.")).toBeVisible();
  await page.getByRole("textbox", { name: "Mot de passe" }).fill(madePassword);
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Application de codes" })).toBeVisible();
});

test("MC-32 a code already used is refused in words; whoever lost everything reads what to do, and may leave", async ({
  page,
  context,
}) => {
  const person = await aPerson();
  await signedIn(context, person);
  const { used } = await setUp(page);
  await context.clearCookies();
  await page.goto("/compte/connexion");
  await trySignIn(page, person.address, madePassword);
  await page.getByRole("textbox", { name: "Code de votre application" }).fill(used);
  await page.getByRole("button", { name: "Vérifier", exact: true }).click();
  await expect(page.getByRole("alert").getByText("Ce code a déjà servi.")).toBeVisible();
  await page.getByRole("link", { name: "Utiliser un code de secours" }).click();
  await expect(page.getByText(/elle retirera vos seconds facteurs/u)).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByText("Vous êtes déconnecté.")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("MC-32 the application is set up, recovery codes are given and used, errors are shown, no passkey is offered", async ({
    page,
    context,
  }) => {
    const person = await aPerson();
    await signedIn(context, person);
    const { recoveryCodes } = await setUp(page);
    await context.clearCookies();
    await page.goto("/compte/connexion?retour=%2Fcompte%2Fsecurite");
    await expect(page.getByRole("button", { name: /clé d’accès/u })).toHaveCount(0);
    await trySignIn(page, person.address, madePassword);
    await page.getByRole("textbox", { name: "Code de votre application" }).fill("12");
    await page.getByRole("button", { name: "Vérifier", exact: true }).click();
    await expect(page.getByRole("alert").getByText("Le code compte 6 chiffres.")).toBeVisible();
    await page.getByRole("link", { name: "Utiliser un code de secours" }).click();
    await page.getByRole("textbox", { name: "Code de secours" }).fill("00000-00000");
    await page.getByRole("button", { name: "Utiliser ce code" }).click();
    await expect(page.getByRole("alert").getByText(/n’est pas le bon, ou a déjà servi/u)).toBeVisible();
    await page.getByRole("textbox", { name: "Code de secours" }).fill(recoveryCodes[3] ?? "");
    await page.getByRole("button", { name: "Utiliser ce code" }).click();
    await expect(page.getByText("9 codes sur 10")).toBeVisible();
  });
});
