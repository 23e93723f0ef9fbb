import type { Browser, Page } from "@playwright/test";
import { join } from "node:path";
import { barriersOn } from "./support/barriers";
import { siteDatabase } from "./support/database";
import { aPerson, enterBackOffice, signedIn } from "./support/made-people";
import { aTrainer, type MadeTrainer } from "./support/made-trainers";
import { siteUrl } from "./support/site";
import { expect, test } from "./support/test";

const dossier = "/intervenants/dossier";
const heic = join(process.cwd(), "lib/files/testing/picture.heic");
const paper = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from("Une pièce\n") });

async function aSelfEmployed(page: Page, lastName = "Lévêque"): Promise<MadeTrainer> {
  const trainer = await aTrainer({ lastName });
  const sql = await siteDatabase();
  const answers = { status: "self_employed", civility: "mme", bornOn: "23/11/1958", jobTitle: "Formatrice" };
  await sql`update trainer_profiles set answers = answers || ${sql.json(answers)} where id = ${trainer.profileId}`;
  await signedIn(page.context(), trainer);
  return trainer;
}

const saved = (page: Page) => page.getByText(/^Enregistré à \d{2}:\d{2}$/u);
const block = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const openBlock = async (page: Page, name: string) => {
  await page.getByRole("navigation", { name: "Blocs du dossier" }).getByRole("link", { name, exact: true }).click();
  await expect(block(page, name)).toBeVisible();
};

async function expectNoBarrier(page: Page): Promise<void> {
  expect(await barriersOn(page), page.url()).toEqual([]);
}

