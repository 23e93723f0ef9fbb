import PDFDocument from "pdfkit";
import { buffer } from "node:stream/consumers";
import { registerFonts, write } from "@/lib/trainers/profile-pdf/sheet-text";
import type { Statement } from "./rules";

interface Signed extends Statement {
  /** As it was typed. */
  readonly signature: string;
  /** "21 novembre 2026 à 21:04" */
  readonly signedAt: string;
  readonly institution: string;
}

/** The statement as a PDF, as it was signed in the page (EI-106): tagged, in French, with its own fonts. */
export async function drawStatement({ name, opening, declared, warning, signature, signedAt, institution }: Signed): Promise<Buffer> {
  const sheet = new PDFDocument({
    size: "A4",
    margins: { top: 72, bottom: 72, left: 72, right: 72 },
    tagged: true,
    lang: "fr-FR",
    displayTitle: true,
    pdfVersion: "1.7",
    info: { Title: `Attestation sur l’honneur de ${name}` },
  });
  registerFonts(sheet);
  const root = sheet.struct("Document");
  sheet.addStructure(root);
  const add = (type: string, draw: () => void) => root.add(sheet.struct(type, {}, draw));
  add("H1", () => write(sheet, "Attestation sur l’honneur", { size: 20, color: "#1b2127", bold: true, after: 18 }));
  add("P", () => write(sheet, opening, { size: 12, color: "#1b2127", after: 10 }));
  for (const line of declared) add("P", () => write(sheet, `– ${line}`, { size: 12, color: "#1b2127", after: 6 }));
  add("P", () => write(sheet, warning, { size: 10, color: "#4b5563", before: 8, after: 18 }));
  add("P", () => write(sheet, `Signé en ligne par ${signature}, le ${signedAt}.`, { size: 12, color: "#1b2127", bold: true, after: 4 }));
  add("P", () =>
    write(
      sheet,
      `Signature recueillie dans l’Espace Intervenants (${institution}) : la personne, connectée à son compte, a coché « Je certifie sur l’honneur » et saisi son nom.`,
      { size: 10, color: "#4b5563" },
    ),
  );
  root.end();
  sheet.end();
  return buffer(sheet);
}
