import { barriersOn } from "./support/barriers";
import { siteDatabase } from "./support/database";
import { expect, test } from "./support/test";

const letters = () => Array.from({ length: 8 }, () => "bdfgklmnprst".charAt(Math.floor(Math.random() * 12))).join("");
/** A word that stands in no other ad. */
const aWord = () => `Zyx${letters()}`;

interface Wanted {
  readonly title: string;
  readonly structure?: string;
  readonly regions?: readonly string[];
  readonly departments?: readonly string[];
  readonly specialties?: readonly string[];
  readonly subSpecialties?: readonly string[];
  readonly description?: string;
  readonly publishedAt?: Date;
}

/** An open ad, as its publication leaves it; gives its number. */
async function anAd(wanted: Wanted): Promise<string> {
  const {
    title,
    structure = "054",
    regions = [],
    departments = [],
    specialties = ["A3"],
    subSpecialties = [],
    description = "Deux jours.",
  } = wanted;
  const sql = await siteDatabase();
  const number = `${structure}2611${String(Math.floor(1_000 + Math.random() * 8_999))}`;
  const [ad] = await sql<{ number: string }[]>`
    insert into ads (structure_id, title, state, number, published_at, description, deadline_on, region_codes, department_codes, specialty_codes, sub_specialty_codes, contact_name, contact_address)
    values ((select id from structures where code = ${structure}), ${title}, 'published', ${number}, ${wanted.publishedAt ?? new Date()}, ${description}, '2030-01-31',
      ${[...regions]}, ${[...departments]}, ${[...specialties]}, ${[...subSpecialties]}, 'Marc Lambert', 'secret@demo.example')
    on conflict (number) do nothing returning number`;
  return ad?.number ?? anAd(wanted);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("TR-41 EI-10 EI-11 ads are searched, sorted, paged and read", async ({ page }) => {
    await page.goto("/intervenants");
    await page.getByRole("combobox", { name: "Région" }).selectOption("Grand Est");
    await page.getByRole("button", { name: "Rechercher" }).click();
    await expect(page).toHaveURL(/region=44/u);
    const first = page.getByRole("table").getByRole("rowheader").first().getByRole("link");
    const title = (await first.textContent()) ?? "";
    await first.click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Retour à la liste" }).click();
    await expect(page).toHaveURL(/annonces\?region=44$/u);
  });

  test("EI-10 TR-41 several values at once, each with its number of ads; sub-specialties and departments follow; a chip takes one away", async ({
    page,
  }) => {
    const word = aWord();
    await anAd({ title: `Budget ${word}`, regions: ["44"], departments: ["67"], subSpecialties: ["A3A"] });
    await anAd({ title: `Cuisine ${word}`, regions: ["11"], specialties: ["B7"], subSpecialties: ["B7A"] });
    await anAd({ title: `Comptes ${word}`, regions: ["11"], subSpecialties: ["A3B"], structure: "075" });
    await page.goto(`/intervenants/annonces?q=${word}`);
    await expect(page.getByRole("status").filter({ hasText: /^3 annonces$/u })).toBeVisible();

    await page.getByText("Spécialités", { exact: true }).click();
    await expect(page.getByText("ses sous-spécialités s’ajoutent")).toBeVisible();
    await page.getByRole("checkbox", { name: "Finances 2 annonces" }).check();
    await page.getByRole("checkbox", { name: /^Restauration.* 1 annonce$/u }).check();
    await page.getByText("Régions", { exact: true }).click();
    await page.getByRole("checkbox", { name: "Île-de-France 2 annonces" }).check();
    await page.getByRole("checkbox", { name: "Grand Est 1 annonce" }).check();
    await page.getByRole("button", { name: "Filtrer" }).click();
    await expect(page).toHaveURL(/specialite=A3&specialite=B7&region=44&region=11/u);
    await expect(page.getByRole("status").filter({ hasText: /^3 annonces$/u })).toBeVisible();

    await page.getByText("Spécialités (2)", { exact: true }).click();
    await page.getByRole("checkbox", { name: "Comptabilité publique 1 annonce" }).check();
    await page.getByRole("button", { name: "Filtrer" }).click();
    await expect(page.getByRole("table").getByRole("rowheader").getByRole("link")).toHaveText([`Comptes ${word}`, `Cuisine ${word}`]);

    const chosen = page.getByRole("list", { name: "Critères de cette recherche" });
    await expect(chosen.getByRole("link")).toHaveCount(6);
    await chosen.getByRole("link", { name: "Retirer Spécialité : Finances" }).click();
    await expect(page).not.toHaveURL(/sousSpecialite/u);
    await expect(page.getByRole("table").getByRole("rowheader").getByRole("link")).toHaveText([`Cuisine ${word}`]);
  });

  test("EI-10 TR-41 no ad: how to widen, with what each criterion taken away would give", async ({ page }) => {
    const word = aWord();
    await anAd({ title: `Budget ${word}`, regions: ["44"] });
    await page.goto(`/intervenants/annonces?q=${word}&region=11&specialite=A3`);
    await expect(page.getByText("Aucune annonce", { exact: true })).toBeVisible();
    const widen = page.getByRole("list", { name: "Élargir la recherche" });
    await expect(widen.getByRole("listitem").filter({ hasText: "Région : Île-de-France" })).toContainText("1 annonce");
    await expect(widen.getByRole("listitem").filter({ hasText: "Spécialité : Finances" })).toContainText("0 annonce");
    await widen.getByRole("link", { name: "Région : Île-de-France" }).click();
    await expect(page.getByRole("link", { name: `Budget ${word}` })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`q=${word}&specialite=A3$`, "u"));
  });
});

