import { type SQL, sql } from "drizzle-orm";
import type { TxCtx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { readSettings } from "@/lib/settings/read-settings";
import { noEnd } from "../piece-states";
import { isAsked } from "./asked-sql";

/**
 * countComplete for many dossiers at once, in one statement: `which` is a condition on `dossier` (EI-67). A test holds
 * the two against each other. Gives how many changed.
 */
export async function recountComplete(tx: TxCtx, which: SQL): Promise<number> {
  const today = parisDay(tx.now);
  const covers = (await readSettings(tx))["dossier.waitingCoversDays"];
  const isWhole = sql`(counted.until is not null and counted.until >= ${today}::date)`;
  const changed = await tx.db.execute(sql`
    with piece as (
      select dossier.id as dossier_id, validated.id is null as missing,
        case when (waiting.waiting_since at time zone 'Europe/Paris')::date <= validated.ends_on then least(validated.ends_on + ${covers}::int, ${noEnd}::date)
          else coalesce(validated.ends_on, ${noEnd}::date) end as until
      from dossiers dossier
      join trainer_profiles profile on profile.id = dossier.profile_id
      cross join unnest(enum_range(null::dossier_block)) of_all (block)
      left join dossier_versions validated
        on validated.dossier_id = dossier.id and validated.block = of_all.block and validated.state = 'validated'
      left join dossier_versions waiting on waiting.dossier_id = dossier.id and waiting.block = of_all.block and waiting.state = 'waiting'
      where ${which} and ${isAsked(sql`of_all.block`, sql`profile.answers`, sql`dossier.id`)}),
    counted as (
      select dossier.id, case when bool_or(piece.missing) then null else coalesce(min(piece.until), ${noEnd}::date) end as until
      from dossiers dossier left join piece on piece.dossier_id = dossier.id
      where ${which}
      group by dossier.id)
    update dossiers set complete_until = counted.until,
      first_complete_on = coalesce(first_complete_on, case when ${isWhole} then ${today}::date end)
    from counted
    where counted.id = dossiers.id
      and (complete_until is distinct from counted.until or (first_complete_on is null and ${isWhole}))
    returning dossiers.id`);
  return changed.length;
}
