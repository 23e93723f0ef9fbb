import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { create, type Font } from "fontkit";
import sharp from "sharp";
import { maxImagePixels } from "./places.data";

const require = createRequire(join(process.cwd(), "package.json"));
const fontFolder = join(dirname(require.resolve("@fontsource/atkinson-hyperlegible-next/package.json")), "files");
const fontFile = (subset: string) => join(fontFolder, `atkinson-hyperlegible-next-${subset}-600-normal.woff`);

let opened: readonly Font[] | undefined;
const fonts = (): readonly Font[] => (opened ??= ["latin", "latin-ext"].map((subset) => create(readFileSync(fontFile(subset)))));

/** The longest side of what is shown; larger than any screen reads. */
const maxSide = 2400;

/**
 * Draws `text` all over an image, into its pixels, and gives a JPEG (EI-105): whoever photographs the screen or keeps the
 * image keeps the name too. Letters are drawn as outlines of our own font: a server may have none.
 */
export async function watermarkImage(bytes: Buffer, text: string): Promise<Buffer> {
  const { data, info } = await sharp(bytes, { limitInputPixels: maxImagePixels, failOn: "error" })
    .autoOrient()
    .resize({ width: maxSide, height: maxSide, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .flatten({ background: "#ffffff" })
    .removeAlpha()
    .raw()
    .timeout({ seconds: 20 })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } })
    .composite([{ input: Buffer.from(sheetOf(text, width, height)) }])
    .jpeg({ quality: 82 })
    .timeout({ seconds: 20 })
    .toBuffer();
}

/** Dark letters with a light edge are seen on white paper and on a dark photograph alike. */
function sheetOf(text: string, width: number, height: number): string {
  const size = Math.max(9, Math.round(Math.max(width, height) / 45));
  const { paths, advance } = outlinesOf(text);
  const scale = size / 1000;
  const [across, down] = [Math.ceil(advance * scale + size * 3), size * 6];
  // Every second row begins half a text further: no band of the image stays free of it.
  const at = (x: number, y: number) => `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})"><use href="#text"/></g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
<g id="text" fill="#1b2127" fill-opacity="0.42" stroke="#ffffff" stroke-opacity="0.42" stroke-width="60" paint-order="stroke">${paths}</g>
<pattern id="rows" patternUnits="userSpaceOnUse" width="${across}" height="${down}" patternTransform="rotate(-28)">
${at(0, size * 2)}${at(across / 2, size * 5)}${at(-across / 2, size * 5)}</pattern></defs>
<rect width="100%" height="100%" fill="url(#rows)"/></svg>`;
}

function outlinesOf(text: string): { readonly paths: string; readonly advance: number } {
  let advance = 0;
  const paths: string[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const font = fonts().find((one) => one.hasGlyphForCodePoint(point)) ?? fonts()[0];
    if (font === undefined) throw new Error("no font for the watermark");
    const glyph = font.glyphForCodePoint(point);
    const outline = glyph.path.toSVG();
    if (outline !== "") paths.push(`<path transform="translate(${advance} 0)" d="${outline}"/>`);
    advance += glyph.advanceWidth * (1000 / font.unitsPerEm);
  }
  return { paths: paths.join(""), advance };
}