async function fillIdentity(page: Page, kind: string): Promise<void> {
  const identity = block(page, "Document d’identité");
  await identity.getByRole("combobox", { name: "Type de document d’identité" }).selectOption(kind);
  await identity.getByRole("textbox", { name: /^Numéro du document/u }).fill("T7X62TZ79");
  await identity.getByRole("combobox", { name: "Nationalité" }).selectOption({ index: 1 });
  await identity.getByRole("textbox", { name: /: du/u }).fill("01/02/2022");
  await identity.getByRole("textbox", { name: /: au/u }).fill("31/01/2032");
  await identity.getByRole("textbox", { name: "Lieu de naissance (ville)" }).fill("Perpignan");
  await identity.getByRole("combobox", { name: "Pays de naissance" }).selectOption("France");
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 780 } });

  test("EI-60 EI-61 EI-63 EI-65 EI-106 the file is filled block by block, the statement signed, all sent, and seen again masked; EI-62 EI-68 EI-69 validated, it is complete, a replacement is given up, and another status asks for other papers", async ({
    page,
    browser,
    noise,
  }) => {
    await aSelfEmployed(page, "Pommerol");
    await page.goto(dossier);
    await expect(page.getByRole("heading", { level: 1, name: "Données et pièces du dossier administratif" })).toBeVisible();
    await expectNoBarrier(page);
    await openBlock(page, "Document d’identité");
    await expect(block(page, "Informations bancaires")).toBeHidden();
    await fillIdentity(page, "Carte d’identité");
    for (const side of ["recto", "verso"]) {
      await page.getByLabel(`Document d’identité : ${side}`).setInputFiles(heic);
      await expect(page.getByRole("button", { name: new RegExp(`Retirer picture\\.jpg \\(.*${side}\\)`, "u") })).toBeVisible();
    }
    await expectNoBarrier(page);
    await page.getByRole("link", { name: /^Suivant\s: Attestation \/ carte vitale/u }).click();
    const vitale = block(page, "Attestation / carte vitale");
    await vitale.getByRole("textbox", { name: /^NIR/u }).fill("1 58 11 75 119 015");
    await vitale.getByRole("textbox", { name: /^NIR/u }).blur();
    await expect(vitale.getByText(/votre civilité est «\sMadame\s»/u)).toBeVisible();
    await vitale.getByRole("textbox", { name: /^NIR/u }).fill("2 58 11 75 119 015");
    await vitale.getByRole("textbox", { name: /^NIR/u }).blur();
    await expect(vitale.getByText(/votre civilité est «\sMadame\s»/u)).toBeHidden();
    await page.getByLabel("Attestation ou carte vitale").setInputFiles(paper("vitale.txt"));
    await expect(vitale.getByText(/^Chargé\(e\) le \d\d\/\d\d\/\d\d$/u)).toBeVisible();
    await page.getByRole("link", { name: "Tous les blocs" }).last().click();
    await openBlock(page, "Informations bancaires");
    const bank = block(page, "Informations bancaires");
    await bank.getByRole("textbox", { name: "IBAN" }).fill("FR76 3000 6000 0112 3456 7890 189");
    await bank.getByRole("textbox", { name: "BIC" }).fill("AGRIFRPP");
    await expect(bank.getByRole("checkbox", { name: /^Zone SEPA/u })).toBeChecked();
    await expect(saved(page)).toBeVisible();
    await page.getByRole("button", { name: "Transmettre" }).click();
    await page
      .getByRole("alert")
      .getByRole("link", { name: /^RIB ou attestation bancaire/u })
      .click();
    // On a slow network: what is on its way is not missed.
    const arrived = Promise.withResolvers<void>();
    await page.route("**/api/files*", async (route) => {
      await arrived.promise;
      await route.continue();
    });
    await page.getByLabel("RIB ou attestation bancaire").setInputFiles(paper("rib.txt"));
    await page.getByRole("button", { name: "Transmettre" }).click();
    await expect(page.getByText("Un fichier se charge encore. Attendez qu’il soit là, puis recommencez.")).toBeVisible();
    arrived.resolve();
    await expect(bank.getByText(/^Chargé\(e\) le/u)).toBeVisible();
    await page.unroute("**/api/files*");

    await page.goto(`${dossier}/attestation`);
    await expectNoBarrier(page);
    await page.getByRole("checkbox", { name: /^Je certifie sur l’honneur/u }).check();
    await page.getByRole("textbox", { name: /en guise de signature/u }).fill("Personne D’autre");
    await page.getByRole("button", { name: "Signer et transmettre" }).click();
    await expect(page.getByText(/comme dans votre profil/u).first()).toBeVisible();
    const name = (await page.getByText(/^Tels que dans votre profil/u).innerText()).replace(/^.*:\s/u, "");
    await page.getByRole("textbox", { name: /en guise de signature/u }).fill(name);
    await page.getByRole("button", { name: "Signer et transmettre" }).click();
    await expect(page.getByText("Votre attestation est signée et transmise.")).toBeVisible();

    await page.getByRole("button", { name: "Transmettre" }).click();
    await expect(page.getByText("Votre dossier est transmis.")).toBeVisible();
    await expect(
      page.getByText(/^Transmis le .*Document d’identité, Attestation \/ carte vitale, Informations bancaires\.$/u),
    ).toBeVisible();
    await expect(page.getByRole("rowheader", { name: "Informations bancaires" })).toBeVisible();
    await openBlock(page, "Informations bancaires");
    await expect(bank.getByText(/^FR76 •••• •••• 189$/u)).toBeVisible();
    await bank.getByRole("button", { name: /^Modifier\s: IBAN/u }).click();
    await bank.getByRole("textbox", { name: "IBAN" }).fill("FR76 3000 6000 0112 3456 7890 188");
    await bank.getByRole("textbox", { name: "IBAN" }).blur();
    await expect(bank.getByText(/^Pas encore enregistré\s:/u)).toBeVisible();
    await expectNoBarrier(page);
    await bank.getByRole("textbox", { name: "IBAN" }).fill("");
    expect(await page.content()).not.toContain("30006000011234567890189");
    await openBlockFromBlock(page, "Attestation / carte vitale");
    await expect(vitale.getByText(/^2 58 •• •• ••• ••• 15$/u)).toBeVisible();

    await validateAll(browser, "Pommerol");
    await page.goto(dossier);
    await expect(page.getByText("Votre dossier est complet et validé.")).toBeVisible();
    await expect(page.getByText(/établit la lettre de demande/u)).toBeVisible();

    // Another document, then second thoughts.
    await openBlock(page, "Informations bancaires");
    await bank.getByRole("button", { name: /^Retirer rib\.txt/u }).click();
    await expect(bank.getByText(/^Chargé\(e\) le/u)).toBeHidden();
    await page.getByLabel("RIB ou attestation bancaire").setInputFiles(paper("autre.txt"));
    await expect(bank.getByRole("link", { name: /^autre\.txt/u })).toBeVisible();
    await bank.getByRole("button", { name: /^Remettre le document en vigueur/u }).click();
    const question = page.getByRole("alertdialog");
    await expect(question.getByText("autre.txt")).toBeVisible();
    await expectNoBarrier(page);
    await question.getByRole("button", { name: "Remettre", exact: true }).click();
    await expect(page.getByText(/^C’est remis/u)).toBeVisible();
    await openBlock(page, "Informations bancaires");
    await expect(bank.getByRole("link", { name: /^rib\.txt/u })).toBeVisible();
    await expect(bank.getByRole("button", { name: /^Remettre/u })).toBeHidden();

    // Typed while nothing could be saved, and given up: this device does not bring it back.
    await openBlockFromBlock(page, "Adresse personnelle");
    const address = block(page, "Adresse personnelle");
    const street = address.getByRole("textbox", { name: /voie/u });
    const before = await street.inputValue();
    await page.route("**/api/intervenants/dossier", (route) => route.abort("internetdisconnected"));
    await street.fill("9 rue Haute");
    await expect(page.getByText(/^Hors ligne\s: gardé sur cet appareil/u)).toBeVisible();
    await address.getByRole("button", { name: /^Remettre les réponses en vigueur/u }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remettre", exact: true }).click();
    await expect(page.getByText(/^C’est remis/u)).toBeVisible();
    await expect(page.getByText("Vos réponses ont été retrouvées sur cet appareil.")).toBeHidden();
    await openBlock(page, "Adresse personnelle");
    await expect(street).toHaveValue(before);
    await page.unroute("**/api/intervenants/dossier");
    // The browser complains of the network that we cut; of nothing else.
    expect(noise.splice(0).filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);

    // The papers of a status are asked for as soon as it is chosen; the file stays complete until it is validated.
    const blocks = page.getByRole("navigation", { name: "Blocs du dossier" });
    for (const [status, asked, notAsked] of [
      ["Fonctionnaire", "Dernier arrêté de situation (secteur public)", "Contrat de travail ou attestation de l’employeur"],
      ["Salarié du secteur privé", "Contrat de travail ou attestation de l’employeur", "Dernier arrêté de situation (secteur public)"],
    ] as const) {
      await openBlockFromBlock(page, "Statut et position");
      await page.getByRole("combobox", { name: "Statut professionnel" }).selectOption(status);
      await page.getByRole("link", { name: "Tous les blocs" }).last().click();
      await expect(blocks.getByRole("link", { name: asked, exact: true })).toBeVisible();
      await expect(blocks.getByRole("link", { name: notAsked, exact: true })).toBeHidden();
      await openBlock(page, "Statut et position");
    }
    await expect(saved(page)).toBeVisible();
    await page.goto(dossier);
    await expect(page.getByText("Votre dossier est complet et validé.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Type de contrat", exact: true })).toBeVisible();
  });
});

