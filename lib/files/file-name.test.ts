import { assert, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanFileName, contentDisposition, extensionOf, nameForFormat } from "./file-name";

describe("TR-20 names are kept for people, and are never paths", () => {
  test.each([
    ["Photo d’été.JPG", "Photo d’été.JPG"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\x\\cv.pdf", "cv.pdf"],
    ["a\u0000.pdf", "a.pdf"],
    ["cv\r\nSet-Cookie: x=1.pdf", "cvSet-Cookie_ x=1.pdf"],
    ["facture\u202Efdp.exe", "facturefdp.exe"],
    [".htaccess", "htaccess"],
    ["-rf.pdf", "rf.pdf"],
    ['"; filename="x.html', "_; filename=_x.html"],
    ["  . ", "fichier"],
    ["", "fichier"],
    ["\uD800.png", "_.png"],
    ["🎉 fête.png", "🎉 fête.png"],
  ])("TR-20 %j is kept as %j", (raw, kept) => expect(cleanFileName(raw)).toBe(kept));

  test("TR-20 a name of 300 characters keeps its extension", () => {
    const kept = cleanFileName(`${"é".repeat(300)}.pdf`);
    expect([kept.length, extensionOf(kept)]).toEqual([150, "pdf"]);
  });

  test("TR-20 whatever the name, what is kept has no path, no control character and a sensible length, and is kept again as it is", () => {
    assert(
      property(string({ unit: "binary", maxLength: 400 }), (raw) => {
        const kept = cleanFileName(raw);
        expect(kept).toMatch(/^[^/\\\p{Cc}\p{Cf}]{1,330}$/u);
        expect(cleanFileName(kept)).toBe(kept);
        expect(contentDisposition(kept, "attachment")).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x7e]+"; filename\*=UTF-8''[\w.~%-]+$/u,
        );
      }),
    );
  });

  test("TR-21 a download carries its real name, encoded, and a plain one for old browsers", () => {
    expect(contentDisposition("Attestation d'été (2).pdf", "attachment")).toBe(
      `attachment; filename="Attestation dete 2.pdf"; filename*=UTF-8''Attestation%20d%27%C3%A9t%C3%A9%20%282%29.pdf`,
    );
  });

  test("TR-20 a picture drawn again as JPEG is named so", () => {
    expect([nameForFormat("moi.heic", "jpeg"), nameForFormat("moi", "jpeg"), nameForFormat("moi.JPEG", "jpeg")]).toEqual([
      "moi.jpg",
      "moi.jpg",
      "moi.JPEG",
    ]);
  });
});
