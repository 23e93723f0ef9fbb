import { expect, test } from "vitest";
import { publicResponse } from "./public-response";

const changedAt = new Date("2026-11-20T12:29:00.500Z");
const ask = (headers: Record<string, string>, body = "bonjour") =>
  publicResponse(new Request("http://localhost/flux", { headers }), body, { type: "text/plain", maxAge: 60, changedAt });
const tag = ask({}).headers.get("etag") ?? "";

test("EI-16 an answer that is the same for everybody may be kept, and says when it changed", async () => {
  const answer = ask({});
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe("bonjour");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
  expect(answer.headers.get("last-modified")).toBe("Fri, 20 Nov 2026 12:29:00 GMT");
  expect(answer.headers.get("set-cookie")).toBeNull();
});

test.each([
  ["the same tag", { "if-none-match": tag }, 304],
  ["a weak tag among others", { "if-none-match": `"autre", W/${tag}` }, 304],
  ["any tag", { "if-none-match": "*" }, 304],
  ["another tag, whatever the date", { "if-none-match": '"autre"', "if-modified-since": "Fri, 20 Nov 2026 12:29:00 GMT" }, 200],
  ["the date told", { "if-modified-since": "Fri, 20 Nov 2026 12:29:00 GMT" }, 304],
  ["an earlier date", { "if-modified-since": "Fri, 20 Nov 2026 12:28:59 GMT" }, 200],
  ["no date at all", { "if-modified-since": "hier" }, 200],
])("EI-16 who has %s is answered so: %o", (_, headers, status) => {
  expect(ask(headers).status).toBe(status);
});

test("EI-16 what changed has another tag", () => {
  expect(ask({ "if-none-match": tag }, "bonsoir").status).toBe(200);
});
