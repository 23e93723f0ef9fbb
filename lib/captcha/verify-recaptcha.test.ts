import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { type RecaptchaSettings, verifyRecaptcha } from "./verify-recaptcha";

let google: Server | undefined;
const received: { method: string | undefined; body: string }[] = [];

afterEach(() => {
  google?.closeAllConnections();
  google?.close();
  received.length = 0;
});

/** A loopback server in Google's place, and the settings that lead to it. */
async function withGoogle(answer: (response: ServerResponse) => void): Promise<RecaptchaSettings> {
  const server = createServer((request: IncomingMessage, response) => {
    void text(request).then((body) => {
      received.push({ method: request.method, body });
      answer(response);
    });
  });
  google = server;
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    secret: "our-secret",
    verifyUrl: `http://127.0.0.1:${port}/siteverify`,
    hosts: ["formation.example", "localhost"],
    timeout: 5_000,
  };
}

const says =
  (body: unknown, status = 200) =>
  (response: ServerResponse) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };

test("MC-06 reCAPTCHA: an answer that Google vouches for, given on our site, passes", async () => {
  const settings = await withGoogle(says({ success: true, hostname: "formation.example", challenge_ts: "2026-11-21T09:00:00Z" }));
  expect(await verifyRecaptcha("the answer & more", settings)).toBe("human");
  expect(received).toEqual([{ method: "POST", body: "secret=our-secret&response=the+answer+%26+more" }]);
});

test("MC-06 reCAPTCHA: an answer harvested on another site is refused", async () => {
  expect(await verifyRecaptcha("x", await withGoogle(says({ success: true, hostname: "evil.example" })))).toBe("refused");
});

test("MC-06 reCAPTCHA: an answer without the name of a site is refused", async () => {
  expect(await verifyRecaptcha("x", await withGoogle(says({ success: true })))).toBe("refused");
});

test("MC-06 reCAPTCHA: an invented answer is refused", async () => {
  expect(await verifyRecaptcha("x", await withGoogle(says({ success: false, "error-codes": ["invalid-input-response"] })))).toBe("refused");
});

test("MC-06 reCAPTCHA: an answer used twice or too old asks to tick again", async () => {
  expect(await verifyRecaptcha("x", await withGoogle(says({ success: false, "error-codes": ["timeout-or-duplicate"] })))).toBe("expired");
});

const closed = { name: "Refusal", code: "unavailable", message: expect.stringContaining("ne répond pas pour le moment") as string };

test("MC-06 reCAPTCHA: when Google is in trouble nobody passes, and the page says to try again later", async () => {
  await expect(verifyRecaptcha("x", await withGoogle(says({ success: true, hostname: "formation.example" }, 500)))).rejects.toMatchObject(
    closed,
  );
});

test("MC-06 reCAPTCHA: a server that never answers is given up", async () => {
  const settings = await withGoogle(() => {});
  await expect(verifyRecaptcha("x", { ...settings, timeout: 50 })).rejects.toMatchObject(closed);
});

test("MC-06 reCAPTCHA: a connection cut, an answer that is not JSON or a redirection are not an approval", async () => {
  const answers = [
    (response: ServerResponse) => response.destroy(),
    (response: ServerResponse) => response.end("<html>OK</html>"),
    (response: ServerResponse) => response.end('{"success":"true"}'),
    (response: ServerResponse) => response.writeHead(302, { location: "/elsewhere" }).end(),
  ];
  for (const answer of answers) {
    await expect(verifyRecaptcha("x", await withGoogle(answer))).rejects.toMatchObject(closed);
    google?.close();
  }
});

test("MC-06 reCAPTCHA: a wrong secret is our fault, not the visitor's", async () => {
  await expect(
    verifyRecaptcha("x", await withGoogle(says({ success: false, "error-codes": ["invalid-input-secret"] }))),
  ).rejects.toMatchObject(closed);
});
