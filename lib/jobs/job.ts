import type { Ctx } from "@/lib/core/ctx";

/** Scheduled work (TR-03). Runs may come twice, late or out of order: the outcome must be that of one run. */
export interface Job {
  /** "purge-mails": in addresses, logs and the database. */
  readonly name: string;
  /** What the back office shows, in French. */
  readonly label: string;
  /** Five fields, Paris time: "15 3 * * *". */
  readonly cron: string;
  /** After an interruption: only the most recent hour missed, or each of them. */
  readonly catchUp: "latest" | "each";
  /** The worker does it all the time; only an outside cron asks for it. */
  readonly continuous?: boolean;
  /** `asOf` is the hour the run stands for; the job reads no other clock. Gives counts to show, never personal data. */
  readonly run: (ctx: Ctx, slot: { readonly asOf: Date }) => Promise<object>;
}

export const findJob = (jobs: readonly Job[], name: string): Job | undefined => jobs.find((job) => job.name === name);
