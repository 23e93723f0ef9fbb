"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { runJobNow } from "@/lib/jobs/run-job-now";
import { runJobNowInput } from "@/lib/jobs/schemas";
import { jobs } from "@/worker/registry";

export const runJobNowAction = action({
  name: "job.run_now",
  policy: "administrator",
  application: "gestion",
  schema: runJobNowInput,
  verb: (ctx, input) => runJobNow(ctx, input, jobs),
  then: () => ({ message: "La tâche va commencer.", refresh: paths.manage.jobs }),
});
