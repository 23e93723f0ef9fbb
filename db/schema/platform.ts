import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { jobStates, jobTriggers } from "@/lib/jobs/vocabulary";
import { mailStates } from "@/lib/mail/vocabulary";
import { createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";

export const mailState = pgEnum("mail_state", mailStates);
export const jobState = pgEnum("job_state", jobStates);
export const jobTrigger = pgEnum("job_trigger", jobTriggers);

/** Who did or saw what. Insert and read only, by privilege and by trigger (db/guards). No foreign keys: it outlives what it tells of. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    /** Who acted; null for a visitor or the system. */
    actorId: uuid(),
    actorKind: text().notNull(),
    /** "account.sign_in": what was done, subject first. */
    action: text().notNull(),
    subjectType: text(),
    subjectId: text(),
    /** The person it concerns, so that they can read it too. */
    accountId: uuid(),
    /** A look at identity papers, bank details or NIR. */
    sensitive: boolean().notNull().default(false),
    details: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    requestId: text().notNull(),
    network: text(),
  },
  (table) => [
    index("audit_log_at").on(table.at, table.id),
    index("audit_log_actor").on(table.actorId, table.id),
    index("audit_log_account").on(table.accountId, table.id),
    index("audit_log_action").on(table.action, table.id),
  ],
);

/** The outbox: a mail is written in the transaction of what causes it, and sent by the worker (TR-01). */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    /** A name of emails/registry.ts. */
    kind: text().notNull(),
    /** "Never twice to the same person for the same cause". */
    cause: text().notNull(),
    toAddress: text().notNull(),
    accountId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    subject: text().notNull(),
    props: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** Links and codes, sealed; erased once the mail is out, so that nobody can read them afterwards. */
    secrets: text(),
    state: mailState().notNull().default("queued"),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant().notNull(),
    /** While "sending": when another worker may conclude that the sender died. */
    leaseUntil: instant(),
    /** Since when a transport may hold this mail without our knowing: set before each attempt, taken back by a clear "no". */
    doubtSince: instant(),
    transport: text(),
    providerId: text(),
    lastError: text(),
    createdAt: createdAt(),
    sentAt: instant(),
  },
  (table) => [
    unique("mails_once").on(table.kind, table.cause, table.toAddress),
    index("mails_due")
      .on(table.nextAttemptAt)
      .where(sql`state in ('queued', 'sending')`),
    index("mails_recent").on(table.createdAt, table.id),
    index("mails_account").on(table.accountId),
    check("mails_sent", sql`(${table.state} = 'sent') = (${table.sentAt} is not null)`),
  ],
);

/** What the local mailbox shows (no transport configured). */
export const localMails = pgTable(
  "local_mails",
  {
    id: uuid().primaryKey(),
    toAddress: text().notNull(),
    from: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    sentAt: instant().notNull(),
  },
  (table) => [index("local_mails_to").on(table.toAddress, table.sentAt)],
);

/** One row per job and slot: the unique key is what makes one execution of many workers (TR-03). */
export const jobRuns = pgTable(
  "job_runs",
  {
    id: id(),
    job: text().notNull(),
    asOf: instant().notNull(),
    trigger: jobTrigger().notNull(),
    state: jobState().notNull().default("running"),
    result: jsonb().$type<Readonly<Record<string, unknown>>>(),
    error: text(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
  },
  (table) => [unique("job_runs_slot").on(table.job, table.asOf), index("job_runs_recent").on(table.job, table.startedAt)],
);

/** Settings changed from their default (AD-15); defaults and limits: lib/settings/settings.data.ts. */
export const settings = pgTable("settings", {
  key: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
  updatedAt: instant().notNull(),
  updatedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
});

/** Shape given by rate-limiter-flexible (RateLimiterDrizzle). */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: instant(),
});
