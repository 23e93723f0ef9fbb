import { expect, test } from "../support/test";

const public_ = [
  "/",
  "/compte/connexion",
  "/compte/inscription",
  "/accessibilite",
  "/n-existe-pas",
  "/compte/lien/inconnu",
  "/api/health",
  "/api/captcha",
  "/courrier-local.json?to=x",
];

test("W5 every answer carries the security headers, errors and redirections included", async ({ request }) => {
  for (const path of [...public_, "/compte", "/gestion"]) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["referrer-policy"], path).toBe("same-origin");
    expect(headers["strict-transport-security"], path).toContain("max-age=63072000");
    expect(headers["permissions-policy"], path).toContain("camera=()");
    expect(headers["x-powered-by"], path).toBeUndefined();
    expect(headers["x-request-id"], path).toMatch(/^[0-9a-f-]{36}$/u);
  }
});

test("W5 pages have a strict content security policy, with another nonce each time", async ({ request }) => {
  const policyOf = async (path: string) => (await request.get(path, { maxRedirects: 0 })).headers()["content-security-policy"] ?? "";
  for (const path of ["/", "/compte/connexion", "/n-existe-pas"]) {
    const [one, other] = [await policyOf(path), await policyOf(path)];
    expect(one, path).toMatch(/script-src [^;]*'nonce-[\w+/=]{20,}' 'strict-dynamic'/u);
    expect(one).not.toMatch(/unsafe-inline|unsafe-eval|\*/u);
    expect(one).toContain("frame-ancestors 'none'");
    expect(one).not.toBe(other);
  }
});

test("W6 nothing that depends on who asks is kept by a cache", async ({ request }) => {
  for (const path of ["/", "/compte/connexion", "/compte", "/api/captcha"]) {
    expect((await request.get(path, { maxRedirects: 0 })).headers()["cache-control"], path).toMatch(/private|no-store/u);
  }
});

test("W2 a way back never leads off the site", async ({ page }) => {
  for (const retour of [
    "//ailleurs.example",
    "/\\ailleurs.example",
    "https://ailleurs.example",
    "/%09/ailleurs.example",
    "javascript:alert(1)",
    "/@ailleurs.example/..//x",
  ]) {
    await page.goto(`/compte/connexion?retour=${encodeURIComponent(retour)}`);
    const kept = await page.locator("input[name=retour]").inputValue();
    expect(kept === "" || (kept.startsWith("/") && !kept.startsWith("//") && !kept.includes("\\"))).toBe(true);
  }
});

test("TR-45 an unknown page helps, with a way back", async ({ page }) => {
  const answer = await page.goto("/n-existe-pas");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "Page introuvable" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Aller à l’accueil" })).toBeVisible();
});

test("W15 a forged Host is answered as an unknown page, and reaches no link", async ({ request }) => {
  const answer = await request.get("/compte/connexion", { headers: { host: "ailleurs.example" } });
  expect(answer.status()).toBe(404);
});
