import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type Answer, ask, type Server, submit } from "./support/browserless";
import { canaries, type Farm, makePerson, password, startFarm } from "./support/farm";
import { cli } from "./support/run";

test.describe.configure({ mode: "serial", timeout: 240_000 });

let farm: Farm;
test.beforeAll(async () => void (farm = await startFarm()));
// Also when it did not come up.
test.afterAll(() => (farm as Farm | undefined)?.stop());

const address = "camille.fleur@ville.fr";
const lines = (from = farm.processes) =>
  from.flatMap((one) =>
    one
      .output()
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
  );
const sessionOf = (answer: Answer) => (answer.headers["set-cookie"] ?? []).find((cookie) => cookie.startsWith("__Host-session=")) ?? "";
const signIn = (server: Server, typed = password) =>
  submit(server, "/compte/connexion", { holding: 'name="password"', typed: { address, password: typed } });
const isSignedIn = async (server: Server, cookie: string) =>
  (await ask(server, "/applications", { cookie })).text.includes("Bonjour Camille");

test("TR-50 MC-12 two servers and no sticky session: signed in on one is signed in on the other; revoked on one is refused on the other at the next request", async () => {
  const [one, other] = farm.sites;
  await makePerson(farm.sql, address);
  const signedIn = await signIn(one);
  expect(signedIn.status).toBe(303);
  const [cookie = "", ...attributes] = sessionOf(signedIn).split("; ");
  // TR-52: the browser itself refuses this name without Secure and Path=/, or with a domain.
  expect(attributes).toEqual(expect.arrayContaining(["Path=/", "Secure", "HttpOnly", "SameSite=lax"]));
  expect(attributes.some((attribute) => /^domain/iu.test(attribute))).toBe(false);
  expect(await isSignedIn(other, cookie)).toBe(true);

  const second = sessionOf(await signIn(other)).split("; ")[0] ?? "";
  const revoked = await submit(other, "/compte/sessions", { holding: "sessionId", cookie: second });
  expect(revoked.status).toBeLessThan(400);
  expect(await isSignedIn(one, cookie)).toBe(false);
  expect(await isSignedIn(one, second)).toBe(true);
});

test("TR-52 production has neither demonstration accounts nor their pages, and answers under its own name only", async () => {
  const [one] = farm.sites;
  for (const path of ["/courrier-local", "/courrier-local.json?to=x", "/systeme-de-design"])
    expect((await ask(one, path)).status, path).toBe(404);
  const [people] = await farm.sql<{ count: number }[]>`select count(*)::int from account_addresses where address like '%demo.example'`;
  expect(people?.count).toBe(0);
  const forged = await ask({ ...one, origin: "https://autre.example" }, "/compte/connexion");
  expect(forged.status).toBe(404);
  // Balancers ask under the machine's own address.
  expect((await ask({ ...one, origin: "http://10.0.0.7:8080" }, "/api/health")).status).toBe(200);
});

test("TR-01 TR-03 TR-50 two workers: each mail leaves once, each job runs once", async () => {
  const made = cli(
    ["create-administrator", "--address", "jeanne.martin@ville.fr", "--civility", "mme", "--first-name", "Jeanne", "--last-name", "Martin"],
    farm.environment,
  );
  expect(await made.end(30)).toBe(0);
  expect(made.output()).not.toContain("/compte/lien/");
  const props = farm.sql.json({ firstName: "Jeanne", role: "Administratrice", scope: null });
  await farm.sql`
    insert into mails (kind, cause, to_address, subject, props, next_attempt_at)
    select 'role-granted', 'story ' || n, 'personne' || n || '@ville.fr', 'Un rôle', ${props}, now() from generate_series(1, 30) as n`;
  await expect(() => expect(farm.mails.accepted.size).toBe(31)).toPass({ timeout: 30_000 });
  await expect(async () => {
    const waiting = await farm.sql`select from mails where state <> 'sent'`;
    expect(waiting.length).toBe(0);
  }).toPass({ timeout: 10_000 });
  expect([...farm.mails.accepted.values()].every((times) => times === 1)).toBe(true);

  // The hours missed before this installation existed, and those that come: one execution each.
  await expect(async () => {
    const open = await farm.sql`select from job_runs where state <> 'succeeded'`;
    const [runs] = await farm.sql<{ count: number }[]>`select count(*)::int from job_runs`;
    expect([open.length, (runs?.count ?? 0) > 0]).toEqual([0, true]);
  }).toPass({ timeout: 40_000 });
  const executed = lines(farm.workers)
    .filter(({ msg }) => msg === "job.succeeded")
    .map(({ job, asOf }) => `${String(job)} ${String(asOf)}`);
  expect(executed.length).toBeGreaterThan(0);
  expect(new Set(executed).size).toBe(executed.length);
});

