import { connect, createServer, type Server, type Socket } from "node:net";

export interface RoundTrips {
  readonly port: number;
  /** How often the caller has sent something to the database and waited, since the last call of `reset`. */
  count(): number;
  reset(): void;
  stop(): void;
}

/**
 * A wire between the site and the database that counts round trips: what is sent while an answer is awaited, on
 * whatever connection, travels with it and counts once. Meaningful with one request under way at a time.
 */
export async function countRoundTrips(databasePort: number): Promise<RoundTrips> {
  const [asked, live] = [new Set<Socket>(), new Set<Socket>()];
  let trips = 0;
  const server = createServer((caller) => {
    const database = connect(databasePort, "127.0.0.1");
    for (const socket of [caller, database]) {
      socket.setNoDelay(true);
      live.add(socket);
      socket.once("close", () => live.delete(socket));
      socket.once("error", () => void (caller.destroy(), database.destroy(), asked.delete(caller)));
    }
    caller.on("data", (chunk) => {
      if (asked.size === 0) trips += 1;
      asked.add(caller);
      database.write(chunk);
    });
    database.on("data", (chunk) => {
      asked.delete(caller);
      caller.write(chunk);
    });
    caller.once("close", () => void (database.destroy(), asked.delete(caller)));
    database.once("close", () => void caller.destroy());
  });
  const port = await listen(server);
  const stop = () => {
    server.close();
    for (const socket of live) socket.destroy();
  };
  return { port, count: () => trips, reset: () => void (trips = 0), stop };
}

function listen(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      done(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
