import type postgres from "postgres";

interface Restored {
  readonly now: Date;
  /** When the backup was made. */
  readonly madeAt: string;
  readonly requestId: string;
  readonly keepLive: boolean;
}

/**
 * A backup brings back the past: sessions revoked since, links used since, mails sent since. Sessions end, links stop
 * working, and mails that waited become "uncertain", for a person to send again or not: never twice by itself (TR-01).
 */
export async function settleAfterRestore(tx: postgres.TransactionSql, { now, madeAt, requestId, keepLive }: Restored): Promise<void> {
  const note = `Restored from the backup of ${madeAt}: it may have left since.`;
  const settled = { sessions: 0, links: 0, mails: 0 };
  if (!keepLive) {
    settled.sessions = (await tx`update login_sessions set ended_at = ${now}, end_reason = 'revoked' where ended_at is null`).count;
    settled.links = (
      await tx`update mailed_links set voided_at = ${now}, void_reason = 'withdrawn' where used_at is null and voided_at is null`
    ).count;
    settled.mails = (
      await tx`update mails set state = 'uncertain', lease_until = null, last_error = ${note} where state in ('queued', 'sending')`
    ).count;
  }
  const details = tx.json({ madeAt, ...settled });
  await tx`insert into audit_log (at, actor_kind, action, request_id, details) values (${now}, 'command-line', 'backup.restore', ${requestId}, ${details})`;
}
