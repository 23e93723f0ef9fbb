import { expect, test } from "vitest";
import type { Institution } from "@/lib/settings/institution";
import { emailOf, emails, type EmailKind } from "./registry";

const institution: Institution = {
  name: "Centre d’essai",
  shortName: "ESSAI",
  postalAddress: "1 rue du Test",
  dataProtectionAddress: "dpo@demo.example",
  supportPhone: "0 800 100 310",
  supportHours: "",
  supportAddress: "aide@demo.example",
  siteUrl: "https://demo.example",
  logo: null,
};
const subjectOf = (kind: EmailKind, over: object = {}) => emailOf(kind).subject({ ...emails[kind].preview.props, ...over }, institution);

test("TR-04 the subjects are those people know, with the institution’s name as a variable", () => {
  expect(subjectOf("confirm-registration")).toBe("Mon Compte ESSAI - Confirmation de votre inscription");
  expect(subjectOf("confirm-registration", { application: "formadist" })).toBe("Confirmation de l’inscription");
  for (const kind of Object.keys(emails) as EmailKind[]) {
    expect(subjectOf(kind), kind).not.toContain("CNFPT");
    expect(emails[kind].from(institution), kind).toContain("ESSAI");
  }
});
