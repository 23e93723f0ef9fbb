import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { withTx } from "@/lib/core/tx";
import type { Job } from "@/lib/jobs/job";
import { queueMailsFrom } from "@/lib/mail/queue-mails-from";

/** Dossiers asked in one transaction. */
const batch = 2_000;

/**
 * Once a year, at the anniversary of its first complete validation, each trainer is asked to read the whole file again
 * (EI-69). An anniversary missed is asked once, the first morning after.
 */
export const yearlyReviewJob: Job = {
  name: "ask-yearly-review",
  label: "Demander la relecture annuelle des dossiers administratifs",
  cron: "10 7 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const today = parisDay(asOf);
    let mails = 0;
    for (;;) {
      const step = await ask(ctx, today);
      mails += step.mails;
      if (step.asked < batch) return { mails };
    }
  },
};

function ask(ctx: Ctx, today: string): Promise<{ readonly asked: number; readonly mails: number }> {
  // No audit: the outbox and yearly_asked_for tell it. No policy: a job's own work.
  return withTx(ctx, async (tx) => {
    const due = await tx.db.execute<{ id: string; day: string }>(sql`
      select dossier.id, to_char(last.anniversary, 'YYYY-MM-DD') as day
      from dossiers dossier
      join trainer_profiles profile on profile.id = dossier.profile_id and profile.state = 'validated'
      join accounts person on person.id = profile.account_id and person.blocked_at is null and person.closed_at is null
      cross join lateral (
        select max(anniversary) as anniversary from (
          select (first_complete_on + make_interval(years => years))::date as anniversary
          from (values (extract(year from ${today}::date)::int - extract(year from first_complete_on)::int),
            (extract(year from ${today}::date)::int - extract(year from first_complete_on)::int - 1)) elapsed (years)
          where years > 0
        ) nearest where anniversary <= ${today}::date
      ) last
      where dossier.first_complete_on is not null
        and last.anniversary > coalesce(dossier.yearly_asked_for, '-infinity'::date)
      order by dossier.id limit ${batch}
      for update of dossier`);
    if (due.length === 0) return { asked: 0, mails: 0 };
    const asked = sql.join(
      due.map(({ id, day }) => sql`(${id}::uuid, ${day}::date)`),
      sql`, `,
    );
    const mails = await queueMailsFrom(tx, "dossier-yearly", {
      shared: {},
      given: sql`
        asked as (
          update dossiers dossier set yearly_asked_for = due.anniversary
          from (values ${asked}) due (id, anniversary) where due.id = dossier.id
          returning dossier.id, dossier.profile_id, due.anniversary, coalesce(dossier.complete_until >= ${today}::date, false) as complete)`,
      people: sql`
        select profile.account_id, coalesce(secondary.address, main.address) as to_address,
          'yearly:' || asked.id || ':' || asked.anniversary as cause,
          jsonb_build_object('firstName', coalesce(profile.answers ->> 'firstName', ''), 'complete', asked.complete) as props
        from asked
        join trainer_profiles profile on profile.id = asked.profile_id
        join account_addresses main on main.account_id = profile.account_id and main.kind = 'main'
        left join account_addresses secondary on secondary.account_id = profile.account_id and secondary.kind = 'secondary'`,
    });
    return { asked: due.length, mails };
  });
}
