import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import sharp from "sharp";

/** Small files of every kind, made in code: what is in them is on the page. */
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#2457a6" } });
export const jpegOf = (width = 80, height = 60): Promise<Buffer> => picture(width, height).jpeg().toBuffer();
export const pngOf = (width = 80, height = 60): Promise<Buffer> => picture(width, height).png().toBuffer();
export const webpOf = (width = 80, height = 60): Promise<Buffer> => picture(width, height).webp().toBuffer();

/** A few bytes that say they are 50 000 by 50 000 points, with the check sum that makes it believed. */
export async function pixelBomb(): Promise<Buffer> {
  const png = await pngOf(10, 10);
  png.writeUInt32BE(50_000, 16);
  png.writeUInt32BE(50_000, 20);
  let sum = 0xffffffff;
  for (const byte of png.subarray(12, 29)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  png.writeUInt32BE((sum ^ 0xffffffff) >>> 0, 29);
  return png;
}

/** 96 × 64, written by heif-enc (libheif); nothing here can write HEIC. */
export const heic = (): Buffer => readFileSync(join(import.meta.dirname, "picture.heic"));

/** Taken in Paris with the camera turned: carries a position, a maker and an orientation. */
export const locatedJpeg = (): Promise<Buffer> =>
  picture(80, 60)
    .withExif({
      IFD0: { Make: "CanaryCamera" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 29/1", GPSLongitudeRef: "E", GPSLongitude: "2/1 17/1 40/1" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

export const pdf = (inside = "") => Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n${inside}\nstartxref\n9\n%%EOF\n`);
export const rtf = (inside = "Bonjour") => Buffer.from(`{\\rtf1\\ansi ${inside}}`);
export const exe = Buffer.concat([Buffer.from("MZ\u0090\u0000\u0003", "latin1"), Buffer.alloc(600, 1)]);

export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly stored?: boolean;
  /** Size the directory claims, when it lies. */
  readonly claims?: number;
  /** Unix mode, for symbolic links. */
  readonly mode?: number;
}

/** A ZIP archive, as small as the format allows. */
export function zipOf(parts: readonly ZipPart[], before = Buffer.alloc(0)): Buffer {
  const locals: Buffer[] = [before];
  const entries: Buffer[] = [];
  let at = before.length;
  for (const { name, content, stored = false, claims, mode = 0o100644 } of parts) {
    const clear = Buffer.from(content);
    const packed = stored ? clear : deflateRawSync(clear);
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(stored ? 0 : 8, 4);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claims ?? clear.length, 18);
    const nameBytes = Buffer.from(name);
    const sizes = Buffer.alloc(4);
    sizes.writeUInt16LE(nameBytes.length, 0);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), facts, sizes, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), facts, sizes, tail, nameBytes]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const contentTypes = (main: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
const wordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

export const docx = (more: readonly ZipPart[] = []) =>
  zipOf([
    { name: "[Content_Types].xml", content: contentTypes(wordMain) },
    { name: "word/document.xml", content: "<w:document/>" },
    ...more,
  ]);
export const docm = () =>
  zipOf([{ name: "[Content_Types].xml", content: contentTypes("application/vnd.ms-word.document.macroEnabled.main+xml") }]);
export const odt = (more: readonly ZipPart[] = []) =>
  zipOf([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.text", stored: true },
    { name: "content.xml", content: "<office:document-content/>" },
    ...more,
  ]);

/** An OLE container of two sectors: its allocation table, and a directory with these names. */
export function oleWith(names: readonly string[]): Buffer {
  const file = Buffer.alloc(512 * 3);
  Buffer.from("D0CF11E0A1B11AE1", "hex").copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  file.writeUInt32LE(0xfffffffd, 512);
  file.writeUInt32LE(0xfffffffe, 516);
  ["Root Entry", ...names].slice(0, 4).forEach((name, index) => {
    const at = 1024 + index * 128;
    file.write(name, at, "utf16le");
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
  });
  return file;
}
