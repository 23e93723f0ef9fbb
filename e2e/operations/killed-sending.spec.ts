import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { encode } from "next-auth/jwt";
import postgres from "postgres";
import { type EmbeddedDatabase, startEmbedded } from "@/db/embedded";
import { wholeAnswers, wholeLines } from "@/lib/trainers/testing/whole-profile.data";
import { ask, hiddenFields, type Server } from "./support/browserless";
import { canaries } from "./support/farm";
import { cli, freePort, type Running, serve } from "./support/run";

const kills = process.env["LONG"] === "1" ? 30 : 3;
const peoplePerKill = 6;
test.describe.configure({ timeout: 180_000 + kills * 30_000 });

const home = mkdtempSync(join(tmpdir(), "espaces-sending-"));
const cookieName = "__Host-session";
let cluster: EmbeddedDatabase;
let sql: postgres.Sql;
let environment: Readonly<Record<string, string>> = {};
let server: Server;
let site: Running;

test.beforeAll(async () => {
  if (process.getuid?.() === 0) execFileSync("chmod", ["755", home]);
  cluster = await startEmbedded({ folder: join(home, "postgres"), password: "canari-database", name: "sending", unsafeFast: true });
  server = { port: await freePort(), origin: "https://formation.example" };
  environment = {
    ...canaries,
    APP_MODE: "production",
    APP_URL: server.origin,
    DATABASE_URL: cluster.url,
    DATA_DIR: join(home, "data"),
    RESEND_API_KEY: "re_test",
    RESEND_BASE_URL: "http://127.0.0.1:9",
    TRUSTED_PROXIES: "1",
    PORT: String(server.port),
    LOG_LEVEL: "info",
    NODE_ENV: "production",
  };
  for (const command of [["migrate"], ["import-references"]]) {
    const done = cli(command, environment);
    if ((await done.end(120)) !== 0) throw new Error(done.output());
  }
  sql = postgres(cluster.url, { max: 2, onnotice: () => {} });
  await start();
});

test.afterAll(async () => {
  await sql.end({ timeout: 1 });
  await kill();
  await cluster.stop();
  rmSync(home, { recursive: true, force: true });
});

async function start(): Promise<void> {
  site = serve("site", environment);
  await site.says('"msg":"site ready"');
}

async function kill(): Promise<void> {
  site.child.kill("SIGKILL");
  await site.end(10);
}

interface Candidate {
  readonly profileId: string;
  readonly cookie: string;
  /** The form that sends, as the page gave it. */
  form: Readonly<Record<string, string>>;
  accepted: boolean;
}

/** Somebody signed in, whose CV is whole and not sent yet. */
async function aCandidate(number: number): Promise<Candidate> {
  const [account] = await sql<{ id: string }[]>`
    insert into accounts (civility, first_name, last_name, password_hash, password_changed_at, password_classes)
    values ('mme', 'Camille', 'Fleur', '', now(), ${["length", "upper", "non_letter", "no_name", "lower", "digit", "special"]}) returning id`;
  const accountId = account?.id ?? "";
  const address = `personne${number}@ville.fr`;
  await sql`insert into account_addresses (account_id, kind, address, canonical, proved_at) values (${accountId}, 'main', ${address}, ${address}, now())`;
  await sql`insert into app_consents (account_id, application, scopes, mode, decided_at, last_used_at)
    values (${accountId}, 'intervenants', ${["first_name", "last_name", "address", "birth"]}::data_scope[], 'always', now(), now())`;
  await sql`insert into terms_acceptances (account_id, application, document, version, accepted_at) values (${accountId}, 'intervenants', 'intervenants-terms', '2026-11', now())`;
  const [structure] = await sql<{ id: string }[]>`select id from structures where code = '054'`;
  const answers = { ...wholeAnswers(structure?.id ?? ""), birthPlace: "Toulouse" };
  const [profile] = await sql<{ id: string }[]>`
    insert into trainer_profiles (account_id, answers, identity_key, updated_at) values (${accountId}, ${sql.json(answers)}, ${address}, now()) returning id`;
  const profileId = profile?.id ?? "";
  const [sub] = await sql<{ code: string; parent: string }[]>`
    select sub.code, main.code as parent from sub_specialties sub join specialties main on main.id = sub.specialty_id limit 1`;
  for (const { kind, answers: line } of wholeLines) {
    const chosen = kind === "specialty" ? { specialty: sub?.parent ?? "", subSpecialty: sub?.code ?? "" } : line;
    await sql`insert into profile_lines (profile_id, kind, answers, updated_at) values (${profileId}, ${kind}, ${sql.json(chosen)}, now())`;
  }
  const [session] = await sql<{ id: string }[]>`
    insert into login_sessions (account_id, remember, proved_at, device, network, last_seen_at, expires_at)
    values (${accountId}, false, now(), 'Firefox sur Linux', '192.0.2.7', now(), now() + interval '8 hours') returning id`;
  const token = await encode({ token: { sub: session?.id ?? "" }, secret: canaries.AUTH_SECRET, salt: cookieName, maxAge: 3600 });
  const cookie = `${cookieName}=${token}`;
  return {
    profileId,
    cookie,
    form: await hiddenFields(server, "/intervenants/cv", { holding: "Transmettre ma demande", cookie }),
    accepted: false,
  };
}

/** A cut connection is no answer. */
async function send(candidate: Candidate): Promise<void> {
  const answer = await ask(server, "/intervenants/cv", { form: candidate.form, cookie: candidate.cookie }).catch(() => null);
  candidate.accepted = answer !== null && answer.status === 303;
}

test(`EI-32 the site is killed ${kills} times while people send their CV: each is still a draft, or sent whole`, async () => {
  const everybody: Candidate[] = [];
  for (let count = 0; count < kills; count += 1) {
    const candidates: Candidate[] = [];
    for (let number = 0; number < peoplePerKill; number += 1) candidates.push(await aCandidate(everybody.length + number));
    everybody.push(...candidates);
    let answered = 0;
    const sending = candidates.map(async (candidate) => {
      await send(candidate);
      answered += 1;
    });
    await expect(() => expect(answered).toBeGreaterThanOrEqual(count % peoplePerKill)).toPass({ timeout: 30_000, intervals: [2] });
    await kill();
    await Promise.all(sending);
    await start();
  }
  const fates = await sql<{ profile_id: string; state: string; requests: number; events: number; mails: number; audited: number }[]>`
    select p.id as profile_id, p.state,
      (select count(*)::int from profile_requests r where r.profile_id = p.id) as requests,
      (select count(*)::int from profile_events e where e.profile_id = p.id and e.kind = 'submitted') as events,
      (select count(*)::int from mails m where m.account_id = p.account_id and m.kind = 'request-sent') as mails,
      (select count(*)::int from audit_log a where a.account_id = p.account_id and a.action = 'trainer.profile_submitted') as audited
    from trainer_profiles p`;
  const halves = fates.filter(({ state, requests, events, mails, audited }) => {
    const counts = [requests, events, mails, audited].join();
    return state === "submitted" ? counts !== "1,1,1,1" : state !== "draft" || counts !== "0,0,0,0";
  });
  expect(halves).toEqual([]);
  const sent = new Set(fates.filter(({ state }) => state === "submitted").map((fate) => fate.profile_id));
  expect(everybody.filter(({ accepted, profileId }) => accepted && !sent.has(profileId))).toEqual([]);
  // The story means something only if some were cut off and others were not.
  expect(sent.size).toBeGreaterThan(0);
  expect(sent.size).toBeLessThan(everybody.length);
});
