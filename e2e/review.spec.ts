import type { Browser, BrowserContext, Page } from "@playwright/test";
import { barriersOn } from "./support/barriers";
import { siteDatabase } from "./support/database";
import { mailTo } from "./support/inbox";
import { aPerson, enterBackOffice, type MadePerson, signedIn } from "./support/made-people";
import { siteUrl } from "./support/site";
import { expect, test } from "./support/test";

interface Candidate extends MadePerson {
  readonly requestId: string;
  readonly profileId: string;
  readonly name: string;
}

/** Somebody whose request waits for the structure of the managers of these stories. */
async function aCandidate(lastName: string, sentHoursAgo = 1): Promise<Candidate> {
  const sql = await siteDatabase();
  const person = await aPerson({ firstName: "Aline", lastName });
  const answers = {
    civility: "mme",
    firstName: "Aline",
    lastName,
    birthName: lastName,
    bornOn: "04/05/1980",
    nationality: "FR",
    street: "3 rue des Lilas",
    country: "FR",
    postcode: "67000",
    city: "Strasbourg",
    personalPhone: "01 99 00 12 12",
    status: "none",
    withoutWork: "retired",
    regions: ["44"],
    trained: "no",
    motivation: "Transmettre mon métier.",
  };
  const [profile] = await sql<{ id: string }[]>`
    insert into trainer_profiles (account_id, state, answers, home_structure_id, identity_key, updated_at)
    values (${person.id}, 'submitted', ${sql.json(answers)}, (select id from structures where code = '054'), ${person.address}, now()) returning id`;
  const profileId = profile?.id ?? "";
  await sql`insert into profile_lines (profile_id, kind, answers, updated_at)
    values (${profileId}, 'work', ${sql.json({ employer: "Ville de Sélestat", jobTitle: "Directrice financière", period: "2005-2025" })}, now())`;
  const [request] = await sql<{ id: string }[]>`
    insert into profile_requests (profile_id, structure_id, submitted_at, sent_at)
    values (${profileId}, (select id from structures where code = '054'), now() - ${sentHoursAgo} * interval '1 hour', now() - ${sentHoursAgo} * interval '1 hour')
    returning id`;
  return { ...person, profileId, requestId: request?.id ?? "", name: `Aline ${lastName}` };
}

async function aManager(context: BrowserContext, firstName: string): Promise<MadePerson> {
  const person = await aPerson({ firstName, lastName: "Lambert", role: "manager" });
  await enterBackOffice(person.id);
  await signedIn(context, person);
  return person;
}

async function another(browser: Browser, firstName: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: siteUrl, locale: "fr-FR", timezoneId: "Europe/Paris" });
  await aManager(context, firstName);
  return context.newPage();
}

