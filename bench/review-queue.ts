import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { connect } from "@/db/client";
import type { Ctx } from "@/lib/core/ctx";
import type { RequestSearch } from "@/lib/trainers/review/list-requests";
import { countDatabaseWork, type DatabaseWork } from "./database-work";
import { type Ask, loadClosed } from "./load";
import { makeManager } from "./people";
import { cpuOf } from "./process-tree";
import { network } from "./sign-in-requests";
import type { Stage } from "./stage";
import { median } from "./statistics";
import { rows, type Servers } from "./variants";

interface Sizes {
  /** Requests ever sent, nearly all decided, and those that wait for the manager. */
  readonly requests: number;
  readonly pending: number;
  /** Milliseconds, median: the list of a manager, of the national administration, and Q for the manager's. */
  readonly manager: number;
  readonly administrator: number;
  readonly floor: number;
  /** Names, structure and date alone, in the order of sending: the least that such a list reads. */
  readonly least: number;
}

export interface ReviewQueueFigures {
  readonly small: Sizes;
  readonly grown: Sizes;
  /** Processor of the page, round by round, and of F. */
  readonly cpu: { readonly page: readonly number[]; readonly floor: readonly number[] };
  /** Mean size of the page. */
  readonly bytes: number;
  readonly work: readonly DatabaseWork[];
  readonly errors: readonly string[];
}

/** Waiting in each structure, however many were decided. */
const pending = 50;
const small = { people: 10_000, requestsEach: 1 };
const grown = { people: 90_000, requestsEach: 11 };

/** People whose requests were decided, `requestsEach` a person, and two specialties each. */
async function fillWithDecided(sql: Sql, { people, requestsEach }: typeof small, name: string): Promise<void> {
  await sql`
    with people as (
      insert into accounts (civility, first_name, last_name, password_hash, password_changed_at)
      select 'mme', 'Dominique', ${name} || n, 'none', now() from generate_series(1, ${people}::int) n returning id, last_name),
    profiles as (
      insert into trainer_profiles (account_id, state, answers, home_structure_id, identity_key, updated_at, validated_at)
      select id, 'validated', jsonb_build_object('firstName', 'Dominique', 'lastName', last_name),
        (array(select id from structures order by code))[1 + abs(hashtext(id::text)) % (select count(*) from structures)::int],
        id::text, now(), now() from people returning id, home_structure_id),
    lines as (
      insert into profile_lines (profile_id, kind, answers, updated_at)
      select id, 'specialty', jsonb_build_object('specialty', code), now() from profiles, unnest(array['A3', 'A1']) code)
    insert into profile_requests (profile_id, structure_id, state, submitted_at, sent_at, decided_at)
    select id, home_structure_id, 'validated', now() - n * interval '1 day', now() - n * interval '1 day', now()
    from profiles, generate_series(1, ${requestsEach}::int) n`;
  await sql.unsafe("vacuum analyze accounts, trainer_profiles, profile_lines, profile_requests");
}

async function fillWithPending(sql: Sql): Promise<void> {
  await sql`
    with people as (
      insert into accounts (civility, first_name, last_name, password_hash, password_changed_at)
      select 'mme', 'Dominique', 'Attente' || n, 'none', now()
      from generate_series(1, ${pending}::int * (select count(*) from structures)::int) n returning id, last_name),
    profiles as (
      insert into trainer_profiles (account_id, state, answers, home_structure_id, identity_key, updated_at)
      select id, 'submitted', jsonb_build_object('firstName', 'Dominique', 'lastName', last_name),
        (array(select id from structures order by code))[1 + substring(last_name from '[0-9]+')::int % (select count(*) from structures)::int],
        id::text, now() from people returning id, home_structure_id),
    lines as (
      insert into profile_lines (profile_id, kind, answers, updated_at)
      select id, 'specialty', jsonb_build_object('specialty', code), now() from profiles, unnest(array['A3', 'A1']) code)
    insert into profile_requests (profile_id, structure_id, submitted_at, sent_at)
    select id, home_structure_id, at, at from profiles, lateral (select now() - random() * interval '30 days' as at where id is not null) sent`;
}

interface Given {
  readonly rounds: number;
  readonly seconds: number;
  readonly countedPort: number;
  readonly say: (text: string) => void;
}

