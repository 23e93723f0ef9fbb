import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { type EmbeddedDatabase, startEmbedded } from "@/db/embedded";
import { type ResendDouble, startResendDouble } from "@/lib/mail/testing/resend-double";
import { ask, hiddenFields, type Server } from "./support/browserless";
import { canaries, password } from "./support/farm";
import { cli, freePort, type Running, serve } from "./support/run";

const kills = process.env["LONG"] === "1" ? 30 : 4;
const peoplePerKill = 8;
test.describe.configure({ timeout: 120_000 + kills * 30_000 });

const home = mkdtempSync(join(tmpdir(), "espaces-killed-"));
const name = "killed";
let cluster: EmbeddedDatabase;
let provider: ResendDouble;
let sql: postgres.Sql;
let environment: Readonly<Record<string, string>> = {};
const running: { site?: Running; worker?: Running } = {};
let server: Server;

test.beforeAll(async () => {
  if (process.getuid?.() === 0) execFileSync("chmod", ["755", home]);
  cluster = await startEmbedded({ folder: join(home, "postgres"), password: "canari-database", name, unsafeFast: true });
  provider = await startResendDouble();
  server = { port: await freePort(), origin: "https://formation.example" };
  environment = {
    ...canaries,
    APP_MODE: "production",
    APP_URL: server.origin,
    DATABASE_URL: cluster.url,
    DATA_DIR: join(home, "data"),
    RESEND_API_KEY: "re_test",
    RESEND_BASE_URL: provider.url,
    TRUSTED_PROXIES: "1",
    PORT: String(server.port),
    LOG_LEVEL: "info",
    NODE_ENV: "production",
  };
  const migrate = cli(["migrate"], environment);
  if ((await migrate.end(60)) !== 0) throw new Error(migrate.output());
  sql = postgres(cluster.url, { max: 2, onnotice: () => {} });
  await Promise.all([startSite(), startWorker()]);
});

test.afterAll(async () => {
  await sql.end({ timeout: 1 });
  await Promise.all([kill(running.site), kill(running.worker)]);
  await Promise.all([cluster.stop(), provider.close()]);
  rmSync(home, { recursive: true, force: true });
});

async function startSite(): Promise<void> {
  running.site = serve("site", environment);
  await running.site.says('"msg":"site ready"');
}

async function startWorker(): Promise<void> {
  running.worker = serve("worker", environment);
  await running.worker.says('"msg":"worker.started"');
}

async function kill(victim: Running | undefined): Promise<void> {
  victim?.child.kill("SIGKILL");
  await victim?.end(10);
}

interface Person {
  readonly address: string;
  /** Whether the site answered that the registration was taken. */
  accepted: boolean;
}
const people: Person[] = [];

/** Posts the form as a browser without scripts does. A cut connection is no answer. */
async function register(fields: Readonly<Record<string, string>>): Promise<Person> {
  const number = people.length + 1;
  const person: Person = { address: `personne${number}@ville.fr`, accepted: false };
  people.push(person);
  const typed = { civility: "mme", firstName: "Camille", lastName: "Fleur", password, confirmation: password, human: "on" };
  const answer = await ask(server, "/compte/inscription", {
    form: { ...fields, ...typed, address: person.address },
    headers: { "x-forwarded-for": `10.1.${number >> 8}.${number & 255}` },
  }).catch(() => null);
  person.accepted = answer !== null && answer.status === 303;
  return person;
}

/** The site dies once so many of those who register were answered. */
async function killSite(fields: Readonly<Record<string, string>>, answers: number): Promise<void> {
  let answered = 0;
  const registering = Array.from({ length: peoplePerKill }, async () => {
    await register(fields);
    answered += 1;
  });
  await expect(() => expect(answered).toBeGreaterThanOrEqual(answers)).toPass({ timeout: 30_000, intervals: [2] });
  await kill(running.site);
  await Promise.all(registering);
  await startSite();
}

/** The worker dies once the provider took some mails more; left without an answer, it waits on the first batch, perhaps of one. */
async function killWorker(fields: Readonly<Record<string, string>>, { taken, silent }: { taken: number; silent: boolean }): Promise<void> {
  provider.mode = silent ? "hang_after_accept" : "ok";
  const before = provider.accepted.size;
  await Promise.all(Array.from({ length: peoplePerKill }, () => register(fields)));
  await expect(() => expect(provider.accepted.size).toBeGreaterThanOrEqual(before + taken)).toPass({ timeout: 30_000, intervals: [2] });
  await kill(running.worker);
  provider.mode = "ok";
  // Two minutes pass: the dead worker's hold on its mails is over.
  await sql`update mails set lease_until = lease_until - interval '3 minutes' where state = 'sending'`;
  await startWorker();
}

test(`TR-01 site and worker are killed ${kills} times, anywhere in their work: whoever was told "taken" gets the mail, once; nobody gets half of anything`, async () => {
  const fields = await hiddenFields(server, "/compte/inscription", { holding: 'name="confirmation"' });
  // A form posted within three seconds looks like a robot's.
  await expect(async () => expect((await register(fields)).accepted).toBe(true)).toPass({ timeout: 20_000, intervals: [500] });
  for (let count = 0; count < kills; count += 1) {
    if (count % 2 === 0) await killSite(fields, (count * 3) % peoplePerKill);
    else {
      const silent = count % 4 === 1;
      await killWorker(fields, { taken: silent ? 1 : 1 + (count % 5), silent });
    }
  }
  await expect(async () => {
    const waiting = await sql`select kind, state, last_error from mails where state <> 'sent'`;
    expect(waiting).toHaveLength(0);
  }).toPass({ timeout: 60_000, intervals: [200] });

  const requests = await countBy(sql`select address as whom from registration_requests`);
  const written = await countBy(sql`select to_address as whom from mails where kind = 'confirm-registration'`);
  const received = new Map<string, number>();
  for (const [id, times] of provider.accepted) {
    const whom = String(provider.bodies.get(id)?.["to"]);
    received.set(whom, (received.get(whom) ?? 0) + times);
  }
  const fates = people.map(({ address, accepted }) => ({
    address,
    accepted,
    counts: [requests, written, received].map((each) => each.get(address) ?? 0).join(),
  }));
  // All or nothing; and when the person was told so, all.
  expect(fates.filter(({ accepted, counts }) => counts !== "1,1,1" && (accepted || counts !== "0,0,0"))).toEqual([]);
  const [audited] = await sql<{ count: number }[]>`select count(*)::int from audit_log where action = 'registration.request'`;
  expect(audited?.count).toBe(requests.size);
  // The story means something only if some were cut off and others were not.
  expect(fates.filter(({ accepted }) => accepted).length).toBeGreaterThan(peoplePerKill);
  expect(fates.filter(({ accepted }) => !accepted).length).toBeGreaterThan(0);
});

async function countBy(query: postgres.PendingQuery<postgres.Row[]>): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { whom } of await query) counts.set(String(whom), (counts.get(String(whom)) ?? 0) + 1);
  return counts;
}
