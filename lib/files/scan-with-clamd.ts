import { connect, type Socket } from "node:net";

export type ScanVerdict = { readonly clean: true } | { readonly clean: false; readonly signature: string };

/** The scanner did not answer, or not with a verdict: nothing can be said about the file. */
export class ScannerUnavailable extends Error {
  override readonly name = "ScannerUnavailable";
}

const pieceBytes = 65_536;

/**
 * Asks clamd about some bytes (its INSTREAM command over TCP): pieces preceded by their length, then a zero.
 * `url` is `tcp://host:port`. Throws ScannerUnavailable on anything but a verdict within `timeout` milliseconds.
 */
export async function scanWithClamd(url: string, bytes: Buffer, timeout = 20_000): Promise<ScanVerdict> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname.replace(/^\[|\]$/gu, ""), port: Number(port || 3310) });
  const timer = setTimeout(() => socket.destroy(new Error("no verdict in time")), timeout);
  try {
    const answer = readAnswer(socket);
    // The verdict may come before everything is sent; a failure shows in the answer.
    sendPieces(socket, bytes).catch(() => {});
    return readVerdict(await answer);
  } catch (error) {
    throw error instanceof ScannerUnavailable ? error : new ScannerUnavailable("clamd does not answer", { cause: error });
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

async function sendPieces(socket: Socket, bytes: Buffer): Promise<void> {
  await send(socket, Buffer.from("zINSTREAM\0"));
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    await send(socket, Buffer.concat([length, piece]));
  }
  await send(socket, Buffer.alloc(4));
}

/** Resolves when the piece has left, so that a slow scanner does not fill the memory. */
const send = (socket: Socket, piece: Buffer) =>
  new Promise<void>((resolve, reject) => {
    socket.write(piece, (error) => (error === undefined || error === null ? resolve() : reject(error)));
  });

function readAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => {
      answer += text;
      if (answer.includes("\0") || answer.length > 1_000) resolve(answer);
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("connection closed before the verdict")));
  });
}

/** "stream: OK", or "stream: Eicar-Test-Signature FOUND". */
function readVerdict(answer: string): ScanVerdict {
  const text = answer.replace(/\0.*$/su, "").trim();
  if (text === "stream: OK") return { clean: true };
  const found = /^stream: (.+) FOUND$/u.exec(text);
  if (found?.[1] === undefined) throw new ScannerUnavailable(`clamd answered: ${text.slice(0, 200)}`);
  return { clean: false, signature: found[1] };
}
