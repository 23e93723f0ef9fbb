import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import postgres from "postgres";
import { startEmbedded } from "@/db/embedded";
import { type SmtpDouble, startSmtpDouble } from "@/lib/mail/testing/smtp-double";
import type { Server } from "./browserless";
import { type Collector, startCollector } from "./collector";
import { cli, freePort, type Running, serve } from "./run";

/** Secrets that stand out wherever they would leak. */
export const canaries = {
  AUTH_SECRET: "canari-auth-secret-0123456789abcdef",
  CRON_SECRET: "canari-cron-secret-0123456789abcdef",
  METRICS_TOKEN: "canari-metrics-token",
  MASTER_KEYS: `canari:${Buffer.alloc(32, 42).toString("base64")}`,
  RECAPTCHA_SECRET_KEY: "",
} as const;

export const password = "Canari-Tilleul-2026!";

/** A production of two sites and two workers on one database, with a mail server and a collector of traces. */
export interface Farm {
  readonly sites: readonly [Server, Server];
  readonly processes: readonly Running[];
  readonly workers: readonly Running[];
  readonly environment: Readonly<Record<string, string>>;
  readonly sql: postgres.Sql;
  readonly mails: SmtpDouble;
  readonly collector: Collector;
  /** Makes the database unreachable for new and old connections, or reachable again. */
  cutDatabase(cut: boolean): Promise<void>;
  stop(): Promise<void>;
}

const origin = "https://formation.example";
const name = "production";

export async function startFarm(): Promise<Farm> {
  const home = mkdtempSync(join(tmpdir(), "espaces-farm-"));
  if (process.getuid?.() === 0) execFileSync("chmod", ["755", home]);
  const [cluster, mails, collector] = await Promise.all([
    startEmbedded({ folder: join(home, "postgres"), password: "canari-database", name, unsafeFast: true }),
    startSmtpDouble(),
    startCollector(),
  ]);
  const environment = {
    ...canaries,
    APP_MODE: "production",
    APP_URL: origin,
    DATABASE_URL: cluster.url,
    DATABASE_POOL: "4",
    DATA_DIR: join(home, "data"),
    SMTP_URL: mails.url,
    LOG_LEVEL: "info",
    NODE_ENV: "production",
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: "200",
  };
  const migrate = cli(["migrate"], environment);
  if ((await migrate.end(60)) !== 0) throw new Error(migrate.output());
  const ports = [await freePort(), await freePort()] as const;
  const workers = [serve("worker", environment), serve("worker", environment)];
  const sites = ports.map((port) => serve("site", { ...environment, PORT: String(port) }));
  await Promise.all([
    ...sites.map((site) => site.says('"msg":"site ready"')),
    ...workers.map((worker) => worker.says('"msg":"worker.started"')),
  ]);
  const sql = postgres(cluster.url, { max: 2, onnotice: () => {} });
  const processes = [...sites, ...workers];
  return {
    sites: [
      { port: ports[0], origin },
      { port: ports[1], origin },
    ],
    processes,
    workers,
    environment,
    sql,
    mails,
    collector,
    cutDatabase: (cut) => cutDatabase(cluster.url, cut),
    stop: async () => {
      await sql.end({ timeout: 1 });
      for (const { child } of processes) child.kill("SIGTERM");
      await Promise.all(processes.map((one) => one.end(15)));
      await Promise.all([cluster.stop(), mails.close(), collector.close()]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function cutDatabase(url: string, cut: boolean): Promise<void> {
  const elsewhere = new URL(url);
  elsewhere.pathname = "/postgres";
  const admin = postgres(elsewhere.href, { max: 1, onnotice: () => {} });
  await admin.unsafe(`alter database ${name} with allow_connections ${cut ? "false" : "true"}`);
  if (cut) await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  await admin.end();
}

/** A person who has an account. */
export async function makePerson(sql: postgres.Sql, address: string): Promise<void> {
  const passwordHash = await hash(password, { memoryCost: 47_104, timeCost: 1, parallelism: 1 });
  const classes = ["length", "upper", "non_letter", "no_name", "lower", "digit", "special"];
  const [account] = await sql<{ id: string }[]>`
    insert into accounts (civility, first_name, last_name, password_hash, password_changed_at, password_classes)
    values ('mme', 'Camille', 'Fleur', ${passwordHash}, now(), ${classes}) returning id`;
  await sql`insert into account_addresses (account_id, kind, address, canonical, proved_at) values (${account?.id ?? ""}, 'main', ${address}, ${address}, now())`;
}
