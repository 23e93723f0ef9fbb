import type { BrowserContext, Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { mailTo } from "./support/inbox";
import { tabTo, type } from "./support/keyboard";
import { aPerson, madePassword, signedIn } from "./support/made-people";
import { trySignIn } from "./support/people";
import { expect, test } from "./support/test";

const launcher = (page: Page) => expect(page.getByRole("heading", { level: 1, name: /^Bonjour/u })).toBeVisible();

/** The code that the application on the telephone would show, now or some steps of thirty seconds later. */
const codeOf = (secret: string, stepsAhead = 0) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + stepsAhead * 30_000 });

interface Enrolled {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Puts an application of codes in service through its pages. */
async function enrol(page: Page): Promise<Enrolled> {
  await page.goto("/compte/securite");
  await page.getByRole("link", { name: "Configurer une application de codes" }).click();
  await page.getByRole("button", { name: "J’ai une application, continuer" }).click();
  await expect(page.getByRole("img", { name: "Code QR à scanner avec votre application de codes" })).toBeVisible();
  const address = await page.getByRole("link", { name: "ouvrir dans l’application" }).getAttribute("href");
  const shown = ((await page.getByRole("code").textContent()) ?? "").replaceAll(" ", "");
  expect(address).toMatch(/^otpauth:\/\/totp\/Mon%20Compte%20CNFPT/u);
  expect(new URL(address ?? "").searchParams.get("secret")).toBe(shown);
  await page.getByRole("textbox", { name: "Code affiché par l’application" }).fill(codeOf(shown));
  await page.getByRole("button", { name: "Vérifier et mettre en service" }).click();
  await expect(page.getByText("Votre application de codes est en service.")).toBeVisible();
  const recoveryCodes = await page.getByRole("region", { name: "Vos codes de secours" }).getByRole("listitem").allTextContents();
  return { secret: shown, recoveryCodes };
}

test("MC-32 TR-40 an application of codes: set up with its key, then password and code by the keyboard alone", async ({
  page,
  context,
  request,
}) => {
  const person = await aPerson();
  await signedIn(context, person);
  const { secret, recoveryCodes } = await enrol(page);
  expect(new Set(recoveryCodes).size).toBe(10);
  await mailTo(request, person.address, "Votre second facteur a été modifié");

  await context.clearCookies();
  await page.goto("/compte/connexion");
  await page.waitForLoadState("networkidle");
  await type(page, /^Courriel/u, person.address);
  await type(page, /^Mot de passe/u, madePassword);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Confirmez que c’est bien vous" })).toBeVisible();
  await page.goto("/compte/identite");
  await expect(
    page.getByRole("heading", { level: 1, name: "Confirmez que c’est bien vous" }),
    "nothing is shown before the code",
  ).toBeVisible();
  await page.waitForLoadState("networkidle");
  await type(page, /^Code de votre application/u, "000000");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(/^Code de votre application/u)).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel(/^Code de votre application/u).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(codeOf(secret, 1));
  await tabTo(page, "button", /^Vérifier$/u);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Identité et photo" })).toBeVisible();
});

test("MC-32 without the telephone: a recovery code works once, and its use is told", async ({ page, context, request }) => {
  const person = await aPerson();
  await signedIn(context, person);
  const [first = "", second = ""] = (await enrol(page)).recoveryCodes;
  const withCode = async (code: string) => {
    await context.clearCookies();
    await page.goto("/compte/connexion");
    await trySignIn(page, person.address, madePassword);
    await page.getByRole("link", { name: "Utiliser un code de secours" }).click();
    await page.getByRole("textbox", { name: "Code de secours" }).fill(code);
    await page.getByRole("button", { name: "Utiliser ce code" }).click();
  };
  await withCode(first.toUpperCase().replace("-", " "));
  await launcher(page);
  await mailTo(request, person.address, "Un code de secours a servi");
  await withCode(first);
  await expect(page.getByRole("textbox", { name: "Code de secours" })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "Code de secours" }).fill(second);
  await page.getByRole("button", { name: "Utiliser ce code" }).click();
  await launcher(page);
  await page.goto("/compte/securite");
  await expect(page.getByText("8 codes sur 10")).toBeVisible();
});

