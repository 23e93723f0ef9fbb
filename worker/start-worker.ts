import { setTimeout as wait } from "node:timers/promises";
import { disconnect } from "@/db/client";
import type { Clock } from "@/lib/core/clock";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { systemCtx } from "@/lib/core/system-ctx";
import type { Job } from "@/lib/jobs/job";
import { runJob } from "@/lib/jobs/run-job";
import { tick } from "@/lib/jobs/tick";
import { createDelivery } from "@/lib/mail/deliver-mails";
import type { Transport } from "@/lib/mail/transport";
import { openJobQueue } from "./job-queue";
import { repeat } from "./repeat";

export interface WorkerOptions {
  readonly jobs: readonly Job[];
  readonly transport: Transport;
  readonly clock: Clock;
}

export interface Worker {
  /** Ends what is under way, gives back the rest; takes 10 seconds at most. */
  stop(): Promise<void>;
}

const tickEvery = 15_000;
const outboxIdle = 500;
const aliveEvery = 60_000;
/** Of the ten seconds to stop: these for what is under way, the rest to write it down. */
const graceSeconds = 6;
/** A job that does not end keeps its connection; the process leaves without it, and the run starts again elsewhere. */
const farewell = 2_000;

/** Starts the outbox, the schedules and the job queue; each survives the database going away and coming back. */
export function startWorker({ jobs, transport, clock }: WorkerOptions): Worker {
  const stopping = new AbortController();
  const cutting = new AbortController();
  const { signal: stop } = stopping;
  const queue = openJobQueue(env.DATABASE_URL);
  const counts = { mails: 0, runs: 0 };

  const delivery = createDelivery(systemCtx("mail", clock), { clock, transport });
  const drainOutbox = async () => {
    const { sent, full, pausedUntil } = await delivery.drain({ stop, cut: cutting.signal });
    counts.mails += sent;
    return full && pausedUntil === null ? 0 : outboxIdle;
  };
  const lookAtClock = async () => {
    await tick(systemCtx("schedule", clock), jobs, queue);
    return tickEvery;
  };
  const handleRun = async (runId: string) => {
    const { end } = await runJob(systemCtx("job", clock), jobs, runId);
    // Another worker holds it: pg-boss asks again later, in case that one dies.
    if (end === "elsewhere") throw new Error("This run is being executed by another worker.");
    if (end === "succeeded") counts.runs++;
  };
  const sayAlive = async () => {
    log.info({ ...counts, transport: transport.name, jobs: jobs.length }, "worker.alive");
    return aliveEvery;
  };
  const followSchedule = async () => {
    const begin = async () => {
      await queue.start();
      await queue.work(handleRun);
    };
    if (await startQueue(begin, stop)) await repeat("schedule", lookAtClock, stop);
  };

  const loops = Promise.all([repeat("outbox", drainOutbox, stop), repeat("alive", sayAlive, stop), followSchedule()]);

  return {
    async stop() {
      log.info("worker.stopping");
      stopping.abort();
      const cut = setTimeout(() => cutting.abort(), graceSeconds * 1000);
      await Promise.all([loops, queue.stop(graceSeconds)]);
      clearTimeout(cut);
      transport.close();
      await Promise.race([disconnect(), wait(farewell)]);
      log.info("worker.stopped");
    },
  };
}

/** The database may come after the worker. False: asked to stop meanwhile. */
async function startQueue(start: () => Promise<void>, stop: AbortSignal): Promise<boolean> {
  let started = false;
  const ready = new AbortController();
  const begin = async () => {
    await start();
    started = true;
    ready.abort();
    return 0;
  };
  await repeat("queue", begin, AbortSignal.any([stop, ready.signal]));
  return started;
}
