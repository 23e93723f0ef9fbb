import { type Command, UsageError } from "./command";
import { instantOf } from "./instant-of";

export const runJobCommand: Command = {
  name: "run-job",
  usage: "NAME [--as-of INSTANT]",
  summary: "Run a scheduled job here and now, once, as of an instant (2026-11-21T03:00:00Z); without NAME, list them.",
  options: { "as-of": { type: "string" } },
  words: 1,
  on: "installation",
  async run({ values, positionals, say }) {
    const [{ jobs }, { findJob }, { runSlot }, { systemCtx }] = await Promise.all([
      import("@/worker/registry"),
      import("@/lib/jobs/job"),
      import("@/lib/jobs/run-slot"),
      import("@/lib/core/system-ctx"),
    ]);
    const list = jobs.map(({ name, cron, label }) => `  ${name.padEnd(24)} ${cron.padEnd(14)} ${label}`).join("\n");
    const [name] = positionals;
    if (name === undefined) {
      say(list);
      return 0;
    }
    if (findJob(jobs, name) === undefined) throw new UsageError(`There is no job "${name}". Jobs:\n${list}`);
    const ctx = systemCtx("command-line");
    const asOf = instantOf(values["as-of"], ctx.now);
    const run = await runSlot(ctx, jobs, { job: name, asOf, trigger: "manual" });
    say(
      run.already
        ? `${name} as of ${asOf.toISOString()}: done before, or being done elsewhere; nothing was done twice.`
        : `${name} as of ${asOf.toISOString()}: ${JSON.stringify(run.result)}`,
    );
    return 0;
  },
};
