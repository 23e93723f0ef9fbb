import { access, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { type ChildProcess, execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { findLauncher, type Launcher } from "./embedded-process";

export interface EmbeddedDatabase {
  /** Address of the owner of the database. */
  readonly url: string;
  /** Ends connections, writes all to the disk; resolves when the server is gone. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder of the cluster; made when missing. */
  readonly folder: string;
  readonly password: string;
  readonly name?: string;
  /** For throw-away clusters: no wait for the disk. */
  readonly unsafeFast?: boolean;
  /** Gives up starting, and leaves nothing running. */
  readonly signal?: AbortSignal;
}

const fast = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
const lines = { ready: "database system is ready to accept connections" } as const;
/** Milliseconds for a server that somebody's sudden end left behind to stop, before it is killed. */
const patience = 8_000;

/** Starts a real PostgreSQL of our own, on a free loopback port. Throws with what PostgreSQL said. */
export async function startEmbedded({
  folder,
  password,
  name = "espaces",
  unsafeFast = false,
  signal,
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const databaseDir = resolve(folder);
  await mkdir(dirname(databaseDir), { recursive: true });
  await endLeftOver(databaseDir);
  const launcher = await findLauncher(databaseDir);
  if (!(await exists(join(databaseDir, "PG_VERSION")))) await createCluster(launcher, databaseDir, password, signal);
  signal?.throwIfAborted();
  const port = await freePort();
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "shared_preload_libraries=pg_stat_statements",
    "max_connections=120",
    "lc_messages=C",
    ...(unsafeFast ? fast : []),
  ];
  const server = launcher.launch("postgres", ["-D", databaseDir, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])]);
  const stop = endOf(server);
  try {
    await says(server, lines.ready, signal);
    const url = (database: string) => `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
    await createDatabase(url("postgres"), name);
    return { url: url(name), stop };
  } catch (error) {
    await stop();
    throw refused(databaseDir, error);
  }
}

/** Made beside its place and moved there when whole: a creation that was cut short leaves no half cluster. */
async function createCluster(launcher: Launcher, databaseDir: string, password: string, signal: AbortSignal | undefined): Promise<void> {
  const part = `${databaseDir}.part`;
  const passwordFile = join(tmpdir(), `pg-${randomUUID()}`);
  await rm(part, { recursive: true, force: true });
  try {
    await mkdir(part, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" });
    if (launcher.user !== null) for (const path of [part, passwordFile]) await chown(path, launcher.user.uid, launcher.user.gid);
    const options = [
      `--pgdata=${part}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--locale-provider=builtin",
      "--locale=C.UTF-8",
      "--encoding=UTF8",
      "--lc-messages=C",
    ];
    const child = launcher.launch("initdb", options);
    await says(child, null, signal);
    await rename(part, databaseDir);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw refused(databaseDir, error);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Waits for a line of its log, or (null) for its end with success. Fails with its last lines. */
function says(child: ChildProcess, line: string | null, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, fail) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-4_000);
      if (line !== null && said.includes(line)) done();
    };
    const giveUp = () => {
      signalGroup(child, "SIGKILL");
      fail(new Error("Stopped before the database was ready."));
    };
    if (signal?.aborted === true) return giveUp();
    signal?.addEventListener("abort", giveUp, { once: true });
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("error", fail);
    child.once("close", (code) => {
      signal?.removeEventListener("abort", giveUp);
      if (line === null && code === 0) done();
      else fail(new Error(said.trim().split("\n").slice(-6).join("\n")));
    });
  });
}

/** SIGINT is PostgreSQL's "fast" stop. Also sent when our process ends without having asked. */
function endOf(server: ChildProcess): () => Promise<void> {
  const ended = new Promise<void>((done) => {
    server.once("exit", () => done());
    server.once("error", () => done());
  });
  const last = () => void server.kill("SIGINT");
  process.once("exit", last);
  void ended.then(() => process.off("exit", last));
  return async () => {
    server.kill("SIGINT");
    const kill = setTimeout(() => signalGroup(server, "SIGKILL"), patience);
    await ended;
    clearTimeout(kill);
  };
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
}

function refused(databaseDir: string, error: unknown): Error {
  const text = error instanceof Error ? error.message : String(error);
  const hint = /EACCES|permission denied/iu.test(text)
    ? '\nStarted as root, PostgreSQL runs as the user "postgres", who must be able to enter this folder and node_modules: use a folder outside /root, or set DATABASE_URL.'
    : "";
  return new Error(`The embedded PostgreSQL did not start in ${databaseDir}.\n${text}${hint}`, { cause: error });
}

async function createDatabase(url: string, name: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const known = await sql`select from pg_database where datname = ${name}`;
    if (known.length === 0) await sql.unsafe(`create database "${name}"`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * The server that a killed run left behind is stopped first: two on one folder would destroy it. After a power cut the file
 * postmaster.pid stays, and its number may since belong to another program. Whoever calls has made sure that no other run is alive.
 */
async function endLeftOver(databaseDir: string): Promise<void> {
  const file = join(databaseDir, "postmaster.pid");
  const pid = Number((await readFile(file, "utf8").catch(() => "")).split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  const alive = async () => {
    const command = await commandOf(pid);
    return command.includes("postgres") && command.includes(databaseDir);
  };
  if (await alive()) process.kill(pid, "SIGINT");
  for (let waited = 0; (await alive()) && waited < patience; waited += 100) await wait(100);
  if (await alive()) process.kill(pid, "SIGKILL");
  await rm(file, { force: true });
}

/** The command line of a process; empty when there is none. */
export async function commandOf(pid: number): Promise<string> {
  const linux = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  if (linux !== null || process.platform === "linux") return (linux ?? "").replaceAll("\0", " ");
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return "";
  }
}

/** Address of the cluster of a folder, when a server is running on it; null otherwise. */
export async function runningEmbedded({ folder, password, name = "espaces" }: EmbeddedOptions): Promise<string | null> {
  const databaseDir = resolve(folder);
  const [pid, , , port] = (await readFile(join(databaseDir, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  if (port === undefined || !(await commandOf(Number(pid))).includes(databaseDir)) return null;
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? done(address.port) : fail(new Error("no free port"))));
    });
  });
}
