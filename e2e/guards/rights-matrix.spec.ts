import { inBatches } from "../support/in-batches";
import { shareOf } from "../support/profile";
import { siteUrl } from "../support/site";
import { expect, test } from "../support/test";
import { builtActions } from "./inventory";
import { rights } from "./rights-of-entries.data";
import { type Caller, inventory, keyOf, openCallers, walkActions, walkPages, wantedOf } from "./walk";

let callers: Caller[] = [];
test.beforeAll(async () => {
  callers = await openCallers();
});
test.afterAll(() => Promise.all(callers.map(({ api }) => api.dispose())));

test("every entry point found in the sources is in the matrix, with the policy the matrix expects", () => {
  const found = Object.fromEntries(inventory.map((entry) => [keyOf(entry), entry.policy]));
  expect(found).toEqual(Object.fromEntries(Object.entries(rights).map(([key, { policy }]) => [key, policy])));
});

test("every server action that the build exposes is in the inventory", () => {
  const known = new Set(inventory.filter(({ kind }) => kind === "action").map(({ file, at }) => `${file} ${at}`));
  expect(
    builtActions()
      .map(({ filename, exportedName }) => `${filename} ${exportedName}`)
      .filter((action) => !known.has(action)),
  ).toEqual([]);
});

test("AD-10 MC-12 pages and routes: each role gets the door the matrix says, and nothing else", async () => {
  test.setTimeout(180_000);
  expect(await walkPages(callers)).toEqual([]);
});

test("server actions: each role gets the door the matrix says, whatever page they are called from", async () => {
  test.setTimeout(180_000);
  expect(await walkActions(callers)).toEqual([]);
});

test("the other ways of asking for a page (framework transports, forged headers) open nothing more", async () => {
  test.setTimeout(180_000);
  const channels: Record<string, string>[] = [
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-segment-prefetch": "/_tree" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-subrequest": "src/proxy" },
    { "x-client-address": "127.0.0.1", "x-request-path": "/", "x-forwarded-host": "elsewhere.example" },
  ];
  const visitor = callers.find(({ role }) => role === "visitor");
  const person = callers.find(({ role }) => role === "person");
  if (visitor === undefined || person === undefined) throw new Error("no callers");
  const guarded = inventory.filter(({ kind, policy }) => kind === "page" && policy !== "visitor");
  const tries = guarded.flatMap((entry, number) =>
    shareOf(channels, 3, number).flatMap((channel) =>
      [visitor, person].filter(({ role }) => wantedOf(entry, role) !== "open").map(({ role, api }) => ({ entry, channel, role, api })),
    ),
  );
  const leaks = await inBatches(tries, async ({ entry, channel, role, api }) => {
    const path = entry.at.replaceAll(/\[\w+\]/gu, "gestion");
    const answer = await api.get(path, { maxRedirects: 0, headers: channel });
    const body = await answer.text();
    // Over the framework's transport a redirection or a refusal travels inside a 200: the page's own content must not.
    const closed = answer.status() >= 300 || /NEXT_REDIRECT|NEXT_HTTP_ERROR_FALLBACK|connexion/u.test(body);
    if (closed || "next-router-segment-prefetch" in channel) return [];
    return [`${keyOf(entry)} as ${role} by ${JSON.stringify(channel)}: ${answer.status()}`];
  });
  expect(leaks.flat()).toEqual([]);
});

test("W1 nothing that changes something is accepted from elsewhere: absent, null, foreign Origin, forged Host", async () => {
  const visitor = callers.find(({ role }) => role === "visitor");
  if (visitor === undefined) throw new Error("no visitor");
  const forged: readonly Record<string, string>[] = [
    { origin: "null" },
    { origin: "https://elsewhere.example" },
    { origin: "https://elsewhere.example", host: "elsewhere.example" },
    { "sec-fetch-site": "cross-site" },
  ];
  const tries = builtActions().flatMap((action) => forged.map((headers) => ({ action, headers })));
  const executed = await inBatches(tries, async ({ action, headers }) => {
    const answer = await visitor.api.post(action.page.replaceAll(/\[\w+\]/gu, "x"), {
      maxRedirects: 0,
      headers: { origin: siteUrl, "next-action": action.id, accept: "text/x-component", ...headers },
      multipart: { "0": '[{"status":"idle"},"$K1"]' },
    });
    const body = await answer.text();
    const refused = answer.status() >= 400 || /"status":"refused","code":"forbidden"/u.test(body);
    return refused ? [] : [`${action.exportedName} ${JSON.stringify(headers)}: ${answer.status()}`];
  });
  expect(executed.flat()).toEqual([]);
});
