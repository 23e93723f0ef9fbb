import type { Page } from "@playwright/test";
import { siteDatabase } from "./support/database";
import { aPerson, madePassword, openSessionOf, signedIn } from "./support/made-people";
import { newAddress, signIn, trySignIn } from "./support/people";
import { expect, test } from "./support/test";

const wrong = "Adresse ou mot de passe incorrect.";
const refusal = (page: Page, words: string | RegExp) => expect(page.getByRole("alert").getByText(words).first()).toBeVisible();
const isSignedOut = (page: Page) => expect(page.getByRole("heading", { level: 1, name: "Se connecter" })).toBeVisible();

/** Sends a form and waits for the server's answer. */
const answered = (page: Page, send: Promise<void>) =>
  Promise.all([page.waitForResponse((response) => response.request().method() === "POST"), send]);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("MC-10 the same words for an unknown address and a wrong password; the address stays, the password does not come back", async ({
      page,
    }) => {
      const { address } = await aPerson();
      const screens: string[] = [];
      await page.goto("/compte/connexion");
      for (const tried of [address, newAddress("inconnue")]) {
        await trySignIn(page, tried, "Pas-le-bon-2026!");
        await refusal(page, wrong);
        await expect(page.getByLabel(/^Courriel/u)).toHaveValue(tried);
        expect(await page.content()).not.toContain("Pas-le-bon-2026!");
        // With JavaScript the field was never sent away: it stays, hidden, to be put right.
        if (!javaScriptEnabled) await expect(page.getByLabel(/^Mot de passe/u)).toHaveValue("");
        screens.push(await page.getByRole("main").innerText());
        await page.goto("/compte/connexion");
      }
      expect(screens[0]).toBe(screens[1]);
    });
  });
}

test("MC-11 after five wrong passwords one is asked to wait, in words, even with the right one; others at the same place are not", async ({
  page,
}) => {
  const [person, neighbour] = [await aPerson(), await aPerson({ firstName: "Dominique" })];
  await page.goto("/compte/connexion");
  for (let time = 0; time < 5; time += 1) {
    await answered(page, trySignIn(page, person.address, `Pas-le-bon-${time}!`));
    await refusal(page, wrong);
  }
  await trySignIn(page, person.address, madePassword);
  await refusal(page, /Trop d’essais ont échoué\. Réessayez dans (?:1 minute|\d+ secondes?)/u);
  await signIn(page, neighbour.address, madePassword);
});

test("MC-12 « Rester connecté » keeps the session 30 days, even when the browser is closed; without it the list says so", async ({
  page,
  context,
}) => {
  const person = await aPerson();
  await page.goto("/compte/connexion");
  await page.getByRole("checkbox", { name: /Rester connecté 30 jours/u }).check();
  await trySignIn(page, person.address, madePassword);
  await expect(page.getByRole("heading", { level: 1, name: "Bonjour Camille" })).toBeVisible();
  const cookie = (await context.cookies()).find(({ name }) => name.includes("session"));
  expect(cookie?.httpOnly).toBe(true);
  expect(cookie?.sameSite).toBe("Lax");
  expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(29 * 86_400);
  await openSessionOf(person.id);
  await page.goto("/compte/sessions");
  await expect(page.getByRole("listitem").filter({ hasText: "Cet appareil" })).toContainText("avec « Rester connecté »");
  await expect(page.getByRole("listitem").filter({ hasText: "Firefox sur Linux" })).not.toContainText("Rester connecté");
});

