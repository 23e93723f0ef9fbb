import { eq } from "drizzle-orm";
import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { files } from "@/db/schema/files";
import { inRolledBackTx } from "@/db/testing/rollback";
import { openFile } from "@/lib/files/open-file";
import { receiveFile } from "@/lib/files/receive-file";
import { scanWithClamd } from "@/lib/files/scan-with-clamd";
import { type ClamdDouble, eicar, startClamdDouble } from "@/lib/files/testing/clamd-double";
import {
  docm,
  docx,
  exe,
  heic,
  jpegOf,
  locatedJpeg,
  odt,
  oleWith,
  pdf,
  pixelBomb,
  pngOf,
  rtf,
  webpOf,
  zipOf,
} from "@/lib/files/testing/sample-files";
import { incoming, someone, type TestFiles, testFiles } from "@/lib/files/testing/test-tools";

let scanner: ClamdDouble;
let tools: TestFiles;
beforeAll(async () => {
  scanner = await startClamdDouble();
  tools = await testFiles({ scan: (bytes) => scanWithClamd(scanner.url, bytes) });
});
afterAll(async () => {
  await tools.clean();
  await scanner.close();
});

type Content = Buffer | Promise<Buffer>;
const limit = 5_000_000;
const text = (said: string) => Buffer.from(said);
const padded = (bytes: Buffer, length: number) => Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x20)]);
const svg = text(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);
/** A PDF of exactly so many bytes. */
const pdfOf = (length: number) => pdf("x".repeat(length - pdf().length));
const half = async (content: Content, part = 2) => {
  const bytes = await content;
  return bytes.subarray(0, Math.floor(bytes.length / part));
};
const noise = Buffer.concat([Buffer.of(0, 255), randomBytes(4000)]);

