import { type SQL, sql } from "drizzle-orm";
import { emailOf, type EmailKind, type EmailProps } from "@/emails/registry";
import type { TxCtx } from "@/lib/core/ctx";
import { readInstitution } from "@/lib/settings/institution";

interface Letters<Kind extends EmailKind> {
  /** What every one of them says; the subject is made of it. */
  readonly shared: Partial<EmailProps<Kind>>;
  /** Statements that come first in the same one, "name as (update … returning …)", for `people` to read. */
  readonly given?: SQL;
  /** A query that gives account_id, to_address, cause, and as props (jsonb) what only this person is told. */
  readonly people: SQL;
}

/**
 * Writes as many mails into the outbox as a query gives people, in one statement, like those of queueMail: the same kind,
 * cause and address are never sent twice. Only for mails without a link or code to seal. Gives how many are new.
 */
export async function queueMailsFrom<Kind extends EmailKind>(
  tx: TxCtx,
  kind: Kind,
  { shared, given, people }: Letters<Kind>,
): Promise<number> {
  const { subject, preview } = emailOf(kind);
  if (Object.keys(preview.secrets).length > 0) throw new Error(`${kind} carries secrets: queue its mails one by one`);
  const now = tx.now.toISOString();
  const [queued] = await tx.db.execute<{ count: number }>(sql`
    with ${given === undefined ? sql`` : sql`${given}, `}queued as (
      insert into mails (kind, cause, to_address, account_id, subject, props, next_attempt_at, created_at)
      select ${kind}, people.cause, people.to_address, people.account_id, ${subject(shared, await readInstitution(tx))},
        ${JSON.stringify(shared)}::jsonb || people.props, ${now}::timestamptz, ${now}::timestamptz
      from (${people}) people
      on conflict do nothing
      returning 1
    )
    select count(*)::int as count from queued`);
  return queued?.count ?? 0;
}
