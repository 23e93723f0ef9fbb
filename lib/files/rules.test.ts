import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { downloadHeaders } from "./download-headers";
import { fileRulesOf } from "./rules";
import { webStream } from "./web-stream";

test("MC-30 the limits of a picture, for its field: formats in words, endings, 5 Mo", () => {
  expect(fileRulesOf("account_picture")).toEqual({
    endings: [".jpg", ".jpeg", ".jfif", ".png", ".webp", ".heic", ".heif"],
    formats: "JPEG, PNG, WebP ou HEIC",
    maxBytes: 5_000_000,
  });
});

test.each([
  ["image/jpeg", "inline"],
  ["image/heic", "attachment"],
  ["application/pdf", "attachment"],
  ["text/html", "attachment"],
  ["text/plain", "attachment"],
])("TR-21 %s is sent as %s, sniffed by nobody, in a sandbox", (mediaType, way) => {
  const headers = downloadHeaders({ name: 'é".pdf', mediaType, bytes: 12, place: "account_picture" });
  expect(headers["Content-Disposition"]).toMatch(new RegExp(`^${way}; filename="e.pdf"; filename\\*=UTF-8''%C3%A9%22.pdf$`, "u"));
  expect(headers).toMatchObject({
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Content-Length": "12",
    "Cache-Control": "private, max-age=300",
  });
});

test("TR-21 a download that the browser gives up closes the stored file", async () => {
  const stored = Readable.from([Buffer.from("one"), Buffer.from("two"), Buffer.from("three")]);
  const body = webStream(stored).getReader();
  expect(Buffer.from((await body.read()).value ?? []).toString()).toBe("one");
  await body.cancel();
  expect(stored.destroyed).toBe(true);
});

test("TR-21 a stored file that turns out damaged breaks the download off", async () => {
  const damaged = Readable.from(
    (async function* () {
      yield Buffer.from("one");
      throw new Error("damaged");
    })(),
  );
  await expect(new Response(webStream(damaged)).text()).rejects.toThrow("damaged");
});
