import { inBatches } from "../support/in-batches";
import { shareOf } from "../support/profile";
import { siteUrl } from "../support/site";
import { expect, test } from "../support/test";
import { builtActions, readInventory } from "./inventory";
import { type Caller, openCallers } from "./walk";

let callers: Caller[] = [];
test.beforeAll(async () => {
  callers = await openCallers();
});
test.afterAll(() => Promise.all(callers.map(({ api }) => api.dispose())));

const nasty = [
  "\0",
  "a\0b",
  "\uFFFE",
  "\u202Efdp.exe",
  "x".repeat(40_000),
  "__proto__",
  "' or 1=1;--",
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "9999-99-99",
  "-1",
  "1e309",
  "＠".repeat(300),
];
const names = [
  "address",
  "password",
  "retour",
  "id",
  "accountId",
  "sessionId",
  "fileId",
  "code",
  "token",
  "application",
  "mode",
  "value",
  "key",
  "reason",
  "role",
  "version",
  "__proto__",
  "constructor",
  "toString",
];

/** A body as the framework would send it, each field with something nobody should. */
const bodyWith = (value: string) => ({
  "0": '[{"status":"idle"},"$K1"]',
  ...Object.fromEntries(names.map((name) => [`_1_${name}`, value])),
});

test("whatever is posted to whatever action, the site answers with a refusal, never an error of its own", async () => {
  test.setTimeout(240_000);
  const person = callers.find(({ role }) => role === "administrator");
  if (person === undefined) throw new Error("no caller");
  const tries = builtActions()
    .filter(({ exportedName }) => exportedName !== "signOutAction")
    .flatMap((action, number) => shareOf(nasty, 4, number).map((value) => ({ action, value })));
  const broken = await inBatches(tries, async ({ action, value }) => {
    const answer = await person.api.post(action.page.replaceAll(/\[\w+\]/gu, "x"), {
      maxRedirects: 0,
      headers: { "next-action": action.id, accept: "text/x-component" },
      multipart: bodyWith(value),
    });
    return answer.status() < 500 ? [] : [`${action.exportedName} with ${JSON.stringify(value.slice(0, 20))}: ${answer.status()}`];
  });
  expect(broken.flat()).toEqual([]);
});

test("broken bodies of the framework's own format are refused, and the site goes on", async ({ request }) => {
  const [action] = builtActions();
  if (action === undefined) throw new Error("no action");
  const bodies = [
    "",
    "[",
    '["$K1"]',
    '[{"status":"idle"},"$F99"]',
    '[{"__proto__":{"a":1}},"$K1"]',
    `["${"$1".repeat(5000)}"]`,
    `${"[".repeat(5000)}${"]".repeat(5000)}`,
  ];
  for (const body of bodies) {
    const answer = await request.post(action.page, {
      maxRedirects: 0,
      headers: { origin: siteUrl, "next-action": action.id, "content-type": "text/plain;charset=UTF-8" },
      data: body,
    });
    expect([200, 303, 400, 403, 404, 413, 422, 500]).toContain(answer.status());
  }
  expect((await request.get("/api/health")).status()).toBe(200);
});

test("addresses of pages and routes take any text without an error of the site", async () => {
  test.setTimeout(240_000);
  const person = callers.find(({ role }) => role === "administrator");
  if (person === undefined) throw new Error("no caller");
  const odd = ["%00", "%ED%A0%80", "..%2f..%2fetc", "'", "00000000-0000-0000-0000-000000000000", "x".repeat(3000), "%F0%9F%8C%B3", "null"];
  const addressWith = (at: string, value: string) =>
    at.includes("[")
      ? at.replaceAll(/\[\w+\]/gu, value)
      : `${at}?q=${value}&after=${value}&sort=${value}&to=${value}&courriel=${value}&retour=${value}&demande=${value}`;
  const tries = readInventory()
    .filter(({ kind }) => kind !== "action")
    // A parameter may break its page in its own way: those are tried with everything.
    .flatMap((entry, number) =>
      (entry.at.includes("[") ? odd : shareOf(odd, 3, number)).map((value) => ({ ...entry, target: addressWith(entry.at, value) })),
    );
  const broken = await inBatches(tries, async ({ kind, name, method, target }) => {
    const answer = await person.api.fetch(target, { method, maxRedirects: 0 });
    return answer.status() < 500 ? [] : [`${kind} ${name} ${target.slice(0, 80)}: ${answer.status()}`];
  });
  expect(broken.flat()).toEqual([]);
});
