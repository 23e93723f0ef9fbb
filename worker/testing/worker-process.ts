import { sql } from "drizzle-orm";
import { systemClock } from "@/lib/core/clock";
import type { Job } from "@/lib/jobs/job";
import { localTransport } from "@/lib/mail/local-transport";
import { startWorker } from "../start-worker";

// A real worker in a process of its own, with jobs that leave one trace for each execution (no unique key protects it).
const trace = (name: string, milliseconds: number): Job => ({
  name,
  label: name,
  cron: "0 * * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    await ctx.db.execute(
      sql`insert into audit_log (at, actor_kind, action, request_id, details) values (now(), ${name}, 'test.executed', ${asOf.toISOString()}, jsonb_build_object('pid', ${process.pid}::int))`,
    );
    await ctx.db.execute(sql`select pg_sleep(${milliseconds / 1000})`);
    return { done: true };
  },
});

const jobs = [...Array.from({ length: 7 }, (_, index) => trace(`trace-${index}`, 20)), trace("long", 3_000)];
const worker = startWorker({ jobs, transport: localTransport(), clock: systemClock });
process.on("SIGTERM", () => void worker.stop().then(() => process.exit(0)));
