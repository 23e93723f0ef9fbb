import { and, asc, eq, getTableColumns, inArray, lt, lte, ne, sql } from "drizzle-orm";
import { mails } from "@/db/schema/platform";
import { forgottenKinds } from "@/emails/registry";
import type { Db } from "@/lib/core/ctx";
import { later } from "./rules";
import { repeatableFor, type TransportName, transportNames } from "./transport";

const { id, kind, toAddress, subject, props, secrets, attempts, transport, doubtSince, createdAt } = getTableColumns(mails);
const columns = { id, kind, toAddress, subject, props, secrets, attempts, transport, doubtSince, createdAt };

type Row = Pick<typeof mails.$inferSelect, keyof typeof columns>;
/** A mail held by this worker until `leaseUntil`; the lease proves that it is still ours. */
export type ClaimedMail = Row & { readonly leaseUntil: Date };

/** Takes the mails that are due, oldest first, that no other worker holds. */
export async function claimDueMails(db: Db, now: Date, limit: number, lease: number): Promise<readonly ClaimedMail[]> {
  const leaseUntil = later(now, lease);
  const due = db.$with("due").as(
    db
      .select({ dueId: sql<string>`${mails.id}`.as("due_id") })
      .from(mails)
      .where(and(eq(mails.state, "queued"), lte(mails.nextAttemptAt, now)))
      .orderBy(asc(mails.nextAttemptAt), asc(mails.createdAt))
      .limit(limit)
      .for("update", { skipLocked: true }),
  );
  const rows = await db
    .with(due)
    .update(mails)
    .set({ state: "sending", leaseUntil })
    .from(due)
    .where(eq(mails.id, due.dueId))
    .returning(columns);
  return rows.map((row) => ({ ...row, leaseUntil })).sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
}

const stillOurs = (mail: ClaimedMail) => and(eq(mails.id, mail.id), eq(mails.state, "sending"), eq(mails.leaseUntil, mail.leaseUntil));

/**
 * Written before the mail is handed over: whatever happens next, the row tells that it may have been taken.
 * Gives the mail under its new lease; null when another worker holds it.
 */
export async function beginAttempt(db: Db, mail: ClaimedMail, name: TransportName, now: Date, lease: number): Promise<ClaimedMail | null> {
  const leaseUntil = later(now, lease);
  const begun = await db
    .update(mails)
    .set({ leaseUntil, transport: name, doubtSince: mail.doubtSince ?? now, attempts: mail.attempts + 1 })
    .where(stillOurs(mail))
    .returning({ id: mails.id });
  return begun.length === 0 ? null : { ...mail, leaseUntil };
}

type Insert = typeof mails.$inferInsert;
/** What is known after an attempt; without `nextAttemptAt`, it stays as it was. */
type Settled = Pick<Insert, "state" | "attempts" | "doubtSince" | "lastError" | "transport"> & Partial<Pick<Insert, "nextAttemptAt">>;

/** Ends the lease; nothing is written when another worker took over meanwhile. */
export async function settleAttempt(db: Db, mail: ClaimedMail, outcome: Settled): Promise<void> {
  await db
    .update(mails)
    .set({ ...outcome, leaseUntil: null })
    .where(stillOurs(mail));
}

/** The mail is out: its links and codes are erased, and what it told of other people. True whoever holds the row now, since the server said so. */
export async function markSent(
  db: Db,
  mail: ClaimedMail,
  sent: { transport: TransportName; providerId: string | null; at: Date },
): Promise<boolean> {
  const marked = await db
    .update(mails)
    .set({
      state: "sent",
      sentAt: sent.at,
      transport: sent.transport,
      providerId: sent.providerId,
      secrets: null,
      ...(forgottenKinds.includes(mail.kind) && { props: {} }),
      leaseUntil: null,
      doubtSince: null,
      lastError: null,
    })
    .where(and(eq(mails.id, mail.id), ne(mails.state, "sent")))
    .returning({ id: mails.id });
  return marked.length > 0;
}

/** Puts back mails that were claimed and not begun. */
export async function releaseMails(db: Db, held: readonly ClaimedMail[]): Promise<void> {
  const [first] = held;
  if (first === undefined) return;
  const ids = held.map((mail) => mail.id);
  await db
    .update(mails)
    .set({ state: "queued", leaseUntil: null })
    .where(and(inArray(mails.id, ids), eq(mails.state, "sending"), eq(mails.leaseUntil, first.leaseUntil)));
}

/**
 * A worker died holding these. Not begun, or begun with a transport that still recognises a repeat: queued again.
 * Else nobody knows, and it stays so until a person decides (TR-01).
 */
export async function reclaimElapsed(db: Db, now: Date): Promise<void> {
  const elapsed = and(eq(mails.state, "sending"), lt(mails.leaseUntil, now));
  const repeatable = transportNames.map(
    (name) => sql`(${mails.transport} = ${name} and ${mails.doubtSince} > ${earliestDoubt(now, name)}::timestamptz)`,
  );
  const safe = sql`(${mails.doubtSince} is null or ${sql.join(repeatable, sql` or `)})`;
  await db
    .update(mails)
    .set({
      state: sql`case when ${safe} then 'queued'::mail_state else 'uncertain'::mail_state end`,
      lastError: sql`case when ${mails.doubtSince} is null then ${mails.lastError} else 'The worker stopped before the answer.' end`,
      leaseUntil: null,
    })
    .where(elapsed);
}

function earliestDoubt(now: Date, name: TransportName): string {
  const seconds = repeatableFor[name];
  return Number.isFinite(seconds) ? later(now, -seconds).toISOString() : "-infinity";
}