test("TR-50 metrics are given to whoever has the token: requests of this server, mails, sessions", async () => {
  const [one] = farm.sites;
  expect((await ask(one, "/api/metrics")).status).toBe(401);
  expect((await ask(one, "/api/metrics", { headers: { authorization: "Bearer wrong" } })).status).toBe(401);
  const { status, text, headers } = await ask(one, "/api/metrics", { headers: { authorization: `Bearer ${canaries.METRICS_TOKEN}` } });
  expect([status, headers["content-type"]]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
  expect(Number(/^http_requests_total\{method="GET",status="200"\} (\d+)$/mu.exec(text)?.[1])).toBeGreaterThan(2);
  expect(text).toMatch(/^http_request_seconds_bucket\{le="0\.1"\} \d+$/mu);
  expect(text).toMatch(/^espaces_mails\{state="sent"\} 31$/mu);
  expect(text).toMatch(/^espaces_live_sessions 1$/mu);
  expect(text).toMatch(/^nodejs_eventloop_lag_seconds /mu);
});

test("TR-50 each request is one line of the log, under the identifier that its answer carries; traces go to the collector; neither holds a link's token", async () => {
  const [one] = farm.sites;
  const answer = await ask(one, "/compte/lien/canariJetonDeLien0123456789");
  const id = String(answer.headers["x-request-id"]);
  await expect(() => {
    expect(lines().filter(({ requestId, msg }) => requestId === id && msg === "request")).toMatchObject([
      { method: "GET", path: "/compte/lien/[token]", status: answer.status },
    ]);
    expect(farm.collector.traces()).toContain("espaces-formation");
    expect(farm.collector.traces()).toContain("/compte/lien/[token]");
  }).toPass({ timeout: 10_000 });
  expect(farm.collector.traces()).not.toContain("canariJeton");
});

test("TR-50 TR-45 the database goes away: not ready, yet alive; the page's reference is in the log; all is well again when it is back", async () => {
  const [one] = farm.sites;
  const cookie = sessionOf(await signIn(one)).split("; ")[0] ?? "";
  await farm.cutDatabase(true);
  await expect(async () => expect((await ask(one, "/api/ready")).status).toBe(503)).toPass({ timeout: 10_000 });
  expect((await ask(one, "/api/health", { cookie })).status).toBe(200);
  const broken = await ask(one, "/applications", { cookie });
  expect(broken.status).toBe(500);
  const reference =
    /data-dgst="([^"]+)"/u.exec(broken.text)?.[1] ??
    /"digest":"([^"]+)"/u.exec(broken.text)?.[1] ??
    /\\"digest\\":\\"([^"\\]+)/u.exec(broken.text)?.[1];
  expect(reference, broken.text.slice(-3_000)).toBeDefined();
  await expect(() =>
    expect(
      lines()
        .filter(({ msg }) => msg === "unexpected error")
        .map((line) => line["reference"]),
    ).toContain(reference),
  ).toPass({ timeout: 5_000 });
  await farm.cutDatabase(false);
  await expect(async () => expect((await ask(one, "/api/ready")).status).toBe(200)).toPass({ timeout: 15_000 });
  expect(await isSignedIn(one, cookie)).toBe(true);
});

test("TR-52 W11 W12 no secret in what browsers are sent, in the build, or in the logs: keys, tokens, what people typed", async () => {
  const [one] = farm.sites;
  const wrong = "Canari-Mot-De-Passe-1!";
  const refused = await signIn(one, wrong);
  expect(refused.text).not.toContain(wrong);
  await ask(one, "/compte/connexion?password=canari-dans-l-adresse", { headers: { authorization: "Bearer canari-dans-un-en-tete" } });
  const signedIn = await signIn(one);
  expect(signedIn.status, signedIn.text.slice(0, 3_000)).toBe(303);
  const cookie = sessionOf(signedIn).split("; ")[0] ?? "";
  const pages = (await Promise.all(["/", "/compte/connexion", "/compte/inscription", "/absente"].map((path) => ask(one, path))))
    .map(({ text }) => text)
    .join("");
  const said = farm.processes.map((each) => each.output()).join("");
  const secrets = [
    ...Object.values(canaries).filter(Boolean),
    Buffer.alloc(32, 42).toString("base64"),
    "canari-database",
    password,
    wrong,
    "canari-dans",
    cookie.split("=")[1] ?? "",
  ];
  const anySecret = new RegExp(secrets.map((secret) => secret.replaceAll(/[.*+?^${}()|[\]\\/]/gu, "\\$&")).join("|"), "u");
  for (const text of [pages, said, farm.collector.traces()]) expect(anySecret.exec(text)?.[0]).toBeUndefined();
  // What the build was given, it may not keep: those are the secrets of the site under test, or of this farm.
  const built = filesOf(process.env["NEXT_DIST_DIR"] ?? ".next");
  expect(built.length).toBeGreaterThan(100);
  for (const file of built) expect(anySecret.exec(readFileSync(file, "latin1"))?.[0], file).toBeUndefined();
  expect(built.filter((file) => file.includes("/static/") && file.endsWith(".map"))).toEqual([]);
});

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !entry.parentPath.includes(join(folder, "cache")) && !entry.parentPath.includes(join(folder, "dev")),
    )
    .map((entry) => join(entry.parentPath, entry.name));
