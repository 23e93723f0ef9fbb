import { describe, expect, test } from "vitest";
import type { ContentReason } from "./refusals";
import { type Sniffed, sniffContent } from "./sniff-content";
import { docm, docx, exe, heic, jpegOf, locatedJpeg, odt, oleWith, pdf, pngOf, rtf, webpOf, zipOf } from "./testing/sample-files";

type Content = Buffer | Promise<Buffer>;
const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);
const refused = (reason: ContentReason): Sniffed => ({ kind: "refused", reason });
const mismatch = (
  found: "jpeg" | "png" | "pdf" | "docx" | "odt" | "doc" | "txt" | "rtf" | "webp" | "heic",
  extension: string,
): Sniffed => ({ kind: "mismatch", found, extension });
const unknown: Sniffed = { kind: "unknown" };

describe("TR-20 the type is read from the content", () => {
  test.each<[string, Content, string]>([
    ["photo.jpg", jpegOf(), "jpeg"],
    ["PHOTO.JPEG", locatedJpeg(), "jpeg"],
    ["photo", jpegOf(), "jpeg"],
    ["plan.png", pngOf(), "png"],
    ["plan.webp", webpOf(), "webp"],
    ["IMG_0001.HEIC", heic(), "heic"],
    ["cv.pdf", pdf(), "pdf"],
    ["cv.pdf", Buffer.concat([pdf(), Buffer.from("\n<html>")]), "pdf"],
    ["cv.doc", oleWith(["WordDocument"]), "doc"],
    ["cv.docx", docx(), "docx"],
    ["cv.odt", odt(), "odt"],
    ["cv.rtf", rtf(), "rtf"],
    ["cv.txt", Buffer.from("Élève à Noël\r\n"), "txt"],
    ["cv.txt", Buffer.from("Élève à Noël", "latin1"), "txt"],
    ["cv.txt", Buffer.from("\uFEFFÉlève", "utf16le"), "txt"],
    ["cv.txt", svg, "txt"],
    ["cv.html", Buffer.from("<!doctype html><p>Bonjour</p>"), "html"],
    ["cv.htm", Buffer.from(`<?xml version="1.0"?><html/>`), "html"],
  ])("TR-20 %s is recognised (%#)", async (name, content, format) => {
    expect(await sniffContent(await content, name)).toEqual({ kind: "format", format });
  });

  test.each<[string, string, Content, Sniffed]>([
    ["an empty file", "cv.pdf", Buffer.alloc(0), refused("empty")],
    ["a program renamed", "photo.jpg", exe, unknown],
    ["a program renamed as text", "cv.txt", exe, unknown],
    ["an archive that begins with a program", "cv.docx", zipOf([{ name: "a", content: "a" }], exe), unknown],
    ["a PNG named JPG", "photo.jpg", pngOf(), mismatch("png", "jpg")],
    ["a JPG named PNG", "photo.png", jpegOf(), mismatch("jpeg", "png")],
    ["a DOCX named EXE", "cv.exe", docx(), mismatch("docx", "exe")],
    ["a PDF with two extensions", "cv.pdf.exe", pdf(), mismatch("pdf", "exe")],
    ["a drawing with a script named PNG", "photo.png", svg, mismatch("txt", "png")],
    ["a drawing with a script", "photo.svg", svg, mismatch("txt", "svg")],
    ["a page named PDF", "cv.pdf", Buffer.from("<!doctype html><script>1</script>"), mismatch("txt", "pdf")],
    ["text without extension", "cv", Buffer.from("Bonjour"), mismatch("txt", "")],
    ["a page that is also a PDF", "cv.html", Buffer.concat([Buffer.from("<!-- "), pdf(), Buffer.from("-->")]), unknown],
    ["a PDF that is also an archive", "cv.pdf", Buffer.concat([pdf(), zipOf([{ name: "a.class", content: "a" }])]), refused("mixed")],
    ["a PDF cut short", "cv.pdf", Buffer.from("%PDF-1.7\n1 0 obj<<"), refused("damaged")],
    ["a GIF that is a script", "photo.jpg", Buffer.from("GIF89a=1;alert(1)//"), unknown],
    ["text with a NUL", "cv.txt", Buffer.from("Bon\u0000jour"), unknown],
    ["RTF with an embedded object", "cv.rtf", rtf("{\\object{\\*\\objdata 0105}}"), refused("active")],
    ["a macro document named DOCX", "cv.docx", docm(), unknown],
    ["a DOCX with macros", "cv.docx", docx([{ name: "word/vbaProject.bin", content: "x" }]), refused("active")],
    ["an ODT with macros", "cv.odt", odt([{ name: "Basic/Standard/Module1.xml", content: "x" }]), refused("active")],
    ["a spreadsheet", "cv.doc", oleWith(["Workbook"]), unknown],
    ["a DOC with macros", "cv.doc", oleWith(["WordDocument", "Macros"]), refused("active")],
    ["a DOC cut short", "cv.doc", oleWith(["WordDocument"]).subarray(0, 1000), refused("damaged")],
    ["any archive", "cv.docx", zipOf([{ name: "a.txt", content: "a" }]), unknown],
    ["an archive cut short", "cv.docx", docx().subarray(0, -5), refused("damaged")],
    ["an archive with bytes hidden after it", "cv.docx", Buffer.concat([docx(), Buffer.from("hidden")]), refused("damaged")],
    [
      "an archive that claims 4 GB",
      "cv.docx",
      docx([{ name: "word/media/a.png", content: "a", claims: 4_000_000_000 }]),
      refused("oversized"),
    ],
    [
      "an archive of 6 000 entries",
      "cv.docx",
      docx(Array.from({ length: 6_000 }, (_, index) => ({ name: `word/${index}`, content: "" }))),
      refused("oversized"),
    ],
    ["an archive whose names climb out", "cv.docx", docx([{ name: "../../etc/cron.d/x", content: "x" }]), unknown],
    ["an archive with a symbolic link", "cv.docx", docx([{ name: "word/link", content: "/etc/passwd", mode: 0o120777 }]), unknown],
    [
      "a format part that unpacks to 50 MB",
      "cv.docx",
      zipOf([{ name: "[Content_Types].xml", content: Buffer.alloc(50_000_000, 32) }]),
      unknown,
    ],
    ["a calendar named PDF", "cv.pdf", Buffer.from("BEGIN:VCALENDAR\r\n"), mismatch("txt", "pdf")],
    ["random bytes", "cv.txt", Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 37) % 256)), unknown],
  ])("TR-20 %s is not taken for what its name says", async (_what, name, content, expected) => {
    expect(await sniffContent(await content, name)).toEqual(expected);
  });
});
