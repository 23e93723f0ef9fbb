import { systemClock } from "@/lib/core/clock";
import { log } from "@/lib/core/log";
import { chooseTransport } from "@/lib/mail/choose-transport";
import { jobs } from "./registry";
import { startWorker } from "./start-worker";

// The worker process: sends the mails, runs the scheduled jobs. Any number of them may share one database.
const deadline = 9_500;

const worker = startWorker({ jobs, transport: chooseTransport(), clock: systemClock });
log.info({ jobs: jobs.map(({ name }) => name) }, "worker.started");

let stopping = false;
function stop(signal: NodeJS.Signals): void {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "worker.signal");
  setTimeout(() => process.exit(1), deadline).unref();
  worker.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, "worker.stop_failed");
      process.exit(1);
    },
  );
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
