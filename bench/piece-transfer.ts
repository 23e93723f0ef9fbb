import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { placeLimits } from "@/lib/files/places.data";
import { exchange, type Exchanged, type Sent } from "./exchange";
import { findNginx, nginxVersion, startNginx } from "./nginx";
import type { PieceCosts } from "./piece-costs";
import { cpuOf, forgetPeak, memoryOf, peakMemoryOf } from "./process-tree";
import { pdfOf } from "./sample-piece";
import { type Server, startBareFiles } from "./server";
import { network } from "./sign-in-requests";
import type { Stage } from "./stage";
import { quantile } from "./statistics";
import type { Servers } from "./variants";

export interface TransferSample {
  readonly mebibytesPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds of processor for one file: the servers' processes, and PostgreSQL's. */
  readonly cpu: number;
  readonly databaseCpu: number;
  /** MiB held at most by the server. */
  readonly peak: number;
}
const sendings = ["bare", "bare, flushed to the disk", "F: the framework's body", "site"] as const;
const readings = ["bare", "nginx, internal redirect", "site"] as const;
export type Sending = (typeof sendings)[number];
export type Reading = (typeof readings)[number];

export interface PieceTransferFigures {
  readonly bytes: number;
  readonly atOnce: number;
  readonly nginx: string | null;
  readonly sendings: Readonly<Record<Sending, readonly TransferSample[]>>;
  readonly readings: Readonly<Partial<Record<Reading, readonly TransferSample[]>>>;
  /** MiB above what each held once started and asked a little. */
  readonly rise: { readonly site: number; readonly bare: number; readonly endless: number };
  readonly costs: PieceCosts;
}

/** As much as a piece may weigh: the goal says 5 MiB, the site takes 5 MB. */
const bytes = placeLimits.dossier_piece.maxBytes;
const atOnce = 4;
const readers = 8;
/** Of a body that never says how long it is. */
const endlessBytes = 500_000_000;

interface Given {
  readonly stage: Stage;
  readonly servers: Servers;
  readonly ports: { readonly files: number; readonly nginx: number };
  readonly rounds: number;
  readonly seconds: number;
  readonly say: (text: string) => void;
}

interface Way<Name> {
  readonly name: Name;
  readonly port: number;
  /** Whose processor and memory count; the first one's memory. */
  readonly pids: readonly [number, ...number[]];
  readonly sent: (n: number) => Sent;
  readonly isRight: (answer: Exchanged) => boolean;
}

/** Pieces of administrative files sent and read, five megabytes each and four at a time, against a bare stream and nginx. */
export async function measurePieceTransfer(given: Given): Promise<PieceTransferFigures> {
  const { stage, ports, rounds, say } = given;
  const folder = stage.floor["BENCH_FOLDER"] ?? "";
  const piece = pdfOf(bytes);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "held.pdf"), piece);
  const bare = await startBareFiles(stage.bare, ports.files, folder);
  const program = findNginx();
  const nginx = program === null ? null : await startNginx(program, folder, ports.nginx, ports.files);
  try {
    const shown = await showPieces(given, piece);
    const [sendingWays, readingWays] = [waysToSend(given, bare, piece), waysToRead(given, bare, nginx, shown)];
    const [sent, read] = [samplesOf(sendingWays), samplesOf(readingWays)];
    for (const way of [...sendingWays, ...readingWays]) await load(stage, way, 0.2);
    const settled = { site: memoryOf(given.servers.site.pid), bare: memoryOf(bare.pid) };
    for (let round = 1; round <= rounds; round += 1) {
      say(`round ${round} of ${rounds}`);
      for (const way of sendingWays) sent[way.name]?.push(await measure(given, way));
      for (const way of readingWays) read[way.name]?.push(await measure(given, way));
    }
    const most = (samples: readonly TransferSample[] = []) => Math.max(...samples.map(({ peak }) => peak));
    say("bodies without end");
    const endless = await measureEndless(given, piece);
    say("each step alone");
    const costs = await measureCosts(stage);
    return {
      bytes,
      atOnce,
      nginx: program === null ? null : nginxVersion(program),
      sendings: sent as Record<Sending, TransferSample[]>,
      readings: read,
      rise: { site: most(sent.site) - settled.site, bare: most(sent.bare) - settled.bare, endless: endless - settled.site },
      costs,
    };
  } finally {
    await Promise.all([bare.stop(), nginx?.stop()]);
  }
}

const samplesOf = <Name extends string>(ways: readonly Way<Name>[]) =>
  Object.fromEntries(ways.map(({ name }) => [name, []])) as unknown as Partial<Record<Name, TransferSample[]>>;

const sendingOf = ({ stage, servers }: Given, n: number, body: Sent["body"] & object): Sent => ({
  path: "/api/files?place=dossier_piece",
  method: "POST",
  headers: {
    cookie: stage.people.cookies[n % stage.people.cookies.length] ?? "",
    origin: `http://localhost:${servers.site.port}`,
    "x-file-name": "piece.pdf",
    ...network(n),
  },
  body,
});

function waysToSend(given: Given, bare: Server, piece: Buffer): readonly Way<Sending>[] {
  const { site, floor } = given.servers;
  const post = (path: string) => (): Sent => ({ path, method: "POST", body: piece });
  const isRight = ({ status }: Exchanged) => status === 200;
  return [
    { name: "bare", port: bare.port, pids: [bare.pid], sent: post("/send"), isRight },
    { name: "bare, flushed to the disk", port: bare.port, pids: [bare.pid], sent: post("/send?flush"), isRight },
    { name: "F: the framework's body", port: floor.port, pids: [floor.pid], sent: post("/files"), isRight },
    {
      name: "site",
      port: site.port,
      pids: [site.pid],
      sent: (n) => sendingOf(given, n, piece),
      isRight: ({ status, beginning }) => status === 201 && beginning.includes(`"bytes":${piece.length}`),
    },
  ];
}

