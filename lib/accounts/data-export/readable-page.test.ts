import { describe, expect, test } from "vitest";
import type { MyData } from "./download-my-data";
import { readablePage } from "./readable-page";

const technicalId = "0198f2aa-0000-7000-8000-000000000001";
const data: MyData = {
  titre: "Vos données dans Mon Compte CNFPT",
  date: "2026-11-21T09:24:00.000Z",
  responsable: "Centre national <de> la fonction publique",
  contact: "dpo@demo.example",
  rubriques: [
    {
      titre: "Identité et compte",
      lignes: [{ Civilité: "mme", Prénom: "Zélie", "Nom de naissance": null, "Date de naissance": "1980-02-01" }],
    },
    {
      titre: "Sessions",
      lignes: [
        { Appareil: "Firefox sur Linux", "Ouverte le": new Date("2026-07-14T22:05:00Z"), "Rester connecté": true, Motif: "password_reset" },
        {
          Appareil: `<img src=x onerror="alert('x')">`,
          "Ouverte le": new Date("2026-01-01T00:00:00Z"),
          "Rester connecté": false,
          Motif: null,
        },
      ],
    },
    { titre: "Autorisations", lignes: [{ Application: "gestion", Données: ["first_name", "birth"], Choix: "always" }] },
    {
      titre: "Journal",
      lignes: [{ Action: "Compte bloqué", Précisions: { reason: "Trop de bruit", endedSessions: 1234, linkId: technicalId } }],
    },
    { titre: "Fichiers", lignes: [] },
  ],
};
const page = readablePage(data);

describe("MC-30 the readable copy of one's data", () => {
  test("has each part under its title, dates and yes or no in French, codes in words", () => {
    for (const { titre } of data.rubriques) expect(page).toMatch(new RegExp(`<h2>${titre}</h2>`, "u"));
    for (const words of [
      "Copie faite le 21 novembre 2026 à 10:24.",
      "<dt>Civilité</dt><dd>Mme</dd>",
      "<dt>Nom de naissance</dt><dd>—</dd>",
      "<dd>1er février 1980</dd>",
      "<td>15 juillet 2026 à 00:05</td>",
      "<td>oui</td>",
      "terminée par le choix d’un nouveau mot de passe",
      "<dd>Gestion</dd>",
      "<dd>Prénom\u00A0; Nom et date de naissance</dd>",
      "Motif\u00A0: Trop de bruit\u00A0; Sessions terminées\u00A0: 1234",
      "Rien n’est enregistré.",
    ])
      expect(page).toContain(words);
  });

  test("says where the technical identifiers are, which it leaves out", () => {
    expect(page).not.toContain(technicalId);
    expect(page).toContain("les identifiants techniques figurent seulement dans le fichier JSON");
  });

  test("stands alone: no script, nothing to fetch, and what people typed is only text", () => {
    expect(page).not.toMatch(/<script|<img|<link|https?:|@import|url\(/u);
    expect(page).toContain("&lt;img src=x onerror=&quot;alert(&#39;x&#39;)&quot;&gt;");
    expect(page).toContain("Centre national &lt;de&gt; la fonction publique");
  });
});
