import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { end, launch } from "@/scripts/launch";
import { type Ask, loadPaced } from "./load";
import { network } from "./sign-in-requests";
import type { Stage } from "./stage";
import type { Servers } from "./variants";

export interface MailDeliveryFigures {
  /** Mails a second that the worker hands to a server that takes all. */
  readonly perSecond: number;
  /** The same messages through the mail library's own pool of eight connections, from no database. */
  readonly floor: number;
  /** Mails handed over, and those handed over twice, the worker killed in the middle and another one started. */
  readonly delivered: number;
  readonly twice: number;
  /** Those of which nobody knows whether they left: told to a person, never repeated. */
  readonly uncertain: number;
  /** Milliseconds: 99th of a page at a steady pace, without and with the mails leaving. */
  readonly pageAlone: number;
  readonly pageMeanwhile: number;
  readonly errors: readonly string[];
}

const seconds = 20;
const pagesPerSecond = 20;
const floorMails = 3_000;

/** The mails that wait leave through the worker, to a server of this machine; the alerts of an ad are queued before (EI-15). */
export async function measureMailDelivery(stage: Stage, { site }: Servers, say: (text: string) => void): Promise<MailDeliveryFigures> {
  const sink = await startSink();
  const page: Ask = (n) => ({ path: "/compte/connexion", headers: network(n) });
  const pace = { seconds, perSecond: pagesPerSecond };
  const startWorker = () => launch("worker", { ...stage.site, SMTP_URL: sink.url });
  let worker = startWorker();
  try {
    say("mails leave");
    while (sink.taken.size < 200) await wait(20);
    const before = { mails: sink.taken.size, at: performance.now() };
    await wait(seconds * 1000);
    const perSecond = ((sink.taken.size - before.mails) * 1000) / (performance.now() - before.at);
    const meanwhile = await loadPaced(site.port, page, pace);
    say("the worker is killed, another one starts");
    const killed = once(worker, "exit");
    worker.kill("SIGKILL");
    await killed;
    worker = startWorker();
    await wait(seconds * 1000);
    await end(worker, 15_000);
    const alone = await loadPaced(site.port, page, pace);
    const [counted] = await stage.sql<{ held: number }[]>`
      select count(*)::int as held from mails where state in ('sending', 'uncertain') and doubt_since is not null`;
    return {
      perSecond,
      floor: await timeFloor(sink),
      delivered: sink.taken.size,
      twice: [...sink.taken.values()].filter((times) => times > 1).length,
      uncertain: counted?.held ?? 0,
      pageAlone: alone.p99,
      pageMeanwhile: meanwhile.p99,
      errors: [alone, meanwhile].flatMap(({ firstError }) => firstError ?? []),
    };
  } finally {
    await end(worker, 15_000);
    await sink.close();
  }
}

async function timeFloor(sink: Sink): Promise<number> {
  const pool = createTransport({ url: sink.url, pool: true, maxConnections: 8 });
  const message = sink.lastBody();
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: floorMails }, (_, n) =>
      pool.sendMail({
        from: "ne-pas-repondre@exemple.fr",
        to: `personne${n}@exemple.fr`,
        subject: "Nouvelle annonce",
        html: message.slice(0, message.length / 2),
        text: message.slice(message.length / 2),
        messageId: `<floor-${n}@exemple.fr>`,
      }),
    ),
  );
  const took = (performance.now() - startedAt) / 1000;
  pool.close();
  return floorMails / took;
}

type Sink = Awaited<ReturnType<typeof startSink>>;

/** A mail server that takes everything, and counts by Message-ID; it does nothing more. */
async function startSink() {
  const taken = new Map<string, number>();
  const sockets = new Set<Socket>();
  let last = "";
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setEncoding("utf8");
    socket.on("error", () => {});
    socket.once("close", () => sockets.delete(socket));
    let [waiting, inMessage] = ["", false];
    socket.write("220 sink\r\n");
    socket.on("data", (chunk: string) => {
      waiting += chunk;
      for (;;) {
        const mark = inMessage ? "\r\n.\r\n" : "\r\n";
        const at = waiting.indexOf(mark);
        if (at < 0) return;
        const text = waiting.slice(0, at);
        waiting = waiting.slice(at + mark.length);
        if (inMessage) {
          const id = /^Message-ID: (<[^>]+>)/imu.exec(text)?.[1] ?? "";
          taken.set(id, (taken.get(id) ?? 0) + 1);
          last = text;
        }
        inMessage = !inMessage && /^data$/iu.test(text);
        socket.write(inMessage ? "354 go on\r\n" : "250 ok\r\n");
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    taken,
    lastBody: () => last,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
