import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isIP } from "node:net";
import next from "next";
import { env } from "@/lib/core/env";
import { pathToShow } from "@/lib/core/hide-tokens";
import { log } from "@/lib/core/log";
import { referenceOf } from "@/lib/core/reference";
import { explainFailure } from "./explain-failure";
import { isTooLong } from "./long-forms";
import { answerMaintenance, isOpenInMaintenance } from "./maintenance-page";
import { countRequest } from "./request-metrics";

/**
 * The site's HTTP server: Next behind the few things that only the socket's owner can do. It names each request,
 * states the client's address (never believing a header that a client can write), logs, and stops without cutting anybody off.
 */
const port = Number(process.env["PORT"] || 3000);
const development = process.argv.includes("--dev");
/** Milliseconds for the requests under way, and between two looks at them. */
const stopWithin = 7_000;
const look = 100;

/** Names that only this file may write: what a client sends under them is dropped. */
const ownHeaders = ["x-middleware-subrequest", "x-nonce", "x-forwarded-host", "x-client-address", "x-request-id", "x-request-path"];
let stopping = false;

async function serve(): Promise<void> {
  const app = next({ dev: development, dir: process.cwd(), port, hostname: "localhost", quiet: !development });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    const requestId = randomUUID();
    const startedAt = performance.now();
    const address = clientAddress(request);
    for (const name of ownHeaders) delete request.headers[name];
    request.headers["x-client-address"] = address;
    request.headers["x-request-id"] = requestId;
    request.headers["x-request-path"] = (request.url ?? "/").replace(/[?&]_rsc=[^&]*/u, "");
    response.setHeader("X-Request-Id", requestId);
    if (stopping) response.setHeader("Connection", "close");
    response.once("close", () => logRequest(request, response, requestId, performance.now() - startedAt));
    if (isTooLong(request.url ?? "/", request.headers["content-length"])) return refuseTooLong(request, response);
    if (isUnreadable(request)) return refuseUnreadable(response);
    if (env.MAINTENANCE && !isOpenInMaintenance(pathToShow(request.url ?? "/"))) return answerMaintenance(response, referenceOf(requestId));
    handle(request, response).catch((error: unknown) => fail(response, requestId, error));
  });
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 70_000;
  server.requestTimeout = 120_000;
  await new Promise<void>((done, refuse) => {
    server.once("error", refuse);
    server.listen(port, done);
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(server, signal));
  log.info({ port }, "site ready");
}

/** The socket's address, or the entry that our own proxies (TRUSTED_PROXIES of them) added to X-Forwarded-For. */
function clientAddress(request: IncomingMessage): string {
  const socket = request.socket.remoteAddress ?? "unknown";
  if (env.TRUSTED_PROXIES === 0) return socket;
  const hops = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((hop) => hop.trim());
  const candidate = hops.at(-env.TRUSTED_PROXIES) ?? "";
  return isIP(candidate) === 0 ? socket : candidate;
}

function fail(response: ServerResponse, requestId: string, error: unknown): void {
  log.error({ err: error, requestId }, "a request could not be handled");
  if (response.headersSent) return void response.destroy();
  response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" }).end("Une erreur est survenue.");
}

function logRequest(request: IncomingMessage, response: ServerResponse, requestId: string, milliseconds: number): void {
  const path = pathToShow(request.url ?? "/");
  countRequest(request.method ?? "GET", response.statusCode, milliseconds / 1000);
  if (path.startsWith("/_next/static")) return;
  const cut = response.writableFinished ? {} : { cut: true };
  const closed = env.MAINTENANCE ? { reference: referenceOf(requestId) } : {};
  log.info(
    { requestId, method: request.method, path, status: response.statusCode, ms: Math.round(milliseconds), ...cut, ...closed },
    "request",
  );
}

/** An address whose escapes spell no text; the framework would answer an error of its own. */
function isUnreadable({ url = "/" }: IncomingMessage): boolean {
  try {
    return decodeURIComponent(url.split("?")[0] ?? "/").includes("\0");
  } catch {
    return true;
  }
}

function refuseUnreadable(response: ServerResponse): void {
  response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" });
  response.end("Cette adresse n’existe pas : vérifiez qu’elle a été copiée en entier.");
}

/** The rest of the body is read and thrown away, so that the sender hears the answer. */
function refuseTooLong(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.writeHead(413, { "Content-Type": "text/plain; charset=utf-8" });
  response.end("Ce formulaire est trop long. Revenez en arrière, raccourcissez votre texte, puis envoyez-le à nouveau.");
}

/** No new connection; those under way end, and idle ones are closed as they become so. */
function stop(server: ReturnType<typeof createServer>, signal: NodeJS.Signals): void {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "site stopping");
  server.close(() => process.exit(0));
  setInterval(() => server.closeIdleConnections(), look);
  setTimeout(() => process.exit(0), stopWithin);
}

serve().catch((error: unknown) => {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  process.stderr.write(
    taken ? `Port ${port} is already taken: stop what uses it, or set PORT to another number.\n` : `${explainFailure(error)}\n`,
  );
  process.exit(1);
});
