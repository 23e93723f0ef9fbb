import { strToU8, zipSync } from "fflate";
import PDFDocument from "pdfkit";
import { buffer } from "node:stream/consumers";

const lines = [
  "Camille DURAND",
  "16 avenue Mozart, 67000 Strasbourg",
  "06 12 34 56 78",
  "EXPÉRIENCES PROFESSIONNELLES",
  "2015-2025 : Directrice financière, Commune de Sélestat",
  "FORMATION",
  "2004 : Master 2 Administration publique, Université de Strasbourg",
  "LANGUES",
  "Anglais courant",
];

/** A small CV as a PDF. */
export async function aCvPdf(): Promise<Buffer> {
  const document = new PDFDocument();
  for (const line of lines) document.text(line);
  document.end();
  return buffer(document);
}

/** The same as a DOCX: the least that a word processor reads. */
export function aCvDocx(): Promise<Buffer> {
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join("");
  const parts = {
    "[Content_Types].xml":
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`,
  };
  return Promise.resolve(Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))));
}

/** Claims forty thousand pages, of which there is none. */
export function aPdfWithoutPages(): Buffer {
  const kids = Array.from({ length: 40_000 }, (_, index) => `${index + 10} 0 R`).join(" ");
  return Buffer.from(
    `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 40000/Kids[${kids}]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`,
  );
}
