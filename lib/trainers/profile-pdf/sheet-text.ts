import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(join(process.cwd(), "package.json"));
/** Read at run time, from the package: a bundle has no files. */
const fontFolder = join(dirname(require.resolve("@fontsource/atkinson-hyperlegible-next/package.json")), "files");
const fontFile = (subset: string, weight: number) => join(fontFolder, `atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`);

/** The fonts of every sheet; letters of other Latin alphabets are in a second file of each. */
export function registerFonts(sheet: PDFKit.PDFDocument): void {
  sheet.registerFont("text", fontFile("latin", 400));
  sheet.registerFont("text-bold", fontFile("latin", 700));
  sheet.registerFont("more", fontFile("latin-ext", 400));
  sheet.registerFont("more-bold", fontFile("latin-ext", 700));
}

interface Style {
  readonly size: number;
  readonly color: string;
  readonly before?: number;
  readonly after?: number;
  readonly continued?: boolean;
  readonly bold?: boolean;
}

/** Writes a text with the fonts that have its letters. */
export function write(
  sheet: PDFKit.PDFDocument,
  text: string,
  { size, color, before = 0, after = 0, continued = false, bold = false }: Style,
): void {
  if (before > 0) sheet.y += before;
  sheet.fontSize(size).fillColor(color);
  const runs = runsOf(text);
  for (const [index, run] of runs.entries())
    sheet.font(bold ? `${run.font}-bold` : run.font).text(run.text, { continued: continued || index < runs.length - 1, lineGap: 2 });
  if (after > 0) sheet.y += after;
}

/** Letters of other Latin alphabets are in a second file; what neither has is drawn as it comes. */
export function runsOf(text: string): readonly { readonly text: string; readonly font: "text" | "more" }[] {
  const pieces = text.match(/[\u0100-\u02BA\u1E00-\u1EFF]+|[^\u0100-\u02BA\u1E00-\u1EFF]+/gu) ?? [text];
  return pieces.map((piece) => ({
    text: piece,
    font: /^[\u0100-\u02BA\u1E00-\u1EFF]/u.test(piece) && !/[\u0152\u0153\u0131]/u.test(piece) ? "more" : "text",
  }));
}