test("EI-10 the most relevant first when words are typed; the newest first for who asks", async ({ page }) => {
  const word = aWord();
  const dayBefore = new Date(Date.now() - 86_400_000);
  await anAd({ title: `${word} en titre`, publishedAt: dayBefore });
  await anAd({ title: "Un autre titre", description: `On y parle de ${word}, en passant.` });
  await page.goto(`/intervenants/annonces?q=${word}`);
  const found = page.getByRole("table").getByRole("rowheader").getByRole("link");
  await expect(found).toHaveText([`${word} en titre`, "Un autre titre"]);
  const orders = page.getByRole("list", { name: "Ordre des annonces" });
  await expect(orders.getByRole("link", { name: "Pertinence" })).toHaveAttribute("aria-current", "true");
  await orders.getByRole("link", { name: "Plus récentes" }).click();
  await expect(found).toHaveText(["Un autre titre", `${word} en titre`]);
  await expect(orders.getByRole("link", { name: "Plus récentes" })).toHaveAttribute("aria-current", "true");
});

test("EI-10 words that no ad has together are looked for apart, and the page says so", async ({ page }) => {
  const [one, other] = [aWord(), aWord()];
  await anAd({ title: `Annonce ${one}` });
  await anAd({ title: `Annonce ${other}` });
  await page.goto(`/intervenants/annonces?q=${one}+${other}`);
  await expect(page.getByText("Voici celles qui contiennent une partie de ces mots.")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /^2 annonces$/u })).toBeVisible();
});

test("EI-12 an ad is found by its number, however it is typed", async ({ page }) => {
  const number = await anAd({ title: `Annonce ${aWord()}` });
  await page.goto("/intervenants/annonces");
  await page.getByRole("searchbox", { name: "Rechercher" }).fill(`${number.slice(0, 3)} ${number.slice(3, 7)}-${number.slice(7)}`);
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^1 annonce$/u })).toBeVisible();
  await expect(page.getByRole("table")).toContainText(number);
});

test("EI-16 a search has its Atom feed, found by the page's head, which a reader of XML takes whatever the ads hold", async ({
  page,
  request,
}) => {
  const word = aWord();
  const title = `${word} & <b>« gras »</b> ]]> "l’été"`;
  const number = await anAd({ title, regions: ["44"], description: "Un & deux < trois" });
  await page.goto(`/intervenants/annonces?q=${word}&region=44`);
  const head = await page.locator('link[rel="alternate"][type="application/atom+xml"]').getAttribute("href");
  expect(head).toMatch(new RegExp(`/intervenants/annonces\\.atom\\?q=${word}&region=44$`, "u"));
  await expect(page.getByRole("link", { name: "Suivre cette recherche (flux Atom)" })).toHaveAttribute(
    "href",
    new URL(head ?? "").pathname + new URL(head ?? "").search,
  );

  const answer = await request.get(head ?? "");
  expect(answer.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  const feed = await page.evaluate(
    (text) => {
      const read = new DOMParser().parseFromString(text, "application/xml");
      return {
        broken: read.querySelector("parsererror")?.textContent ?? null,
        titles: [...read.querySelectorAll("entry > title")].map((element) => element.textContent),
        links: [...read.querySelectorAll("entry > link")].map((element) => element.getAttribute("href")),
      };
    },
    await answer.text(),
  );
  expect(feed).toMatchObject({ broken: null, titles: [title] });
  expect(feed.links[0]).toMatch(new RegExp(`/intervenants/annonces/${number}$`, "u"));

  const { etag = "", "last-modified": changed = "", "cache-control": kept } = answer.headers();
  expect(kept).toBe("public, max-age=300");
  expect((await request.get(head ?? "", { headers: { "if-none-match": etag } })).status()).toBe(304);
  expect((await request.get(head ?? "", { headers: { "if-modified-since": changed } })).status()).toBe(304);
  expect((await request.get(head ?? "", { headers: { "if-none-match": '"autre"', "if-modified-since": changed } })).status()).toBe(200);
});

test("EI-16 the open ads as JSON: any search, page after page, nobody's address, documented field by field", async ({ page, request }) => {
  const word = aWord();
  for (let index = 0; index < 101; index += 1) await anAd({ title: `Annonce ${index} ${word}` });
  interface OpenAnswer {
    readonly total: { readonly nombre: number };
    readonly annonces: readonly Record<string, unknown>[];
    readonly suivant: string | null;
  }
  const first = await request.get(`/api/annonces?q=${word}`);
  expect(first.headers()["access-control-allow-origin"]).toBe("*");
  const page1 = (await first.json()) as OpenAnswer;
  expect(page1.total.nombre).toBe(101);
  expect(page1.annonces).toHaveLength(100);
  expect(JSON.stringify(page1)).not.toMatch(/secret@|Marc Lambert/u);
  const page2 = (await (await request.get(page1.suivant ?? "")).json()) as OpenAnswer;
  expect(page2.annonces).toHaveLength(1);
  expect(page2.suivant).toBeNull();

  await page.goto("/intervenants/annonces");
  await page.getByRole("link", { name: "Annonces en données ouvertes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Annonces en données ouvertes" })).toBeVisible();
  const documented = await page.getByRole("table", { name: "Champs d’une annonce" }).getByRole("rowheader").allTextContents();
  expect(documented.toSorted()).toEqual(Object.keys(page1.annonces[0] ?? {}).toSorted());
});

