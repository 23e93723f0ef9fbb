import { createServer, type Socket } from "node:net";
import { portOf } from "./double-server";

export const scannerMoods = ["well", "hang", "cut", "nonsense"] as const;
export type ScannerMood = (typeof scannerMoods)[number];

/** The harmless file that every scanner reports, in two halves so that no scanner reports this source. */
export const eicar = Buffer.from(["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""));

export interface ClamdDouble {
  readonly url: string;
  mood: ScannerMood;
  /** Bytes of each file that was scanned. */
  readonly scanned: Buffer[];
  close(): Promise<void>;
}

/** A scanner that speaks INSTREAM and knows one signature. */
export async function startClamdDouble(): Promise<ClamdDouble> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    let received = Buffer.alloc(0);
    socket.on("data", (piece: Buffer) => {
      received = Buffer.concat([received, piece]);
      if (double.mood === "cut") socket.destroy();
      const content = double.mood === "well" || double.mood === "nonsense" ? readStream(received) : null;
      if (content === null) return;
      double.scanned.push(content);
      socket.end(double.mood === "nonsense" ? "INSTREAM size limit exceeded. ERROR\0" : verdict(content));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const double: ClamdDouble = {
    url: `tcp://127.0.0.1:${portOf(server)}`,
    mood: "well",
    scanned: [],
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return double;
}

const verdict = (content: Buffer) => (content.includes(eicar) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");

/** The whole content once the closing zero has come; null before. */
function readStream(received: Buffer): Buffer | null {
  const command = Buffer.from("zINSTREAM\0");
  if (!received.subarray(0, command.length).equals(command)) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
