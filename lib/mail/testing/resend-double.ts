import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { portOf } from "./port-of";

/** How the double behaves. "accepted": the service took the mail; what then happens to the line is another matter. */
export const resendModes = ["ok", "busy", "error", "invalid", "hang", "cut", "cut_after_accept", "hang_after_accept"] as const;
export type ResendMode = (typeof resendModes)[number];

export interface ResendDouble {
  readonly url: string;
  mode: ResendMode;
  /** Calls received, repeats included. */
  readonly calls: () => number;
  /** Mails that a person would receive, by idempotency key: how many times each. */
  readonly accepted: ReadonlyMap<string, number>;
  readonly bodies: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Resolves when one more mail is taken (a repeat counts), before any answer. */
  nextTaking(): Promise<void>;
  close(): Promise<void>;
}

/** Resend's API on the loopback: keeps its promise on idempotency keys, and fails on demand. */
export async function startResendDouble(): Promise<ResendDouble> {
  const events = new EventEmitter();
  const accepted = new Map<string, number>();
  const bodies = new Map<string, Readonly<Record<string, unknown>>>();
  let calls = 0;
  const server = createServer((request, response) => void handle(request, response));
  const double: ResendDouble = {
    url: "",
    mode: "ok",
    calls: () => calls,
    accepted,
    bodies,
    nextTaking: async () => void (await once(events, "taken")),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    calls++;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString("utf8");
    const { mode } = double;
    if (mode === "hang") return;
    if (mode === "cut") return void request.socket.destroy();
    if (mode === "busy")
      return answer(response, 429, { name: "rate_limit_exceeded", message: "Too many requests", statusCode: 429 }, { "Retry-After": "2" });
    if (mode === "error") return answer(response, 500, { name: "internal_server_error", message: "Unexpected", statusCode: 500 });
    if (mode === "invalid") return answer(response, 422, { name: "validation_error", message: "Invalid `to` field", statusCode: 422 });
    const key = String(request.headers["idempotency-key"] ?? "");
    const known = bodies.get(key);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(JSON.parse(body))) {
      return answer(response, 409, { name: "invalid_idempotent_request", message: "Same key, other payload", statusCode: 409 });
    }
    if (known === undefined) {
      accepted.set(key, (accepted.get(key) ?? 0) + 1);
      bodies.set(key, JSON.parse(body));
    }
    events.emit("taken");
    if (mode === "hang_after_accept") return;
    if (mode === "cut_after_accept") return void request.socket.destroy();
    answer(response, 200, { id: `resend-${key}` });
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);
  return Object.assign(double, { url: `http://127.0.0.1:${port}` });
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
}
