import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import postgres from "postgres";

/**
 * B: node:http and postgres.js, nothing else. `/rows` is F's page as a string; `/kept` the same, kept for a second, as a
 * cache in front of a site does; `/statements?n=` runs statements that the real search was seen to run (a file: list of
 * lists of [text, parameters]) and answers their rows as JSON.
 */
type Statements = readonly (readonly (readonly [text: string, parameters: (string | number | string[] | null)[]])[])[];

const sql = postgres(process.env["DATABASE_URL"] ?? "", { max: 8, onnotice: () => {} });
const statements = JSON.parse(await readFile(process.env["BENCH_STATEMENTS"] ?? "", "utf8")) as Statements;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

async function rows(url: URL): Promise<string> {
  const [region, specialty] = [Number(url.searchParams.get("region") ?? 1), Number(url.searchParams.get("specialty") ?? 1)];
  const found = await sql<{ title: string; place: string; day: string; summary: string }[]>`
    select title, place, published_on::text as day, summary from bench.notices
    where region = ${region} and specialty = ${specialty} order by published_on desc limit 20`;
  const items = found.map(
    ({ title, place, day, summary }) => `<li><h2>${escaped(title)}</h2><p>${escaped(place)}, ${day}</p><p>${escaped(summary)}</p></li>`,
  );
  return `<!doctype html><html lang="fr"><head><title>Formations</title></head><body><main><h1>Formations</h1><ul>${items.join("")}</ul></main></body></html>`;
}

let kept = { page: Buffer.alloc(0), until: 0 };
async function keptRows(url: URL): Promise<Buffer> {
  if (performance.now() > kept.until) kept = { page: Buffer.from(await rows(url)), until: performance.now() + 1_000 };
  return kept.page;
}

async function replay(url: URL): Promise<string> {
  const wanted = statements[Number(url.searchParams.get("n"))] ?? [];
  const results: unknown[] = [];
  for (const [text, parameters] of wanted) results.push(...(await sql.unsafe(text, parameters, { prepare: true })));
  return JSON.stringify({ results });
}

async function answer(path: string, response: ServerResponse): Promise<void> {
  const url = new URL(path, "http://localhost");
  const html = url.pathname !== "/statements";
  const body = url.pathname === "/kept" ? await keptRows(url) : html ? await rows(url) : await replay(url);
  response.writeHead(200, { "Content-Type": html ? "text/html; charset=utf-8" : "application/json" }).end(body);
}

createServer((request, response) => {
  answer(request.url ?? "/", response).catch((error: unknown) => response.writeHead(500).end(String(error)));
}).listen(Number(process.env["PORT"]), "127.0.0.1");
