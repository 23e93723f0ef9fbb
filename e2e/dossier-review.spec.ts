import type { BrowserContext, Page } from "@playwright/test";
import sharp from "sharp";
import { barriersOn } from "./support/barriers";
import { siteDatabase } from "./support/database";
import { mailTo } from "./support/inbox";
import { aPerson, enterBackOffice, openSessionOf, signedIn } from "./support/made-people";
import { aTrainer, type MadeTrainer } from "./support/made-trainers";
import { siteUrl } from "./support/site";
import { expect, test } from "./support/test";

async function aManager(context: BrowserContext, firstName: string): Promise<void> {
  const person = await aPerson({ firstName, lastName: "Lambert", role: "manager" });
  await enterBackOffice(person.id);
  await signedIn(context, person);
}

const scan = (words: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: "#e8eef7" } })
    .composite([{ input: Buffer.from(`<svg width="900" height="600"><text x="60" y="320" font-size="72">${words}</text></svg>`) }])
    .jpeg()
    .toBuffer();

/** The smallest page that a reader draws. */
const onePagePdf = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R/Resources<<>>>>endobj
4 0 obj<</Length 30>>stream
0.2 0.3 0.6 rg 60 400 300 80 re f
endstream
endobj
trailer<</Root 1 0 R>>
%%EOF`,
);

type File = readonly [slot: string, name: string, mimeType: string, buffer: Buffer];

/** The form of the trainer, posted whole as a browser without JavaScript does: typed, joined and transmitted. */
async function transmits(trainer: MadeTrainer, typed: Record<string, string>, files: readonly File[]): Promise<void> {
  const { name, value } = await openSessionOf(trainer.id);
  const answer = await fetch(`${siteUrl}/api/intervenants/dossier/formulaire`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: `${name}=${value}`, Origin: siteUrl, "Sec-Fetch-Site": "same-origin" },
    body: formOf(typed, files),
  });
  expect(answer.headers.get("location"), await answer.text()).toContain("message=transmis");
}

function formOf(typed: Record<string, string>, files: readonly File[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ seen: "{}", then: "send", ...typed })) form.set(name, value);
  for (const [slot, name, type, buffer] of files) form.set(slot, new Blob([new Uint8Array(buffer)], { type }), name);
  return form;
}

async function expectNoBarrier(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await barriersOn(page), `${page.url()} at ${width} px`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${page.url()} at ${width} px`).toBeLessThanOrEqual(1);
  }
}

