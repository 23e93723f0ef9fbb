import { json, route } from "@/lib/entry/route";
import { runLastSlot } from "@/lib/jobs/run-slot";
import { jobs } from "@/worker/registry";

/** For hosts that have a cron and no worker: does a job as of its last hour, once (TR-03). */
export const POST = route({ name: "jobs.cron", policy: "cron" }, async (ctx, _request, params) => {
  const { job, asOf, already, result } = await runLastSlot(ctx, jobs, params["job"] ?? "");
  return json({ job, asOf, already, result });
});
