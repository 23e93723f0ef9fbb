import { type ChildProcess, spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import { siteEnvironment } from "./support/database";
import { sitePort } from "./support/site";
import { expect, test } from "./support/test";

const port = sitePort + 2;
const base = `http://localhost:${port}`;
let site: ChildProcess;
let matomo: Server;
/** What the double of Matomo was asked for. */
const asked: string[] = [];

test.beforeAll(async () => {
  matomo = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("content-type", "text/javascript").setHeader("cross-origin-resource-policy", "cross-origin");
    // As the real one does: it reads its queue and calls home.
    response.end(
      request.url?.startsWith("/matomo.js")
        ? `new Image().src = "http://localhost:${port + 1}/matomo.php?idsite=1&url=" + encodeURIComponent(location.pathname);`
        : "",
    );
  }).listen(port + 1, "127.0.0.1");
  const environment = {
    ...process.env,
    ...(await siteEnvironment(port)),
    MATOMO_URL: `http://localhost:${port + 1}/`,
    MATOMO_SITE_ID: "1",
  };
  site = spawn("tsx", ["scripts/site.ts"], { env: environment, stdio: "ignore" });
  await expect(async () => expect((await fetch(`${base}/api/ready`)).ok).toBe(true)).toPass({ timeout: 30_000 });
});

test.afterAll(() => {
  site.kill("SIGTERM");
  matomo.close();
});

test.describe.configure({ mode: "serial" });

test("EI-05 with an audience tool, nothing is kept or fetched before a choice; accepting and refusing take one press each", async ({
  page,
}) => {
  asked.length = 0;
  await page.goto(`${base}/aide`);
  const panel = page.getByRole("region", { name: "Cookies" });
  await expect(panel.getByRole("button", { name: "OK, tout accepter" })).toBeVisible();
  await expect(panel.getByRole("button", { name: "Tout refuser" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual([]);

  await panel.getByRole("button", { name: "Tout refuser" }).click();
  await expect(panel).toBeHidden();
  await page.goto(`${base}/accessibilite`);
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  const kept = (await page.context().cookies()).find(({ name }) => name === "audience");
  expect(kept?.value).toBe("forbid");
  const months = ((kept?.expires ?? 0) - Date.now() / 1000) / (30 * 86_400);
  expect(Math.round(months)).toBe(6);
});

test("EI-05 the choice can be changed from the foot of every page; once allowed, the page is counted", async ({ page }) => {
  asked.length = 0;
  await page.goto(`${base}/aide`);
  await page.getByRole("contentinfo").getByRole("link", { name: "Cookies" }).click();
  await expect(page.getByText("Toujours actif")).toBeVisible();
  await page.getByRole("radio", { name: "Autoriser" }).check();
  await page.getByRole("button", { name: "Enregistrer mon choix" }).click();
  await expect(page.getByText("Votre choix est enregistré pour 6 mois.").first()).toBeVisible();
  await expect.poll(() => asked.some((url) => url.startsWith("/matomo.php"))).toBe(true);
});

test("EI-05 without JavaScript the panel works too", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${base}/aide`);
  await page.getByRole("button", { name: "Tout refuser" }).click();
  await expect(page.getByRole("region", { name: "Cookies" })).toBeHidden();
  await page.close();
});

test("EI-04 EI-05 without an audience tool there is no panel, and the page says so", async ({ page }) => {
  await page.goto("/cookies");
  await expect(page.getByRole("region", { name: "Cookies" })).toBeHidden();
  await expect(page.getByText("Aucun outil de mesure n’est utilisé")).toBeVisible();
  for (const name of ["Accessibilité", "Plan d’accès", "Plan du site", "Mentions légales", "Cookies", "Aide et Contact"]) {
    await expect(page.getByRole("contentinfo").getByRole("link", { name, exact: true })).toBeVisible();
  }
});
