import { asc, gt, sql } from "drizzle-orm";
import { dossiers } from "@/db/schema/dossiers";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import type { Job } from "@/lib/jobs/job";
import { recountComplete } from "./recount-complete";

/** Dossiers counted in one transaction. */
const batch = 500;
const first = "00000000-0000-0000-0000-000000000000";

/**
 * Each night, until when each dossier is complete (EI-67): what no verb counts again, a rule that an upgrade or a setting
 * changed, shows in the lists the next day.
 */
export const recountDossiersJob: Job = {
  name: "recount-dossiers",
  label: "Recompter les dossiers administratifs complets",
  cron: "35 2 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    let [after, changed] = [first, 0];
    for (;;) {
      const step = await recount({ ...ctx, now: asOf }, after);
      changed += step.changed;
      if (step.last === undefined) return { changed };
      after = step.last;
    }
  },
};

// No audit: nothing is decided. No policy: a job's own work.
/** The next dossiers are taken first, like every writer of theirs does; then counted. */
const recount = (ctx: Ctx, after: string): Promise<{ readonly last: string | undefined; readonly changed: number }> =>
  withTx(ctx, async (tx) => {
    const held = await tx.db
      .select({ id: dossiers.id })
      .from(dossiers)
      .where(gt(dossiers.id, after))
      .orderBy(asc(dossiers.id))
      .limit(batch)
      .for("no key update");
    if (held.length === 0) return { last: undefined, changed: 0 };
    const ids = sql.join(
      held.map(({ id }) => sql`${id}::uuid`),
      sql`, `,
    );
    return { last: held.at(-1)?.id, changed: await recountComplete(tx, sql`dossier.id in (${ids})`) };
  });
