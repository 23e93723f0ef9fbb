import { expect, test } from "vitest";
import { faultsOnScreen } from "@/lib/core/testing/typography";
import { dossierBlocks } from "../vocabulary";
import { keptWords } from "./rules";

const settings = { "dossier.forgetDays": 30, "dossier.keepRefusedDays": 90, "dossier.keepYears": 5 };

test("EI-60 TR-31 each block says how long it is kept, by the settings in force", () => {
  expect(keptWords("diploma", settings)).toBe(
    "Gardé jusqu’à 5 ans après votre dernière intervention ou le dernier changement de votre dossier, puis effacé\u00a0; ce qui est refusé ou remplacé l’est après 90 jours.",
  );
  expect(keptWords("identity", settings)).toContain(
    "effacée 30 jours après sa vérification, et le numéro réduit à ses 3 derniers caractères",
  );
  expect(keptWords("social_security", { ...settings, "dossier.forgetDays": 0 })).toMatch(
    /^L’image est effacée aussitôt vérifiée\. Le NIR/u,
  );
  expect(keptWords("address", settings)).toMatch(/^Dans votre profil tant que votre compte existe/u);
  for (const block of dossierBlocks) {
    expect(keptWords(block, { ...settings, "dossier.keepYears": 1 }), block).toContain("1 an après votre dernière intervention");
    expect(faultsOnScreen(keptWords(block, settings)), block).toEqual([]);
  }
});