test("AD-04 EI-60 EI-64 a manager says why, asks for pieces, checks them beside the form and decides by keyboard; the trainer reads it all", async ({
  page,
  context,
  browser,
  request,
}) => {
  await aManager(context, "Marc");
  const trainer = await aTrainer({ lastName: "Verdier" });

  // Nothing before a reason.
  await page.goto(`/gestion/intervenants/${trainer.profileId}`);
  await page.getByRole("link", { name: "Dossier administratif", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ouvrir le dossier de Camille Verdier" })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByLabel("Pourquoi ouvrez-vous ce dossier ?").fill("Préparer sa première paie");
  await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
  await expect(page.getByText("Motif : Préparer sa première paie.")).toBeVisible();
  const dossier = page.url();
  await expectNoBarrier(page);
  await page.getByLabel("Informations bancaires").check();
  await page.getByLabel("Message", { exact: true }).fill("Avant la paie de décembre.");
  await page.getByRole("button", { name: "Envoyer la demande" }).click();
  await expect(page.getByText(/2 blocs demandés/u).first()).toBeVisible();
  const asked = await mailTo(
    request,
    trainer.address,
    "Demande de données et pièces complémentaires pour votre dossier intervenant du CNFPT",
  );
  expect(asked.text).toContain("Informations bancaires");
  expect(asked.text).toContain("/intervenants/dossier#identity");

  await transmits(
    trainer,
    {
      identityKind: "id_card",
      identityFrom: "01/02/2022",
      identityUntil: "31/01/2032",
      birthCountry: "FR",
      birthPlace: "Colmar",
      nationality: "FR",
      iban: "FR76 3000 6000 0112 3456 7890 189",
      bic: "SOGEFRPP",
    },
    [
      ["identity_front", "recto.jpg", "image/jpeg", await scan("RECTO")],
      ["identity_back", "verso.jpg", "image/jpeg", await scan("VERSO")],
      ["bank", "rib.pdf", "application/pdf", onePagePdf],
    ],
  );

  // The queue leads straight to the piece, since the dossier is open.
  await page.goto("/gestion/dossiers?q=Verdier");
  await expectNoBarrier(page);
  await page
    .getByRole("row", { name: /Document d’identité/u })
    .getByRole("link", { name: "Verdier Camille" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Document d’identité" })).toBeVisible();
  await expect(page.getByRole("img", { name: "Document d’identité : recto" })).toBeVisible();
  await expectNoBarrier(page);

  // One key each; in a field, letters are letters.
  await page.keyboard.press("s");
  await expect(page.getByRole("img", { name: "Document d’identité : verso" })).toBeVisible();
  await page.keyboard.press("r");
  await page.keyboard.press("+");
  await expect(page.getByText("150 %")).toBeVisible();
  await page.keyboard.press("e");
  const reason = page.getByRole("textbox", { name: /Motif du refus/u });
  await expect(reason).toBeFocused();
  await page.keyboard.type("Le verso est flou : vérifiez svp.");
  await expect(reason).toHaveValue("Le verso est flou : vérifiez svp.");

  // A colleague was quicker: what was written stays, and whose decision it is gets told.
  const other = await browser.newContext({ baseURL: siteUrl, locale: "fr-FR", timezoneId: "Europe/Paris" });
  await aManager(other, "Sofia");
  const colleague = await other.newPage();
  await colleague.goto(dossier);
  await colleague.getByLabel("Pourquoi ouvrez-vous ce dossier ?").fill("Vérifier avec Marc");
  await colleague.getByRole("button", { name: "Ouvrir le dossier" }).click();
  await colleague.getByRole("link", { name: "Document d’identité" }).click();
  await colleague.getByRole("button", { name: "Valider" }).click();
  await expect(colleague.getByRole("heading", { level: 1, name: "Informations bancaires" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/Sofia Lambert a déjà validé ce bloc/u).first()).toBeVisible();
  await expect(reason).toHaveValue("Le verso est flou : vérifiez svp.");
  await colleague.getByRole("button", { name: /Annuler cette décision/u }).click();
  await expect(colleague.getByText("« Document d’identité » attend de nouveau")).toBeVisible();
  await other.close();
  await page.getByRole("button", { name: "Refuser" }).click();
  await expect(page.getByText("Bloc refusé")).toBeVisible();
  const refused = await mailTo(request, trainer.address, "est à refaire");
  expect(refused.text).toContain("Le verso est flou : vérifiez svp.");

  // The next piece of the dossier: a PDF drawn in the page, a number shown in full only when asked.
  await expect(page.getByRole("heading", { level: 1, name: "Informations bancaires" })).toBeVisible();
  await expect(page.getByRole("img", { name: "RIB ou attestation bancaire" })).toBeVisible();
  await expect(page.getByText("FR76 •••• •••• 189")).toBeVisible();
  await page.getByRole("button", { name: "Afficher en entier l’IBAN et le BIC" }).click();
  await expect(page.getByText("FR76 3000 6000 0112 3456 7890 189")).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("v");
  await expect(page.getByText("Bloc validé.")).toBeVisible();

  const sql = await siteDatabase();
  const looks = await sql<{ kind: string }[]>`
    select distinct l.kind from dossier_looks l join dossiers d on d.id = l.dossier_id where d.profile_id = ${trainer.profileId} order by 1`;
  expect(looks.map(({ kind }) => kind)).toEqual(["dossier", "piece", "iban"]);
});

test("AD-04 pieces of several people are ticked and validated at once, told one by one, and one is taken back", async ({
  page,
  context,
}) => {
  await aManager(context, "Marc");
  for (const lastName of ["Groseille-Un", "Groseille-Deux"]) {
    const trainer = await aTrainer({ lastName });
    await transmits(trainer, {}, [["diploma", "diplome.pdf", "application/pdf", onePagePdf]]);
  }
  await page.goto("/gestion/dossiers?q=Groseille");
  await page.getByRole("link", { name: "Sélectionner les 2 résultats" }).click();
  await expect(page.getByRole("heading", { name: "2 blocs choisis" })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByLabel("Pourquoi ouvrez-vous ces dossiers ?").fill("Diplômes vérifiés sur place");
  await page.getByRole("button", { name: "Valider ces 2 blocs" }).click();
  await expect(page.getByText("2 blocs : décision enregistrée.")).toBeVisible();
  const outcomes = page.getByRole("list", { name: "Résultat pour chaque bloc" });
  await expect(outcomes.getByText("Validé.")).toHaveCount(2);
  await page.getByRole("button", { name: /Annuler\s: Groseille-Deux/u }).click();
  await expect(outcomes.getByText(/attend de nouveau/u)).toBeVisible();
  await expectNoBarrier(page);
  await page.goto("/gestion/dossiers/liste?q=Groseille");
  await expect(page.getByRole("row", { name: /Groseille-Un/u })).toContainText("Incomplet");
  await expectNoBarrier(page);
});