test("EI-16 programs that ask without end are told to wait", async ({ request }) => {
  const statuses = new Set<number>();
  let wait = "";
  for (let n = 0; n < 61; n += 1) {
    const answer = await request.get("/api/annonces?q=zzzzqq");
    statuses.add(answer.status());
    wait = answer.headers()["retry-after"] ?? wait;
  }
  expect([...statuses]).toEqual([200, 429]);
  expect(Number(wait)).toBeGreaterThan(0);
});

test("EI-16 search engines find the public pages and each open ad, and are kept from the rest", async ({ request, page }) => {
  const number = await anAd({ title: `Annonce ${aWord()}` });
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain("Disallow: /gestion");
  const map = /^Sitemap: (.+)$/mu.exec(robots)?.[1] ?? "";
  const text = await (await request.get(map)).text();
  const addresses = await page.evaluate(
    (xml) =>
      [...new DOMParser().parseFromString(xml, "application/xml").querySelectorAll("url > loc")].map((element) => element.textContent),
    text,
  );
  expect(addresses.some((address) => address?.endsWith(`/intervenants/annonces/${number}`))).toBe(true);
  expect(addresses.filter((address) => /gestion|compte/u.test(address ?? ""))).toEqual([]);
  const part = await request.get(`/sitemap/annonces-${number.at(-1)}.xml`);
  expect(await part.text()).toContain(number);
  expect((await request.get("/sitemap/annonces-x.xml")).status()).toBe(404);
});

test("TR-43 EI-11 on paper an ad is whole, with its address, and without what only a screen needs", async ({ page }) => {
  const title = `Annonce ${aWord()}`;
  const number = await anAd({ title, regions: ["44"] });
  await page.goto(`/intervenants/annonces/${number}?region=44`);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`/annonces/${number}$`, "u"));
  await page.emulateMedia({ media: "print" });
  for (const name of ["Retour à la liste", "Candidater"]) await expect(page.getByRole("link", { name })).toBeHidden();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("contentinfo")).toBeHidden();
  for (const shown of [title, "Deux jours.", "Grand Est", "secret@demo.example", "31 janvier 2030"])
    await expect(page.getByText(shown).first()).toBeVisible();
  await expect(page.getByText(`/intervenants/annonces/${number}`)).toBeVisible();
});

for (const [what, at] of [
  ["with its criteria open", "/intervenants/annonces?specialite=A3&region=44&region=11&departement=67&du=2026-12-01"],
  ["that finds nothing", "/intervenants/annonces?q=zzzzqq&specialite=A3&du=2027-01-01"],
  ["by a word", "/intervenants/annonces?q=formation"],
] as const)
  test(`TR-40 TR-43 EI-10 a search ${what}: no barrier found, in light and in dark, no sideways scroll`, async ({ page }) => {
    for (const [width, colorScheme] of [
      [360, "light"],
      [1280, "dark"],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(at);
      await page.waitForLoadState("networkidle");
      for (const fold of await page.locator("main form details > summary").all()) if (await fold.isVisible()) await fold.click();
      expect(await barriersOn(page), `${at} at ${width} px`).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${at} at 320 px`).toBeLessThanOrEqual(1);
    }
  });
