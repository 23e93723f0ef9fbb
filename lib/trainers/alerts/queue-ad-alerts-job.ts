import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { adAlertRuns } from "@/db/schema/ad-applications";
import { ads } from "@/db/schema/ads";
import { structures } from "@/db/schema/references";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { longDay, parisDay } from "@/lib/core/format";
import { withTx } from "@/lib/core/tx";
import type { Job } from "@/lib/jobs/job";
import { queueMailsFrom } from "@/lib/mail/queue-mails-from";
import { isOpen } from "../ads/rules";
import { queueAdAlerts } from "./job-name";
import { wantsAlert } from "./matching";

/** Trainers looked at in one transaction: short locks, and memory that does not grow with their number. */
const batch = 5_000;

/** Works off the alerts of the ads just published (EI-15); woken by a publication, and each minute in case that was lost. */
export const queueAdAlertsJob: Job = {
  name: queueAdAlerts,
  label: "Préparer les alertes des annonces publiées",
  cron: "* * * * *",
  catchUp: "latest",
  run: async (ctx) => {
    const total = { ads: 0, mails: 0 };
    for (let step = await advance(ctx); step !== null; step = await advance(ctx)) {
      total.mails += step.mails;
      if (step.finished) total.ads++;
    }
    return total;
  },
};

/**
 * One step of one ad: the next trainers in the order of their identifiers. The row of the run is locked, and says up to
 * whom it is done, so that workers never do the same twice and a dead one is followed where it stopped. Null: nothing waits.
 */
export function advance(ctx: Ctx, size = batch): Promise<{ readonly mails: number; readonly finished: boolean } | null> {
  // No audit: the outbox and ad_alert_runs tell it. No policy: a job's own work.
  return withTx(ctx, async (tx) => {
    const [held] = await tx.db
      .select({ adId: adAlertRuns.adId, after: adAlertRuns.after })
      .from(adAlertRuns)
      .where(isNull(adAlertRuns.finishedAt))
      .orderBy(asc(adAlertRuns.queuedAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (held === undefined) return null;
    const ad = await readAlerted(tx, held.adId);
    // Closed before the mails could leave: nobody is sent to what cannot be answered.
    const last = isOpen(ad, parisDay(tx.now)) ? await lastOf(tx, held.after, size) : null;
    const mails = last === null ? 0 : await queueFor(tx, ad, held.after, last);
    await tx.db
      .update(adAlertRuns)
      .set({
        after: last ?? held.after,
        queuedMails: sql`${adAlertRuns.queuedMails} + ${mails}`,
        ...(last === null ? { finishedAt: tx.now } : {}),
      })
      .where(eq(adAlertRuns.adId, held.adId));
    return { mails, finished: last === null };
  });
}

async function readAlerted(tx: TxCtx, adId: string) {
  const [found] = await tx.db
    .select({ ad: ads, structure: structures.name })
    .from(ads)
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .where(and(eq(ads.id, adId)));
  if (found === undefined) throw new Error("alerts of an ad that is gone");
  return { ...found.ad, structure: found.structure };
}
type Alerted = Awaited<ReturnType<typeof readAlerted>>;

/** The last trainer of the next step; null: there is none left. */
async function lastOf(tx: TxCtx, after: string | null, size: number): Promise<string | null> {
  const [row] = await tx.db.execute<{ last: string }>(sql`
    select profile_id as last from (
      select profile_id from cv_entries cv where alerts <> '{}' and ${beyond(after)} order by profile_id limit ${size}
    ) step order by profile_id desc limit 1`);
  return row?.last ?? null;
}

const beyond = (after: string | null) => (after === null ? sql`true` : sql`cv.profile_id > ${after}::uuid`);

const queueFor = (tx: TxCtx, ad: Alerted, after: string | null, last: string): Promise<number> =>
  queueMailsFrom(tx, "ad-alert", {
    shared: {
      number: ad.number ?? "",
      title: ad.title,
      structure: ad.structure,
      deadline: ad.deadlineOn === null ? null : longDay(ad.deadlineOn),
    },
    people: sql`
      select profile.account_id, main.address as to_address, ${`ad:${ad.id}`} as cause,
        jsonb_build_object('firstName', person.first_name, 'stopToken', profile.alert_token) as props
      from cv_entries cv
      join trainer_profiles profile on profile.id = cv.profile_id and profile.state = 'validated'
      join accounts person on person.id = profile.account_id and person.blocked_at is null and person.closed_at is null
      join account_addresses main on main.account_id = person.id and main.kind = 'main'
      where cv.alerts <> '{}' and ${beyond(after)} and cv.profile_id <= ${last}::uuid and ${wantsAlert(ad)}`,
  });
