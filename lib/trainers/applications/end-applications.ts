import { type SQL, sql } from "drizzle-orm";
import { accountIdOf, type TxCtx } from "@/lib/core/ctx";
import { queueMailsFrom } from "@/lib/mail/queue-mails-from";

interface Ending {
  readonly ad: { readonly id: string; readonly number: string | null; readonly title: string };
  readonly reason: string;
  /** A condition on ad_applications. */
  readonly which: SQL;
}

/**
 * Ends applications of an ad and tells each person why, in one statement, however many they are (EI-96). The calling verb
 * holds what it judges by, and audits. Gives how many mails are queued.
 */
export function endApplications(
  tx: TxCtx,
  kind: "application-answered" | "ad-closed-to-applicant",
  { ad, reason, which }: Ending,
): Promise<number> {
  const by = accountIdOf(tx.actor);
  const now = tx.now.toISOString();
  return queueMailsFrom(tx, kind, {
    shared: { number: ad.number ?? "", title: ad.title, reason },
    given: sql`ended as (
      update ad_applications
      set state = 'not_retained', reason = ${reason}, answered_at = ${now}::timestamptz, answered_by = ${by}::uuid, last_action_at = ${now}::timestamptz
      where ad_id = ${ad.id}::uuid and ${which}
      returning id, profile_id
    )`,
    people: sql`
      select person.id as account_id, main.address as to_address, 'application:' || ended.id as cause,
        jsonb_build_object('firstName', person.first_name) as props
      from ended
      join trainer_profiles profile on profile.id = ended.profile_id
      join accounts person on person.id = profile.account_id
      join account_addresses main on main.account_id = person.id and main.kind = 'main'`,
  });
}
