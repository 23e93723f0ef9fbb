import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Server } from "node:net";
import { buffer } from "node:stream/consumers";

/**
 * What a stand-in does wrong: answers 500; never answers; cuts the line in the middle of the bytes;
 * does the work, then cuts the line before answering.
 */
export const faults = ["error", "hang", "cut", "cut_after_accept"] as const;
export type Fault = (typeof faults)[number];

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

export interface HeldObject {
  readonly bytes: Buffer;
  readonly at: Date;
}

/** A small HTTP server on the loopback that keeps objects in memory, and fails on demand. */
export interface StoreDouble {
  readonly url: string;
  readonly host: string;
  readonly objects: Map<string, HeldObject>;
  /** Set by the test; undefined: all is well. */
  fault: Fault | undefined;
  close(): Promise<void>;
}

export type Handler = (request: IncomingMessage, url: URL, body: Buffer) => Reply | Promise<Reply>;

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server does not listen");
  return address.port;
}

export async function startDouble(makeHandler: (objects: Map<string, HeldObject>) => Handler): Promise<StoreDouble> {
  const objects = new Map<string, HeldObject>();
  const handler = makeHandler(objects);
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (double.fault === "hang") return;
    if (double.fault === "cut" && request.method === "PUT") return void request.once("data", () => request.socket.destroy());
    const body = await buffer(request);
    if (double.fault === "error") return void response.writeHead(500).end("out of order");
    const reply = await handler(request, new URL(request.url ?? "/", double.url), body);
    if (double.fault === "cut_after_accept") return void request.socket.destroy();
    const bytes = Buffer.from(reply.body ?? "");
    response.writeHead(reply.status, { "content-length": bytes.length, ...reply.headers });
    if (double.fault !== "cut") return void response.end(bytes);
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => request.socket.destroy());
  };
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const port = portOf(server);
  const double: StoreDouble = {
    url: `http://localhost:${port}`,
    host: `localhost:${port}`,
    objects,
    fault: undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return double;
}