/** The managers' list of requests to study (AD-02), among ten thousand requests ever sent, then a million. */
export async function measureReviewQueue(
  stage: Stage,
  { site, floor }: Servers,
  { rounds, seconds, countedPort, say }: Given,
): Promise<ReviewQueueFigures> {
  const { sql: client, db } = connect(stage.databaseUrl, { max: 4 });
  try {
    const [structure] = await stage.sql<{ id: string }[]>`select id from structures order by code limit 1`;
    const { accountId, cookie } = await makeManager(stage.sql, stage.site["AUTH_SECRET"] ?? "", structure?.id ?? "");
    await fillWithPending(stage.sql);
    await fillWithDecided(stage.sql, small, "Ancienne");
    const times = () => timeLists(client, db, accountId, structure?.id ?? "");
    const first = await times();
    say("filling with a million requests");
    await fillWithDecided(stage.sql, grown, "Lointaine");
    const second = await times();
    const page: Ask = (n) => ({ path: "/gestion/intervenants/demandes", headers: { cookie, ...network(n) } });
    const cpu = { page: [] as number[], floor: [] as number[] };
    const [errors, bytes]: [string[], number[]] = [[], []];
    await loadClosed(site.port, page, { seconds: 2, concurrency: 16 });
    for (let round = 1; round <= rounds; round += 1) {
      say(`round ${round} of ${rounds}`);
      for (const [name, server, ask] of [
        ["page", site, page],
        ["floor", floor, rows],
      ] as const) {
        const before = cpuOf(server.pid) + cpuOf(stage.databasePid);
        const load = await loadClosed(server.port, ask, { seconds, concurrency: 16 });
        cpu[name].push((cpuOf(server.pid) + cpuOf(stage.databasePid) - before) / load.count);
        if (name === "page") bytes.push(load.bytes);
        if (load.firstError !== null) errors.push(load.firstError);
      }
    }
    const work = await countDatabaseWork(stage, countedPort, async () => [["list of requests to study", page]]);
    return { small: first, grown: second, cpu, bytes: median(bytes), work, errors };
  } finally {
    await client.end({ timeout: 5 });
  }
}

const listsTimed = 200;

async function timeLists(client: Sql, db: Ctx["db"], accountId: string, structureId: string): Promise<Sizes> {
  // It reads the environment, which the stage has only just made.
  const { listRequests } = await import("@/lib/trainers/review/list-requests");
  const search: RequestSearch = { query: "", state: "submitted", direction: "asc", after: null };
  const manager = benchCtx(db, accountId, [{ role: "manager", structureId, authorityId: null }]);
  const administrator = benchCtx(db, accountId, [{ role: "administrator", structureId: null, authorityId: null }]);
  const found = await listRequests(manager, search);
  const [counted] = await client<{ requests: number }[]>`select count(*)::int as requests from profile_requests`;
  return {
    requests: counted?.requests ?? 0,
    pending: found.total.count,
    manager: await timed(() => listRequests(manager, search)),
    administrator: await timed(() => listRequests(administrator, search)),
    floor: await timed(
      () => client`
        select r.id, coalesce(p.answers ->> 'firstName', '') as first_name, coalesce(p.answers ->> 'lastName', '') as last_name,
          s.name, r.state, r.sent_at, r.round, a.first_name || ' ' || a.last_name as studied_by,
          array(select distinct l.answers ->> 'specialty' from profile_lines l where l.profile_id = r.profile_id and l.kind = 'specialty') as specialties,
          (select count(*)::int from trainer_profiles o where o.identity_key = p.identity_key) as homonyms
        from profile_requests r join trainer_profiles p on p.id = r.profile_id join structures s on s.id = r.structure_id
        left join request_reservations v on v.request_id = r.id and v.expires_at > now() left join accounts a on a.id = v.account_id
        where r.structure_id = ${structureId} and r.state = 'submitted' order by r.sent_at, r.id limit 51`,
    ),
    least: await timed(
      () => client`
        select r.id, p.answers ->> 'firstName' as first_name, p.answers ->> 'lastName' as last_name, s.name, r.sent_at
        from profile_requests r join trainer_profiles p on p.id = r.profile_id join structures s on s.id = r.structure_id
        where r.structure_id = ${structureId} and r.state = 'submitted' order by r.sent_at, r.id limit 51`,
    ),
  };
}

/** The first fifth warms up, and is not counted. */
async function timed(run: () => PromiseLike<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < listsTimed * 1.2; n += 1) {
    const before = performance.now();
    await run();
    if (n >= listsTimed * 0.2) times.push(performance.now() - before);
  }
  return median(times);
}

type Account = Extract<Ctx["actor"], { kind: "account" }>;

const benchCtx = (db: Ctx["db"], accountId: string, grants: Account["grants"]): Ctx => ({
  db,
  actor: {
    kind: "account",
    accountId,
    sessionId: randomUUID(),
    firstName: "Marc",
    lastName: "Lambert",
    address: "marc.lambert@exemple.fr",
    grants,
    secondFactor: "not_asked",
    provedAt: new Date(),
    sessionExpiresAt: new Date(Date.now() + 3_600_000),
  },
  now: new Date(),
  requestId: "bench",
  network: "bench",
  device: "bench",
  inTransaction: false,
});