/** A manager validates all that this person has sent. */
async function validateAll(browser: Browser, lastName: string): Promise<void> {
  const context = await browser.newContext({ baseURL: siteUrl, locale: "fr-FR", timezoneId: "Europe/Paris" });
  const manager = await aPerson({ firstName: "Marc", lastName: "Lambert", role: "manager" });
  await enterBackOffice(manager.id);
  await signedIn(context, manager);
  const page = await context.newPage();
  await page.goto(`/gestion/dossiers?q=${lastName}`);
  await page.getByRole("link", { name: /^Sélectionner les/u }).click();
  await page.getByLabel(/^Pourquoi ouvrez-vous ces dossiers/u).fill("Pièces vérifiées sur place");
  await page.getByRole("button", { name: /^Valider ces/u }).click();
  await expect(page.getByText(/décision enregistrée/u)).toBeVisible();
  await context.close();
}

async function openBlockFromBlock(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "Tous les blocs" }).last().click();
  await openBlock(page, name);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("EI-65 EI-68 TR-41 answers and files leave in one sending; what is missing is told, what is masked is kept, what was taken off is put back", async ({
    page,
  }) => {
    await aSelfEmployed(page);
    await page.goto(dossier);
    await fillIdentity(page, "Passeport");
    await page.getByRole("button", { name: "Transmettre" }).click();
    await expect(
      page
        .getByRole("alert")
        .getByText(/Joignez ce document/u)
        .first(),
    ).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Lieu de naissance (ville)" })).toHaveValue("Perpignan");
    await page.getByRole("textbox", { name: "IBAN" }).fill("FR76 3000 6000 0112 3456 7890 189");
    await page.getByLabel("Document d’identité : recto").setInputFiles(paper("passeport.txt"));
    await page.getByRole("button", { name: "Enregistrer", exact: true }).last().click();
    await expect(page.getByText("Vos réponses sont enregistrées.")).toBeVisible();
    await expect(page.getByRole("link", { name: /passeport\.txt/u })).toBeVisible();
    await expect(page.getByText(/Enregistré\s: FR76 •••• •••• 189/u)).toBeVisible();
    await expect(page.getByText(/Enregistré\s: ••• Z79/u)).toBeVisible();
    await page.getByRole("checkbox", { name: /^Effacer ce qui est enregistré\s: IBAN/u }).check();
    await page.getByRole("button", { name: "Transmettre" }).click();
    await expect(page.getByText("Votre dossier est transmis.")).toBeVisible();
    await expect(page.getByText(/^Transmis le .*: Document d’identité\.$/u)).toBeVisible();
    await page.getByRole("button", { name: /^Retirer passeport\.txt/u }).click();
    await expect(page.getByRole("link", { name: /passeport\.txt/u })).toBeHidden();
    await page.getByRole("button", { name: /^Remettre mon dernier envoi/u }).click();
    await expect(page.getByText(/de nouveau comme vous l’avez transmis/u)).toBeVisible();
    await page.getByRole("button", { name: "Remettre", exact: true }).click();
    await expect(page.getByText(/^C’est remis/u)).toBeVisible();
    await expect(page.getByRole("link", { name: /passeport\.txt/u })).toBeVisible();
  });
});
