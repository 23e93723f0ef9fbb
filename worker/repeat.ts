import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/lib/core/log";

const longestPause = 30_000;

/**
 * Does `work` again and again until `stop`; it gives the milliseconds before the next time. A failure (most often, the
 * database went away) is logged and tried again after 1, 2, 4… up to 30 seconds.
 */
export async function repeat(name: string, work: () => Promise<number>, stop: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stop.aborted) {
    let pause: number;
    try {
      pause = await work();
      if (failures > 0) log.info({ loop: name, failures }, "worker.recovered");
      failures = 0;
    } catch (error) {
      pause = Math.min(longestPause, 1000 * 2 ** Math.min(failures++, 5));
      log.error({ loop: name, failures, err: error }, "worker.loop_failed");
    }
    if (pause > 0) await wait(pause, undefined, { signal: stop }).catch(() => {});
  }
}