/** What is kept, under which name and type. */
const kept: readonly (readonly [string, string, Content, string, string])[] = [
  ["a photograph", "carte.jpg", jpegOf(), "carte.jpg", "image/jpeg"],
  ["a photograph that says where it was taken", "IMG_0412.JPEG", locatedJpeg(), "IMG_0412.JPEG", "image/jpeg"],
  ["a scan in PNG, kept as JPEG", "recto.png", pngOf(), "recto.jpg", "image/jpeg"],
  ["the photo of a telephone, kept as JPEG", "IMG_0001.HEIC", heic(), "IMG_0001.jpg", "image/jpeg"],
  ["a picture without extension", "carte", jpegOf(), "carte.jpg", "image/jpeg"],
  ["a picture with a program behind it, drawn again without it", "carte.jpg", withTail(jpegOf(), exe), "carte.jpg", "image/jpeg"],
  [
    "a picture with an archive behind it",
    "carte.png",
    withTail(pngOf(), zipOf([{ name: "a.php", content: "<?php" }])),
    "carte.jpg",
    "image/jpeg",
  ],
  ["a PDF", "contrat.pdf", pdf(), "contrat.pdf", "application/pdf"],
  ["a PDF of exactly the limit", "contrat.pdf", pdfOf(limit), "contrat.pdf", "application/pdf"],
  ["a PDF with a script, which is only ever shown sandboxed", "contrat.pdf", pdf("/JS (app.alert(1))"), "contrat.pdf", "application/pdf"],
  ["a DOC", "arrete.doc", oleWith(["WordDocument"]), "arrete.doc", "application/msword"],
  ["a DOCX", "arrete.docx", docx(), "arrete.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["an ODT", "arrete.odt", odt(), "arrete.odt", "application/vnd.oasis.opendocument.text"],
  ["RTF", "arrete.rtf", rtf(), "arrete.rtf", "application/rtf"],
  ["a text", "note.txt", text("Élève à Noël"), "note.txt", "text/plain"],
  ["a drawing with a script named TXT, a text like another, never shown in a page", "note.txt", svg, "note.txt", "text/plain"],
  ["a name that climbs out", "../../etc/passwd.pdf", pdf(), "passwd.pdf", "application/pdf"],
  ["a Windows path", "C:\\Users\\moi\\contrat.pdf", pdf(), "contrat.pdf", "application/pdf"],
  ["a name that reads backwards", "contrat\u202Efdp.pdf", pdf(), "contratfdp.pdf", "application/pdf"],
  ["a name with line ends and quotes", 'a"\r\nSet-Cookie: x=1.pdf', pdf(), "a_Set-Cookie_ x=1.pdf", "application/pdf"],
  ["a name with a NUL", "contrat.pdf\u0000.exe.pdf", pdf(), "contrat.pdf.exe.pdf", "application/pdf"],
  ["a name of nothing but dots", "...", pdf(), "fichier.pdf", "application/pdf"],
  ["a name of 400 characters", `${"é".repeat(400)}.pdf`, pdf(), `${"é".repeat(146)}.pdf`, "application/pdf"],
];

/** What is refused, and the words that tell why. */
const refused: readonly (readonly [string, string, Content, RegExp])[] = [
  ["nothing", "carte.jpg", Buffer.alloc(0), /vide/u],
  ["a PDF of one byte more than the limit", "contrat.pdf", pdfOf(limit + 1), /dépasse 5/u],
  ["a text of one byte more than the limit", "note.txt", padded(text("a"), limit + 1), /dépasse 5/u],
  ["a PNG named JPG", "carte.jpg", pngOf(), /ne correspond pas/u],
  ["a JPG named PNG", "carte.png", jpegOf(), /ne correspond pas/u],
  ["a PDF named JPG", "carte.jpg", pdf(), /ne correspond pas/u],
  ["a photograph named PDF", "carte.pdf", jpegOf(), /ne correspond pas/u],
  ["a DOCX named PDF", "contrat.pdf", docx(), /ne correspond pas/u],
  ["a text named PDF", "contrat.pdf", text("Bonjour"), /n’est pas accepté|ne correspond pas/u],
  ["a PDF with two extensions", "contrat.pdf.exe", pdf(), /ne correspond pas/u],
  ["a program", "setup.exe", exe, /n’est pas accepté/u],
  ["a program named JPG", "carte.jpg", exe, /n’est pas accepté/u],
  ["a program named TXT", "note.txt", exe, /n’est pas accepté/u],
  ["a drawing with a script", "carte.svg", svg, /n’est pas accepté/u],
  ["a drawing named PNG", "carte.png", svg, /n’est pas accepté/u],
  ["a web page", "page.html", text("<!doctype html><script>1</script>"), /n’est pas accepté/u],
  ["a web page named PDF", "contrat.pdf", text("<!doctype html><script>1</script>"), /n’est pas accepté/u],
  ["a WebP, which this place does not take", "carte.webp", webpOf(), /n’est pas accepté/u],
  ["a GIF that is a script", "carte.jpg", text("GIF89a=1;alert(1)//"), /n’est pas accepté/u],
  ["a spreadsheet", "tableau.doc", oleWith(["Workbook"]), /n’est pas accepté/u],
  ["any archive", "pieces.zip", zipOf([{ name: "a.txt", content: "a" }]), /n’est pas accepté/u],
  ["an archive named DOCX", "arrete.docx", zipOf([{ name: "a.txt", content: "a" }]), /n’est pas accepté/u],
  ["a page that is also a PDF", "note.txt", Buffer.concat([text("<!-- "), pdf(), text("-->")]), /n’est pas accepté/u],
  ["a PDF that is also an archive", "contrat.pdf", Buffer.concat([pdf(), zipOf([{ name: "a.class", content: "a" }])]), /cache un autre/u],
  ["a program that is also an archive", "arrete.docx", zipOf([{ name: "a", content: "a" }], exe), /n’est pas accepté/u],
  ["bytes hidden behind a DOCX", "arrete.docx", Buffer.concat([docx(), text("hidden")]), /abîmé/u],
  ["a macro document named DOCX", "arrete.docx", docm(), /n’est pas accepté/u],
  ["a DOCX with macros", "arrete.docx", docx([{ name: "word/vbaProject.bin", content: "x" }]), /macros/u],
  ["a DOC with macros", "arrete.doc", oleWith(["WordDocument", "Macros"]), /macros/u],
  ["an ODT with macros", "arrete.odt", odt([{ name: "Basic/Standard/Module1.xml", content: "x" }]), /macros/u],
  ["RTF with an embedded object", "arrete.rtf", rtf("{\\object{\\*\\objdata 0105}}"), /macros/u],
  ["an archive that claims 4 GB", "arrete.docx", docx([{ name: "word/a.png", content: "a", claims: 4_000_000_000 }]), /décompressé/u],
  [
    "an archive that unpacks to 60 MB",
    "arrete.docx",
    zipOf([{ name: "[Content_Types].xml", content: Buffer.alloc(60_000_000, 32) }]),
    /n’est pas accepté|décompressé/u,
  ],
  [
    "an archive of 6 000 entries",
    "arrete.docx",
    docx(Array.from({ length: 6_000 }, (_, at) => ({ name: `word/${at}`, content: "" }))),
    /décompressé/u,
  ],
  ["an archive whose names climb out", "arrete.docx", docx([{ name: "../../etc/cron.d/x", content: "x" }]), /n’est pas accepté/u],
  [
    "an archive with a symbolic link",
    "arrete.docx",
    docx([{ name: "word/l", content: "/etc/passwd", mode: 0o120777 }]),
    /n’est pas accepté/u,
  ],
  ["50 000 by 50 000 points", "carte.png", pixelBomb(), /trop de points/u],
  ["a photograph cut in the middle", "carte.jpg", half(jpegOf(900, 700)), /abîmé/u],
  ["a PNG cut in the middle", "carte.png", half(pngOf(900, 700)), /abîmé/u],
  ["a HEIC cut in the middle", "IMG_0001.heic", heic().subarray(0, 700), /abîmé|n’est pas accepté/u],
  ["a PDF cut short", "contrat.pdf", text("%PDF-1.7\n1 0 obj<<"), /abîmé/u],
  ["a DOC cut short", "arrete.doc", oleWith(["WordDocument"]).subarray(0, 1000), /abîmé/u],
  ["a DOCX cut short", "arrete.docx", docx().subarray(0, -5), /abîmé/u],
  ["noise", "carte.jpg", noise, /n’est pas accepté/u],
  ["noise named TXT", "note.txt", noise, /n’est pas accepté/u],
  ["text with a NUL", "note.txt", text("Bon\u0000jour"), /n’est pas accepté/u],
  ["what every scanner knows", "note.txt", eicar, /antivirus/u],
  ["the same in the middle of a text", "note.txt", Buffer.concat([text("Bonjour "), eicar]), /antivirus/u],
  ["a calendar named PDF", "contrat.pdf", text("BEGIN:VCALENDAR\r\n"), /n’est pas accepté|ne correspond pas/u],
];

async function withTail(content: Content, tail: Buffer): Promise<Buffer> {
  return Buffer.concat([await content, tail]);
}

describe("TR-20 TR-21 pieces of the administrative file", () => {
  test("TR-20 the table has about all that people and attackers send", () => {
    expect(kept.length + refused.length).toBeGreaterThan(60);
  });

  test.each(kept)("TR-20 kept: %s", (_what, name, content, expectedName, mediaType) =>
    inRolledBackTx(async (tx) => {
      const ctx = { ...tx, actor: someone() };
      const row = await receiveFile(ctx, incoming(name, await content, { place: "dossier_piece" }), tools);
      expect(row).toMatchObject({ name: expectedName, mediaType, state: "clean", attachedAt: null });
      const bytes = await buffer(await openFile(row, tools));
      if (mediaType === "image/jpeg") {
        const { exif, format, width, height } = await sharp(bytes).metadata();
        expect({ exif, format, width: width > 0, height: height > 0 }).toEqual({
          exif: undefined,
          format: "jpeg",
          width: true,
          height: true,
        });
        for (const foreign of ["CanaryCamera", "<?php", "MZ\u0090"]) expect(bytes.includes(foreign, 0, "latin1")).toBe(false);
      } else expect(bytes.equals(await content)).toBe(true);
      await tools.store.remove(row.storeKey);
    }),
  );

  test.each(refused)("TR-20 refused, and nothing is left behind: %s", (_what, name, content, words) =>
    inRolledBackTx(async (tx) => {
      const ctx = { ...tx, actor: someone() };
      const refusal: unknown = await receiveFile(ctx, incoming(name, await content, { place: "dossier_piece" }), tools).catch(
        (error: unknown) => error,
      );
      expect(refusal).toMatchObject({
        code: "invalid",
        message: expect.stringMatching(words),
        fieldErrors: { file: [expect.any(String)] },
      });
      expect(await tx.db.$count(files, eq(files.ownerId, ctx.actor.accountId))).toBe(0);
      expect(await tools.everything()).toEqual([]);
    }),
  );

  test("TR-20 a scanner that does not answer lets nothing in", () =>
    inRolledBackTx(async (tx) => {
      const mute = { ...tools, scan: () => Promise.reject(new Error("no scanner")) };
      const ctx = { ...tx, actor: someone() };
      await expect(receiveFile(ctx, incoming("contrat.pdf", pdf(), { place: "dossier_piece" }), mute)).rejects.toMatchObject({
        code: "unavailable",
      });
      expect(await tools.everything()).toEqual([]);
    }));
});
