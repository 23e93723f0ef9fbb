import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * What sending and reading a file cost at least: node:http, streamed to the disk and hashed on the way, no rights, no
 * check, no encryption. `POST /send` (`?flush`: on the disk before the answer), `GET /read`, and `GET /redirect`, which
 * leaves the sending to nginx. The files lie in a folder that is given.
 */
const folder = process.env["BENCH_FOLDER"] ?? "";
const held = join(folder, "held.pdf");
let received = 0;

async function receive(request: IncomingMessage, flush: boolean): Promise<string> {
  const path = join(folder, `received-${(received += 1)}`);
  const hash = createHash("sha256");
  const hashed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(request, hashed, createWriteStream(path, { flush }));
  } finally {
    // As a file that nobody attaches; what is removed at once is never written behind the next measure's back.
    setImmediate(() => void rm(path, { force: true }));
  }
  return hash.digest("hex");
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/send") {
    response.end(await receive(request, searchParams.has("flush")));
  } else if (pathname === "/read") {
    response.writeHead(200, { "Content-Type": "application/pdf", "Content-Length": (await stat(held)).size });
    await pipeline(createReadStream(held), response);
  } else {
    response.writeHead(200, pathname === "/redirect" ? { "Content-Type": "application/pdf", "X-Accel-Redirect": "/held.pdf" } : {}).end();
  }
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) =>
    response.headersSent ? response.destroy() : response.writeHead(500).end(String(error)),
  );
}).listen(Number(process.env["PORT"]), "127.0.0.1");
