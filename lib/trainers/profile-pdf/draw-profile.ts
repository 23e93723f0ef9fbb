import PDFDocument from "pdfkit";
import type { Fact, PartText } from "./profile-text";
import { registerFonts, runsOf, write } from "./sheet-text";

export interface ProfileSheet {
  /** "Camille Durand" */
  readonly name: string;
  /** Under the name: who sees it, when. */
  readonly subtitle: string;
  readonly parts: readonly PartText[];
}

const ink = "#1b2127";
const soft = "#4b5563";
const accent = "#0f5c47";

/** A profile as a PDF to read, print and keep (EI-33, AD-03): tagged, in French, with its own fonts. A stream of bytes. */
export function drawProfile({ name, subtitle, parts }: ProfileSheet): PDFKit.PDFDocument {
  const sheet = new PDFDocument({
    size: "A4",
    margins: { top: 56, bottom: 56, left: 56, right: 56 },
    tagged: true,
    lang: "fr-FR",
    displayTitle: true,
    pdfVersion: "1.7",
    bufferPages: true,
    info: { Title: `CV de ${name}` },
  });
  registerFonts(sheet);
  const root = sheet.struct("Document");
  sheet.addStructure(root);
  const add = (type: string, draw: () => void) => root.add(sheet.struct(type, {}, draw));
  add("H1", () => write(sheet, name, { size: 22, color: accent, bold: true }));
  add("P", () => write(sheet, subtitle, { size: 10, color: soft, after: 10 }));
  for (const { title, facts, lines } of parts) {
    add("H2", () => write(sheet, title, { size: 14, color: accent, bold: true, before: 10, after: 4 }));
    for (const fact of facts) add("P", () => writeFact(sheet, fact));
    for (const line of lines)
      add("P", () => {
        for (const fact of line) writeFact(sheet, fact);
        sheet.moveDown(0.5);
      });
  }
  root.end();
  numberPages(sheet, name);
  sheet.end();
  return sheet;
}

function writeFact(sheet: PDFKit.PDFDocument, { term, value }: Fact): void {
  write(sheet, `${term}\u00A0: `, { size: 10, color: soft, continued: true });
  write(sheet, value, { size: 10, color: ink, after: 2 });
}

/** At the foot of each page; not part of what a reader of the screen hears. */
function numberPages(sheet: PDFKit.PDFDocument, name: string): void {
  const { start, count } = sheet.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    sheet.switchToPage(page);
    // Below the margin, where a text would otherwise open a new page.
    sheet.page.margins.bottom = 0;
    sheet.markContent("Artifact", { type: "Pagination" });
    sheet.fontSize(8).fillColor(soft);
    const runs = runsOf(`${name} – page ${page - start + 1} sur ${count}`);
    sheet.x = sheet.page.margins.left;
    sheet.y = sheet.page.height - 36;
    for (const [index, run] of runs.entries())
      sheet.font(run.font).text(run.text, { lineBreak: false, continued: index < runs.length - 1 });
    sheet.endMarkedContent();
  }
}
