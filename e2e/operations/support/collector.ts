import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";

/** An OTLP/HTTP collector on the loopback: keeps what it is sent. */
export interface Collector {
  readonly url: string;
  /** Everything received on /v1/traces, as text: names stand in it in clear. */
  traces(): string;
  close(): Promise<void>;
}

export async function startCollector(): Promise<Collector> {
  let traces = "";
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (request.url === "/v1/traces") traces += (request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString("utf8");
    response.writeHead(200, { "Content-Type": request.headers["content-type"] ?? "application/x-protobuf" }).end();
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    traces: () => traces,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
