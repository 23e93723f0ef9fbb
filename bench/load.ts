import { Agent, request as open } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { quantile } from "./statistics";

/** Only this machine is ever asked anything. */
const host = "127.0.0.1";
/** No measure sends more, whatever its length. */
const mostRequests = 200_000;

export interface Asked {
  readonly path: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether the answer is the wanted one; status 200 when absent. */
  readonly isRight?: (answer: Answer) => boolean;
}

/** The nth request of a measure. */
export type Ask = (n: number) => Asked;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface Load {
  readonly count: number;
  /** Answers with another status than expected, and failed connections. */
  readonly errors: number;
  readonly firstError: string | null;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Mean size of a body. */
  readonly bytes: number;
}

/** One request; the connection is kept by the agent. */
export function ask(port: number, { path, method = "GET", headers = {}, body }: Asked, agent?: Agent): Promise<Answer> {
  return new Promise((done, fail) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const all = { host: `localhost:${port}`, ...headers, ...length };
    const sent = open({ host, port, path, method, headers: all, timeout: 30_000, ...(agent === undefined ? {} : { agent }) }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.once("error", fail);
      answer.once("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }));
    });
    sent.once("timeout", () => sent.destroy(new Error(`no answer within 30 s: ${path}`)));
    sent.once("error", fail);
    sent.end(body);
  });
}

class Tally {
  readonly latencies: number[] = [];
  errors = 0;
  firstError: string | null = null;
  bytes = 0;

  async time(port: number, asked: Asked, agent: Agent): Promise<void> {
    const startedAt = performance.now();
    try {
      const answer = await ask(port, asked, agent);
      this.latencies.push(performance.now() - startedAt);
      this.bytes += answer.body.length;
      const right = asked.isRight?.(answer) ?? answer.status === 200;
      if (!right) this.fail(`${asked.path} answered ${answer.status}: ${answer.body.toString().slice(0, 300)}`);
    } catch (error) {
      this.fail(String(error));
    }
  }

  sum(seconds: number): Load {
    const { latencies, errors, firstError } = this;
    const count = latencies.length;
    return {
      count,
      errors,
      firstError,
      perSecond: count / seconds,
      p50: quantile(latencies, 0.5),
      p95: quantile(latencies, 0.95),
      p99: quantile(latencies, 0.99),
      bytes: this.bytes / count,
    };
  }

  private fail(what: string): void {
    this.errors += 1;
    this.firstError ??= what;
  }
}

interface Pace {
  readonly seconds: number;
  /** How many ask at once, each waiting for its answer. */
  readonly concurrency: number;
}

let asked = 0;

/** As many requests as are answered in the time given. */
export async function loadClosed(port: number, make: Ask, { seconds, concurrency }: Pace): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const tally = new Tally();
  const startedAt = performance.now();
  let sent = 0;
  const one = async () => {
    while (performance.now() - startedAt < seconds * 1000 && sent < mostRequests) {
      sent += 1;
      await tally.time(port, make((asked += 1)), agent);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  const took = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return tally.sum(took);
}

/** A request at each beat, whether or not the ones before are answered, as people do. */
export async function loadPaced(
  port: number,
  make: Ask,
  { seconds, perSecond }: { readonly seconds: number; readonly perSecond: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const tally = new Tally();
  const startedAt = performance.now();
  const under: Promise<void>[] = [];
  const count = Math.min(mostRequests, Math.round(seconds * perSecond));
  for (let beat = 0; beat < count; beat += 1) {
    await wait(Math.max(0, startedAt + (beat * 1000) / perSecond - performance.now()));
    under.push(tally.time(port, make((asked += 1)), agent));
  }
  await Promise.all(under);
  agent.destroy();
  return tally.sum((performance.now() - startedAt) / 1000);
}