test("MC-32 the application is taken away after saying what changes; the password alone is then enough", async ({
  page,
  context,
  request,
}) => {
  const person = await aPerson();
  await signedIn(context, person);
  await enrol(page);
  await page.goto("/compte/securite");
  await page.getByRole("link", { name: "Retirer l’application de codes" }).click();
  await expect(page.getByText("votre compte ne sera plus protégé que par votre mot de passe")).toBeVisible();
  await page.getByRole("button", { name: "Retirer", exact: true }).click();
  await expect(page.getByText("Votre application de codes a été retirée.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Codes de secours" })).toBeHidden();
  await mailTo(request, person.address, "Un second facteur a été retiré");
  await context.clearCookies();
  await page.goto("/compte/connexion");
  await trySignIn(page, person.address, madePassword);
  await launcher(page);
});

/** A device with a fingerprint reader, whose owner always agrees. */
async function aFingerprintReader(context: BrowserContext, page: Page): Promise<void> {
  const devices = await context.newCDPSession(page);
  await devices.send("WebAuthn.enable");
  await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test("MC-32 a passkey is made, signs in without a password, is renamed and taken away; then it opens nothing", async ({
  page,
  context,
  request,
}) => {
  const person = await aPerson();
  await aFingerprintReader(context, page);
  await signedIn(context, person);
  await page.goto("/compte/securite");
  await page.getByRole("link", { name: "Ajouter une clé d’accès" }).click();
  await page.getByRole("textbox", { name: "Nom de la clé" }).fill("Ordinateur du bureau");
  await page.getByRole("button", { name: "Créer la clé d’accès" }).click();
  await expect(page.getByText("Votre clé d’accès est enregistrée.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Vos codes de secours" }).getByRole("listitem")).toHaveCount(10);
  await mailTo(request, person.address, "Votre second facteur a été modifié");

  const byPasskey = async () => {
    await context.clearCookies();
    await page.goto("/compte/connexion?retour=%2Fcompte%2Fsecurite");
    await page.getByRole("button", { name: "Se connecter avec une clé d’accès" }).click();
  };
  await byPasskey();
  await expect(page.getByRole("heading", { level: 1, name: "Second facteur" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Ordinateur du bureau" })).toContainText("Dernière utilisation le");
  await page.getByRole("link", { name: "Renommer la clé d’accès Ordinateur du bureau" }).click();
  await page.getByRole("textbox", { name: "Nom de la clé" }).fill("Portable");
  await page.getByRole("button", { name: "Renommer" }).click();
  await page.getByRole("link", { name: "Retirer la clé d’accès Portable" }).click();
  await page.getByRole("button", { name: "Retirer", exact: true }).click();
  await expect(page.getByText("Votre clé d’accès a été retirée.")).toBeVisible();
  await byPasskey();
  await expect(page.getByRole("alert").filter({ hasText: "clé" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Se connecter" })).toBeVisible();
});

test("MC-32 after the password, a passkey is the second step", async ({ page, context }) => {
  const person = await aPerson();
  await aFingerprintReader(context, page);
  await signedIn(context, person);
  await page.goto("/compte/securite/cle");
  await page.getByRole("textbox", { name: "Nom de la clé" }).fill("Téléphone");
  await page.getByRole("button", { name: "Créer la clé d’accès" }).click();
  await expect(page.getByText("Votre clé d’accès est enregistrée.")).toBeVisible();
  await context.clearCookies();
  await page.goto("/compte/connexion");
  await trySignIn(page, person.address, madePassword);
  await page.getByRole("button", { name: "Utiliser ma clé d’accès" }).click();
  await launcher(page);
});
