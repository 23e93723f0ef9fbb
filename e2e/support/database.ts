import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import postgres from "postgres";
import { siteData } from "./site";

interface Secrets {
  readonly AUTH_SECRET: string;
  readonly DATABASE_PASSWORD: string;
}

const secrets = async () => JSON.parse(await readFile(join(siteData, "secrets.json"), "utf8")) as Secrets;

/** Address of the database of the site under test, as its owner. */
async function databaseUrl(): Promise<string> {
  const port = (await readFile(join(siteData, "postgres", "postmaster.pid"), "utf8")).split("\n")[3];
  return `postgres://postgres:${(await secrets()).DATABASE_PASSWORD}@127.0.0.1:${port}/espaces`;
}

/** What another process needs to serve the same site on another port. */
export async function siteEnvironment(port: number): Promise<Record<string, string>> {
  const { DATABASE_PASSWORD: _, ...keys } = await secrets();
  return {
    ...keys,
    DATA_DIR: siteData,
    DATABASE_URL: await databaseUrl(),
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    LOG_LEVEL: "error",
    TRUSTED_PROXIES: "1",
    NODE_ENV: "production",
  };
}

let opened: Promise<postgres.Sql> | undefined;
/** The database of the site under test, as its owner: to prepare a story, never to judge it. */
export function siteDatabase(): Promise<postgres.Sql> {
  opened ??= databaseUrl().then((url) => postgres(url, { max: 2, onnotice: () => {} }));
  return opened;
}

/** The cookie by which a browser holds a session. */
export async function sessionCookie(sessionId: string): Promise<{ name: string; value: string }> {
  const value = await encode({ token: { sub: sessionId }, secret: (await secrets()).AUTH_SECRET, salt: "session", maxAge: 3600 });
  return { name: "session", value };
}
