import type { Page } from "@playwright/test";
import { documentFacts } from "@/lib/content/documents/documents.data";
import { documentKeys } from "@/lib/content/vocabulary";
import { faultsOnScreen } from "@/lib/core/testing/typography";
import { siteDatabase } from "../support/database";
import { linesOf } from "../support/lines-on-screen";
import { aPerson, enterBackOffice, signedIn } from "../support/made-people";
import { expect, test } from "../support/test";

// The pages that have one address are read by accessibility.spec.ts while it is there.

async function faultsOf(page: Page, at: string): Promise<string[]> {
  const answer = await page.goto(at);
  expect(answer?.status(), at).toBeLessThan(500);
  // What answers "not found" on the way is drawn by the script.
  await expect(page.getByRole("heading", { level: 1 }).first(), at).toBeVisible();
  const lines = await linesOf(page);
  expect(lines.length, `${at} shows something`).toBeGreaterThan(5);
  return lines.flatMap(faultsOnScreen).map((fault) => `${at} ${fault}`);
}

async function faultsOfAll(page: Page, addresses: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const at of addresses) faults.push(...(await faultsOf(page, at)));
  return faults;
}

test("TR-44 what a visitor reads has the spaces, apostrophes and dots of French", async ({ page }) => {
  expect(
    await faultsOfAll(page, [
      "/compte/lien/inconnu",
      "/nulle-part",
      "/compte/inscription?application=formadist",
      "/compte/connexion?message=ferme",
      "/intervenants/informations?region=44",
      ...documentKeys.map((key) => `/intervenants/documents/${documentFacts(key).slug}`),
    ]),
  ).toEqual([]);
});

test("TR-44 what a person reads before entering an application has them", async ({ page, context }) => {
  await signedIn(context, await aPerson());
  expect(await faultsOfAll(page, ["/compte/acces/gestion", "/compte/acces/communautes"])).toEqual([]);
});

test("TR-44 what an administrator reads about people and mails has them", async ({ page, context }) => {
  const administrator = await aPerson({ role: "administrator" });
  await enterBackOffice(administrator.id);
  await signedIn(context, administrator);
  const other = await aPerson({ role: "manager" });
  const sql = await siteDatabase();
  await sql`update accounts set blocked_at = now(), blocked_reason = 'Motif de test' where id = ${other.id}`;
  const [mail] = await sql<{ id: string }[]>`select id from mails order by created_at desc limit 1`;
  expect(
    await faultsOfAll(page, [
      `/gestion/personnes/${administrator.id}`,
      `/gestion/personnes/${other.id}`,
      `/gestion/personnes/selection?ids=${administrator.id}.${other.id}`,
      "/gestion/personnes?q=xylophone",
      ...(mail === undefined ? [] : [`/gestion/courriels/${mail.id}`]),
    ]),
  ).toEqual([]);
});