async function expectNoBarrier(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await barriersOn(page), `${page.url()} at ${width} px`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${page.url()} at ${width} px`).toBeLessThanOrEqual(1);
  }
}

test("AD-02 EI-42 EI-43 a request is studied, remarks keep themselves, a colleague sees who is on it, and two decisions make one", async ({
  page,
  context,
  browser,
  request,
}) => {
  await aManager(context, "Marc");
  const candidate = await aCandidate("Deschamps");
  await page.goto("/gestion/intervenants/demandes?q=Deschamps");
  await page.getByRole("link", { name: "Deschamps Aline" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: candidate.name })).toBeVisible();
  await expect(page.getByText("Vous étudiez cette demande depuis")).toBeVisible();
  await expect(page.getByText("Directrice financière")).toBeVisible();
  await expectNoBarrier(page);
  await page.getByLabel(/^Remarque.*Expériences professionnelles/u).fill("Très beau parcours.");
  await expect(page.getByText(/^Enregistré à \d\d:\d\d$/u)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(/^Remarque.*Expériences professionnelles/u)).toHaveValue("Très beau parcours.");

  // A tab left open since then writes something else: both texts are in view, and one is chosen.
  const older = await context.newPage();
  await older.goto(page.url());
  await page.getByLabel(/^Remarque.*Expériences professionnelles/u).fill("Très beau parcours, à Lyon.");
  await expect(page.getByText(/^Enregistré à \d\d:\d\d$/u)).toBeVisible();
  await older.getByLabel(/^Remarque.*Expériences professionnelles/u).fill("Quelles dates ?");
  const both = older.getByRole("alert").filter({ hasText: "Vous avez écrit autre chose ailleurs" });
  await expect(both).toContainText("Très beau parcours, à Lyon.");
  await expect(both).toContainText("Quelles dates ?");
  await older.getByRole("button", { name: "Prendre l’autre : Expériences professionnelles" }).click();
  await expect(older.getByLabel(/^Remarque.*Expériences professionnelles/u)).toHaveValue("Très beau parcours, à Lyon.");
  await expect(both).toBeHidden();
  await older.close();

  const second = await another(browser, "Sofia");
  await second.goto(`/gestion/intervenants/demandes/${candidate.requestId}/decision?quoi=refuser`);
  await second.getByLabel("Raison").fill("Nous n’avons pas de besoin cette année.");
  const watching = await second.context().newPage();
  await watching.goto(`/gestion/intervenants/demandes/${candidate.requestId}`);
  await expect(watching.getByText("Marc Lambert étudie cette demande depuis")).toBeVisible();

  await page.getByRole("button", { name: "Valider…" }).click();
  await expect(page.getByText("Elles ne sont pas envoyées avec une validation.")).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("button", { name: "Valider la demande" }).click();
  await expect(page.getByRole("status").filter({ hasText: "La demande est validée" })).toBeVisible();
  const mail = await mailTo(request, candidate.address, "est validée");
  expect(mail.text).toContain("/intervenants");

  await second.getByRole("button", { name: "Ne pas retenir la demande" }).click();
  await expect(second.getByText(/a déjà été validée par Marc Lambert le/u).first()).toBeVisible();
  await expect(second.getByLabel("Raison")).toHaveValue("Nous n’avons pas de besoin cette année.");
  await second.context().close();

  await page.goto(`/gestion/intervenants?q=${encodeURIComponent("Deschamps")}`);
  await expect(page.getByRole("link", { name: "Deschamps Aline" }).first()).toBeVisible();
});

test("EI-40 a request is not retained: the reason comes from the library, and the mail gives it with the day one may ask again", async ({
  page,
  context,
  request,
}) => {
  await aManager(context, "Marc");
  const candidate = await aCandidate("Bertrand");
  await page.goto(`/gestion/intervenants/demandes/${candidate.requestId}`);
  await page.getByRole("button", { name: "Ne pas retenir…" }).click();
  await page.getByRole("button", { name: "Ne pas retenir la demande" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Expliquez pourquoi" })).toBeVisible();
  await page.getByText("Insérer une formulation").click();
  await page.getByRole("button", { name: /^Pas de besoin dans la spécialité/u }).click();
  await expect(page.getByLabel("Raison")).toHaveValue(/Votre parcours est de qualité/u);
  await expectNoBarrier(page);
  await page.getByRole("button", { name: "Ne pas retenir la demande" }).click();
  await expect(page.getByRole("status").filter({ hasText: "n’est pas retenue" })).toBeVisible();
  const mail = await mailTo(request, candidate.address, "n’est pas retenue");
  expect(mail.text).toContain("Votre parcours est de qualité");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("TR-41 EI-41 remarks are written beside the profile and sent with a demand for more", async ({ page, context, request }) => {
    await aManager(context, "Marc");
    const candidate = await aCandidate("Colin");
    await page.goto(`/gestion/intervenants/demandes/${candidate.requestId}`);
    await page.getByLabel(/^Remarque.*Expériences professionnelles/u).fill("Quelles étaient vos missions ?");
    await page.getByRole("button", { name: "Demander des compléments…" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Demander des compléments" })).toBeVisible();
    await expect(page.getByLabel("Expériences professionnelles")).toHaveValue("Quelles étaient vos missions ?");
    await page.getByRole("button", { name: "Envoyer la demande de compléments" }).click();
    await expect(page.getByText("Les compléments sont demandés")).toBeVisible();
    const mail = await mailTo(request, candidate.address, "à compléter");
    expect(mail.text).toContain("Quelles étaient vos missions");
  });
});

test("AD-01 the dashboard of a manager has the requests that wait, the oldest first, with their age and the figures of the month", async ({
  page,
  context,
}) => {
  await aManager(context, "Marc");
  await aCandidate("Zeller", 24 * 400);
  await page.goto("/gestion");
  const first = page.getByRole("listitem").filter({ hasText: "depuis" }).first();
  await expect(first.getByRole("link", { name: /Demande d’inscription\s: Aline Zeller/u })).toBeVisible();
  await expect(first).toContainText("depuis 400 jours");
  await expect(page.getByText("Demandes reçues")).toBeVisible();
  await page.getByText("Lire les chiffres jour par jour").click();
  await expect(page.getByRole("table").getByRole("row").nth(1)).toBeVisible();
  await expectNoBarrier(page);
});

test("AD-03 the CVthèque is searched, a trainer is read, noted, kept in the selection, and the search is saved", async ({
  page,
  context,
}) => {
  await aManager(context, "Marc");
  await page.goto("/gestion/intervenants?specialite=A3");
  const link = page.getByRole("rowheader").getByRole("link").first();
  const name = (await link.textContent()) ?? "";
  await page.getByText("Mes recherches").click();
  await page.getByLabel(/^Garder la recherche affichée/u).fill("Finances");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("La recherche « Finances » est enregistrée.").first()).toBeVisible();
  await page.getByRole("checkbox", { name: new RegExp(`^Sélectionner ${name}`, "u") }).check();
  await page.getByRole("button", { name: "Ajouter à la sélection" }).click();
  await page.getByRole("button", { name: "Ajouter à la sélection" }).click();
  await expect(page.getByRole("list", { name: "Profils de la sélection" }).getByRole("link", { name })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByText(/^Notes de votre structure/u).click();
  await page.getByLabel(/^Nouvelle note/u).fill("À revoir pour le budget.");
  await page.getByRole("button", { name: "Ajouter la note" }).click();
  await expect(page.getByRole("list", { name: "Notes" })).toContainText("À revoir pour le budget.");
  await expect(page.getByRole("button", { name: "Imprimer" })).toBeVisible();
  await expectNoBarrier(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Imprimer" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Fil d’Ariane" })).toBeHidden();
});

test("AD-02 a manager writes a phrasing for their structure, finds it, and takes it out", async ({ page, context }) => {
  await aManager(context, "Marc");
  await page.goto("/gestion/formulations");
  await page.getByRole("link", { name: "Écrire une formulation" }).click();
  await page.getByLabel(/^Sert à/u).selectOption("correction");
  await page.getByLabel(/^Nom/u).fill("Joindre un programme");
  await page.getByLabel(/^Texte/u).fill("Merci de joindre un programme que vous avez écrit.");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByRole("link", { name: "Joindre un programme" }).first().click();
  await page.getByRole("button", { name: "Retirer la formulation" }).click();
  await expect(page.getByText("La formulation est retirée de la bibliothèque.")).toBeVisible();
});
