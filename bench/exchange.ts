import { connect } from "node:net";

/** Only this machine is ever asked anything. */
const host = "127.0.0.1";
/** Of an answer's beginning, to be looked at. */
const keptBytes = 4_000;

export interface Sent {
  readonly path: string;
  readonly method: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  /** Repeated: a body whose length is not announced, in so many pieces. */
  readonly body?: Buffer | { readonly piece: Buffer; readonly times: number };
}

export interface Exchanged {
  readonly status: number;
  /** All that came, head included. */
  readonly bytes: number;
  readonly beginning: string;
}

/**
 * One request on a connection of its own, for bodies of megabytes: they are neither copied nor kept, so that the load
 * costs the machine as little as it can.
 */
export function exchange(port: number, { path, method, headers = {}, body }: Sent): Promise<Exchanged> {
  return new Promise((done, fail) => {
    let [bytes, beginning] = [0, ""];
    const take = (count: number, buffer: Uint8Array) => {
      if (beginning.length < keptBytes)
        beginning += Buffer.from(buffer.buffer, buffer.byteOffset, Math.min(count, keptBytes)).toString("latin1");
      bytes += count;
      return true;
    };
    const socket = connect({ host, port, onread: { buffer: Buffer.allocUnsafe(1_048_576), callback: take } });
    const length = Buffer.isBuffer(body)
      ? { "content-length": String(body.length) }
      : body === undefined
        ? {}
        : { "transfer-encoding": "chunked" };
    const all = { host: `localhost:${port}`, connection: "close", ...headers, ...length };
    socket.write(
      `${method} ${path} HTTP/1.1\r\n${Object.entries(all)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join("")}\r\n`,
    );
    if (Buffer.isBuffer(body)) socket.write(body);
    else if (body !== undefined)
      repeat(body.piece, body.times, (piece, next) => (bytes > 0 ? next(false) : socket.write(piece, (error) => next(error == null))));
    socket.setTimeout(60_000, () => socket.destroy(new Error(`no answer within 60 s: ${path}`)));
    // Whoever refuses a body may hang up before its end: what was answered counts.
    let failure: Error | undefined;
    socket.once("error", (error) => (failure = error));
    socket.once("close", () => {
      const status = Number(/^HTTP\/1\.1 (\d{3})/u.exec(beginning)?.[1] ?? Number.NaN);
      if (Number.isNaN(status)) fail(failure ?? new Error(`no answer: ${path}`));
      else done({ status, bytes, beginning });
    });
  });
}

/** In the form of a body that comes in pieces; stops when `write` says that nobody listens any more. */
function repeat(piece: Buffer, times: number, write: (piece: Buffer, next: (more: boolean) => void) => void): void {
  const framed = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")]);
  let left = times;
  const next = (more: boolean) => {
    if (!more) return;
    left -= 1;
    if (left >= 0) write(framed, next);
    else write(Buffer.from("0\r\n\r\n"), () => {});
  };
  next(true);
}
