import type { BrowserContext, Page } from "@playwright/test";
import { documentFacts } from "@/lib/content/documents/documents.data";
import { documentKeys } from "@/lib/content/vocabulary";
import { faultsOnScreen } from "@/lib/core/testing/typography";
import { siteDatabase } from "../support/database";
import { aPerson, enterBackOffice, signedIn } from "../support/made-people";
import { enterTrainers } from "../support/made-trainers";
import { expect, test } from "../support/test";
import { readInventory } from "./inventory";

/** Every line that a page shows or reads out, what is folded away included; code and what people typed in boxes are not text. */
const linesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    for (const code of document.querySelectorAll("code, pre, kbd, samp")) code.replaceWith("…");
    const named = [...document.querySelectorAll("[aria-label], [placeholder], img[alt]")].flatMap((element) =>
      ["aria-label", "placeholder", "alt"].map((name) => element.getAttribute(name) ?? ""),
    );
    return [document.title, ...document.body.innerText.split("\n"), ...named];
  });

async function faultsOf(page: Page, at: string): Promise<string[]> {
  const answer = await page.goto(at);
  expect(answer?.status(), at).toBeLessThan(500);
  // What answers "not found" on the way is drawn by the script.
  await expect(page.getByRole("heading", { level: 1 }).first(), at).toBeVisible();
  const lines = await linesOf(page);
  expect(lines.length, `${at} shows something`).toBeGreaterThan(5);
  return lines.flatMap(faultsOnScreen).map((fault) => `${at} ${fault}`);
}

// The page of the design system speaks to developers.
const pages = readInventory().filter(({ kind, name }) => kind === "page" && !name.startsWith("design."));
const plain = (...policies: readonly string[]) =>
  pages.filter(({ at, policy }) => !at.includes("[") && policies.includes(policy)).map(({ at }) => at);

async function enter(context: BrowserContext, role: "member" | "administrator"): Promise<string> {
  const person = await aPerson({ role });
  if (role === "administrator") await enterBackOffice(person.id);
  await enterTrainers(person.id);
  await signedIn(context, person);
  return person.id;
}

test("TR-44 what a visitor reads has the spaces, apostrophes and dots of French, errors of forms too", async ({ page }) => {
  test.setTimeout(240_000);
  const faults: string[] = [];
  const more = [
    "/compte/lien/inconnu",
    "/nulle-part",
    "/compte/inscription?application=formadist",
    "/compte/connexion?message=ferme",
    "/intervenants/informations?region=44",
    ...documentKeys.map((key) => `/intervenants/documents/${documentFacts(key).slug}`),
  ];
  for (const at of [...plain("visitor"), ...more]) faults.push(...(await faultsOf(page, at)));
  for (const at of ["/compte/connexion", "/compte/inscription", "/compte/mot-de-passe-oublie"]) {
    await page.goto(at);
    await page.waitForLoadState("networkidle");
    await page.locator("main form button[type=submit]").first().click();
    await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible();
    faults.push(...(await linesOf(page)).flatMap(faultsOnScreen).map((fault) => `${at} with errors ${fault}`));
  }
  expect(faults).toEqual([]);
});

test("TR-44 what a person reads in their account has them", async ({ page, context }) => {
  test.setTimeout(240_000);
  await enter(context, "member");
  const faults: string[] = [];
  for (const at of [...plain("first_factor", "signed_in"), "/compte/acces/gestion", "/compte/acces/communautes"])
    faults.push(...(await faultsOf(page, at)));
  expect(faults).toEqual([]);
});

test("TR-44 what an administrator reads in the back office has them", async ({ page, context }) => {
  test.setTimeout(240_000);
  const id = await enter(context, "administrator");
  const other = await aPerson({ role: "manager" });
  const sql = await siteDatabase();
  await sql`update accounts set blocked_at = now(), blocked_reason = 'Motif de test' where id = ${other.id}`;
  const [mail] = await sql<{ id: string }[]>`select id from mails order by created_at desc limit 1`;
  const [request] = await sql<{ id: string }[]>`select id from profile_requests where state = 'submitted' order by sent_at limit 1`;
  const [cv] = await sql<{ id: string }[]>`select profile_id as id from cv_entries order by search_name limit 1`;
  const [phrasing] = await sql<{ id: string }[]>`select id from phrasings where active order by title limit 1`;
  const studied = `/gestion/intervenants/demandes/${request?.id ?? ""}`;
  const more = [
    studied,
    ...["valider", "completer", "refuser"].map((decision) => `${studied}/decision?quoi=${decision}`),
    `/gestion/intervenants/${cv?.id ?? ""}`,
    `/gestion/formulations/${phrasing?.id ?? ""}`,
    `/gestion/personnes/${id}`,
    `/gestion/personnes/${other.id}`,
    `/gestion/personnes/selection?ids=${id}.${other.id}`,
    "/gestion/personnes?q=xylophone",
    ...(mail === undefined ? [] : [`/gestion/courriels/${mail.id}`]),
  ];
  const faults: string[] = [];
  for (const at of [...plain("staff", "administrator"), ...more]) faults.push(...(await faultsOf(page, at)));
  expect(faults).toEqual([]);
});
