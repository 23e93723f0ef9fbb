import { systemClock } from "@/lib/core/clock";
import type { Job } from "@/lib/jobs/job";
import { chooseTransport } from "./choose-transport";
import { createDelivery } from "./deliver-mails";

/** A call stays short, whatever waits; the next one goes on. */
const batches = 25;

/** Sends the mails that wait, for hosts that have a cron and no worker (TR-03); the worker itself does it all the time. */
export const deliverMailsJob: Job = {
  name: "deliver-mails",
  label: "Envoyer les courriels en attente",
  cron: "* * * * *",
  catchUp: "latest",
  continuous: true,
  run: async (ctx) => {
    const transport = chooseTransport();
    try {
      const delivery = createDelivery(ctx, { clock: systemClock, transport });
      const total = { sent: 0, postponed: 0, failed: 0, uncertain: 0 };
      for (let batch = 0; batch < batches; batch++) {
        const report = await delivery.drain();
        for (const fate of ["sent", "postponed", "failed", "uncertain"] as const) total[fate] += report[fate];
        if (!report.full || report.pausedUntil !== null) break;
      }
      return total;
    } finally {
      transport.close();
    }
  },
};