test("MC-12 a device signed out from another one is out at its next click; a password change signs out all the others", async ({
  page,
  browser,
}) => {
  const person = await aPerson();
  const [phoneContext, tabletContext] = [await browser.newContext(), await browser.newContext()];
  const [phone, tablet] = [await phoneContext.newPage(), await tabletContext.newPage()];
  await signIn(phone, person.address, madePassword);
  await signIn(page, person.address, madePassword);
  await page.goto("/compte/sessions");
  await page.getByRole("button", { name: /^Déconnecter Chrome/u }).click();
  await expect(page.getByText("Aucun autre appareil n’est connecté à votre compte.")).toBeVisible();
  await phone
    .getByRole("main")
    .getByRole("link", { name: /Mon Compte/u })
    .click();
  await isSignedOut(phone);

  await signIn(tablet, person.address, madePassword);
  await page.getByRole("link", { name: "Changer mon mot de passe" }).click();
  await page.getByLabel(/^Mot de passe actuel/u).fill(madePassword);
  await page.getByLabel(/^Nouveau mot de passe/u).fill("Chataigne-2027!");
  await page.getByLabel(/^Confirmation/u).fill("Chataigne-2027!");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Vos changements ont été enregistrés. 1 autre appareil a été déconnecté.")).toBeVisible();
  await tablet
    .getByRole("main")
    .getByRole("link", { name: /Mon Compte/u })
    .click();
  await isSignedOut(tablet);
  await page.goto("/compte");
  await expect(page.getByText("Vous êtes connecté à votre compte CNFPT")).toBeVisible();
  await signIn(tablet, person.address, "Chataigne-2027!");
  await Promise.all([phoneContext.close(), tabletContext.close()]);
});

test("MC-15 one lands where one was going; without a destination, or with one on another site, on the launcher", async ({
  page,
  context,
}) => {
  const person = await aPerson();
  await page.goto("/compte/sessions");
  await isSignedOut(page);
  await trySignIn(page, person.address, madePassword);
  await expect(page.getByRole("heading", { level: 1, name: "Appareils connectés" })).toBeVisible();
  await expect(page).toHaveURL(/\/compte\/sessions$/u);
  for (const elsewhere of ["https://exemple.org/", "//exemple.org/", "/\\exemple.org"]) {
    await context.clearCookies();
    await page.goto(`/compte/connexion?retour=${encodeURIComponent(elsewhere)}`);
    await trySignIn(page, person.address, madePassword);
    await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/applications$/u);
  }
});

test("MC-31 whom to call is told, free number and hours, wherever one signs in or registers", async ({ page }) => {
  for (const path of [
    "/compte/connexion",
    "/compte/inscription",
    "/compte/inscription?application=formadist",
    "/compte/mot-de-passe-oublie",
  ]) {
    await page.goto(path);
    const main = page.getByRole("main");
    await expect(main.getByRole("link", { name: "0 800 100 310" })).toHaveAttribute("href", "tel:0800100310");
    await expect(main.getByText("appel gratuit, du lundi au vendredi de 8 h à 18 h 30, heure de Paris")).toBeVisible();
  }
});

test("TR-42 four minutes before its end the session is extended by one click, and what was being typed is saved", async ({
  page,
  context,
}) => {
  const person = await aPerson();
  await signedIn(context, person);
  await page.clock.install();
  await page.goto("/compte/identite");
  await page.getByRole("textbox", { name: "Téléphone" }).fill("06 12 34 56 78");
  const sql = await siteDatabase();
  await sql`update login_sessions set expires_at = now() + interval '4 minutes' where account_id = ${person.id}`;
  await page.clock.fastForward("07:55:30");
  const warning = page.getByRole("alertdialog", { name: "Votre session va bientôt se terminer" });
  await expect(warning).toContainText(/vous serez déconnecté à \d\d:\d\d/u);
  await warning.getByRole("button", { name: "Rester connecté" }).click();
  await expect(warning).toBeHidden();
  await expect(page.getByText("Vous restez connecté.").first()).toBeVisible();
  const life = (await (await page.request.get("/api/session", { headers: { "x-session-look-only": "1" } })).json()) as Record<
    "now" | "expiresAt",
    string
  >;
  expect(Date.parse(life.expiresAt) - Date.parse(life.now)).toBeGreaterThan(7 * 3_600_000);
  await expect(page.getByRole("textbox", { name: "Téléphone" })).toHaveValue("06 12 34 56 78");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Vos changements ont été enregistrés.")).toBeVisible();
});

test("TR-42 a page opened shortly before the end warns at once", async ({ page, context }) => {
  const person = await aPerson();
  await signedIn(context, person);
  const sql = await siteDatabase();
  await sql`update login_sessions set expires_at = now() + interval '4 minutes' where account_id = ${person.id}`;
  await page.goto("/compte/identite");
  const warning = page.getByRole("alertdialog", { name: "Votre session va bientôt se terminer" });
  await warning.getByRole("button", { name: "Fermer", exact: true }).first().click();
  await expect(warning).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: "Identité et photo" })).toBeVisible();
});