function waysToRead(
  { stage, servers: { site } }: Given,
  bare: Server,
  nginx: Server | null,
  shown: readonly string[],
): readonly Way<Reading>[] {
  const whole = ({ status, bytes: came }: Exchanged) => status === 200 && came > bytes;
  const get = (path: string) => (): Sent => ({ path, method: "GET" });
  const redirected: readonly Way<Reading>[] =
    nginx === null
      ? []
      : [{ name: "nginx, internal redirect", port: nginx.port, pids: [nginx.pid, bare.pid], sent: get("/redirect"), isRight: whole }];
  return [
    { name: "bare", port: bare.port, pids: [bare.pid], sent: get("/read"), isRight: whole },
    ...redirected,
    {
      name: "site",
      port: site.port,
      pids: [site.pid],
      sent: (n) => ({
        path: `/api/files/${shown[n % shown.length]}`,
        method: "GET",
        headers: { cookie: stage.people.cookies[n % shown.length] ?? "", ...network(n) },
      }),
      isRight: whole,
    },
  ];
}

/** Pieces in the form of as many trainers, each sent through the site; gives their identifiers, in the order of the cookies. */
async function showPieces(given: Given, piece: Buffer): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let n = 0; n < readers; n += 1) {
    const answer = await exchange(given.servers.site.port, sendingOf(given, n, piece));
    const id = /"id":"([0-9a-f-]{36})"/u.exec(answer.beginning)?.[1];
    if (id === undefined) throw new Error(`a piece was not taken: ${answer.beginning}`);
    ids.push(id);
  }
  await given.stage.sql`
    with sent as (select id, owner_id from files where id = any(${ids})),
    profile as (
      insert into trainer_profiles (account_id, state, answers, home_structure_id, identity_key, updated_at, validated_at)
      select owner_id, 'validated', '{"civility": "mme", "firstName": "Camille", "lastName": "Mesure", "status": "civil_servant"}',
        (select id from structures order by code limit 1), owner_id::text, now(), now() from sent returning id, account_id),
    made as (insert into dossiers (profile_id, updated_at) select id, now() from profile returning id, profile_id),
    shown as (
      insert into dossier_draft_files (dossier_id, slot, file_id, added_at)
      select made.id, 'bank', sent.id, now() from made join profile on profile.id = made.profile_id join sent on sent.owner_id = profile.account_id)
    update files set attached_at = now() where id = any(${ids})`;
  return ids;
}

async function measure<Name>({ stage, seconds }: Given, way: Way<Name>): Promise<TransferSample> {
  const [first, ...others] = way.pids;
  const cpu = () => [first, ...others].reduce((sum, pid) => sum + cpuOf(pid), 0);
  const before = { own: cpu(), database: cpuOf(stage.databasePid) };
  forgetPeak(first);
  const { latencies, took } = await load(stage, way, seconds);
  const sample = {
    mebibytesPerSecond: (latencies.length * bytes) / 1_048_576 / took,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    cpu: (cpu() - before.own) / latencies.length,
    databaseCpu: (cpuOf(stage.databasePid) - before.database) / latencies.length,
    peak: peakMemoryOf(first),
  };
  await forgetReceived(stage);
  return sample;
}

let asked = 0;

async function load<Name>(
  stage: Stage,
  { name, port, sent, isRight }: Way<Name>,
  seconds: number,
): Promise<{ latencies: number[]; took: number }> {
  const latencies: number[] = [];
  const begun = performance.now();
  const one = async () => {
    while (performance.now() - begun < seconds * 1000) {
      const at = performance.now();
      const answer = await exchange(port, sent((asked += 1)));
      if (!isRight(answer)) throw new Error(`${String(name)} answered: ${answer.beginning.slice(0, 500)}`);
      latencies.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return { latencies, took: (performance.now() - begun) / 1000 };
}

/** What was received and never attached, so that neither the quota nor the disk fills. */
async function forgetReceived({ sql, site }: Pick<Stage, "sql" | "site">): Promise<void> {
  const removed = await sql<{ store_key: string }[]>`delete from files where attached_at is null returning store_key`;
  const folder = join(site["DATA_DIR"] ?? "", "files");
  await Promise.all(removed.map(({ store_key: key }) => rm(join(folder, key.slice(0, 2), key.slice(2, 4), key), { force: true })));
}

/** Four bodies that do not say how long they are, and go on: the memory held at most until each was refused. */
async function measureEndless(given: Given, piece: Buffer): Promise<number> {
  const { site } = given.servers;
  forgetPeak(site.pid);
  const repeated = { piece: piece.subarray(0, 1_000_000), times: endlessBytes / 1_000_000 };
  const answers = await Promise.all(Array.from({ length: atOnce }, (_, n) => exchange(site.port, sendingOf(given, 100 + n, repeated))));
  const wrong = answers.find(({ status }) => status !== 422);
  if (wrong !== undefined) throw new Error(`a body without end was answered: ${wrong.beginning}`);
  return peakMemoryOf(site.pid);
}

async function measureCosts({ sql, site }: Stage): Promise<PieceCosts> {
  const [account] = await sql<{ id: string }[]>`select id from accounts where last_name = 'Mesure200'`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "bench/piece-costs.ts", account?.id ?? "", String(bytes)],
    { env: site as NodeJS.ProcessEnv, maxBuffer: 1_000_000 },
  );
  await sql`delete from files where attached_at is null`;
  return JSON.parse(stdout) as PieceCosts;
}
