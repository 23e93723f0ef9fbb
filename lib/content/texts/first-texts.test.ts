import { expect, test } from "vitest";
import { applications } from "@/lib/accounts/applications/applications.data";
import { settingsTable } from "@/lib/settings/settings.data";
import { firstTexts } from "./texts.data";

test("EI-21 TR-31 what the documents say of delays is what the platform does", () => {
  expect(applications.intervenants.linkLifetimeHours).toBe(7 * 24);
  for (const document of ["user_guide", "tutorials", "legal_notices"] as const)
    expect(firstTexts[document].text, document).toContain("sept jours");
  expect(settingsTable["dossier.keepYears"].initial).toBe(5);
  expect(firstTexts.legal_notices.text).toContain("cinq ans après votre dernière intervention ou le dernier changement de votre dossier");
});
