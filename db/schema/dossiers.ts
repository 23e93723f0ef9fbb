import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgEnum, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  dossierBlocks,
  dossierSlots,
  lookKinds,
  noticeOutcomes,
  reviewDecisions,
  versionOrigins,
  versionStates,
} from "@/lib/trainers/dossier/vocabulary";
import { createdAt, day, id, instant } from "../columns";
import { accounts } from "./accounts";
import { files } from "./files";
import { interventions } from "./interventions";
import { structures } from "./references";
import { trainerProfiles } from "./trainers";

export const dossierBlock = pgEnum("dossier_block", dossierBlocks);
export const dossierSlot = pgEnum("dossier_slot", dossierSlots);
export const dossierVersionState = pgEnum("dossier_version_state", versionStates);
export const dossierVersionOrigin = pgEnum("dossier_version_origin", versionOrigins);
export const dossierReviewDecision = pgEnum("dossier_review_decision", reviewDecisions);
export const dossierLookKind = pgEnum("dossier_look_kind", lookKinds);
export const dossierNoticeOutcome = pgEnum("dossier_notice_outcome", noticeOutcomes);

/** The administrative file of a trainer: one, for all structures (EI-60). */
export const dossiers = pgTable(
  "dossiers",
  {
    id: id(),
    profileId: uuid()
      .notNull()
      .unique()
      .references(() => trainerProfiles.id, { onDelete: "cascade" }),
    /** All that is typed and not yet sent, by field, as one sealed JSON (TR-30): null before the first word. */
    draftSealed: text(),
    /** Last day on which the file is complete, counted again at each change; null: incomplete (EI-67). */
    completeUntil: day(),
    /** Of the first complete validation: the yearly review counts from it (EI-69). */
    firstCompleteOn: day(),
    /** Anniversary for which the yearly review was last asked. */
    yearlyAskedFor: day(),
    createdAt: createdAt(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    index("dossiers_complete").on(table.completeUntil),
    index("dossiers_yearly")
      .on(table.firstCompleteOn)
      .where(sql`first_complete_on is not null`),
  ],
);

/** Files of the draft: what the form shows in each place. */
export const dossierDraftFiles = pgTable(
  "dossier_draft_files",
  {
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id, { onDelete: "cascade" }),
    slot: dossierSlot().notNull(),
    fileId: uuid()
      .notNull()
      .references(() => files.id),
    addedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.slot] }), index("dossier_draft_files_file").on(table.fileId)],
);

/** A block as it was sent: what it says never changes; where it stands does. */
export const dossierVersions = pgTable(
  "dossier_versions",
  {
    id: id(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id, { onDelete: "cascade" }),
    block: dossierBlock().notNull(),
    /** 1 for the first sending of the block. */
    number: integer().notNull(),
    /** Version of the rules that it was judged by (lib/trainers/dossier/needs.data.ts). */
    rulesVersion: integer().notNull(),
    /** Answers of the block as one sealed JSON (TR-30). */
    answersSealed: text().notNull(),
    origin: dossierVersionOrigin().notNull(),
    state: dossierVersionState().notNull().default("waiting"),
    sentAt: instant().notNull(),
    /** Since when the block waits unchecked: the sending itself, or the first of those whose place it took (EI-67). */
    waitingSince: instant().notNull().defaultNow(),
    /** Last whole day of validity, as declared or derived; null: without end (EI-66). */
    declaredEndsOn: day(),
    /** The same, once an extension was granted (EI-106). */
    endsOn: day(),
    decidedAt: instant(),
    decidedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    /** A change of bank details is told, held and agreed by two (EI-106). */
    needsSecond: boolean().notNull().default(false),
    heldUntil: instant(),
    approvedAt: instant(),
    approvedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    /** Structure that asked for the block: its queue shows it first. */
    structureId: uuid().references(() => structures.id),
    /** What the profile said before the version came into force, for as long as that can be taken back. */
    formerSealed: text(),
    /** When the scans of the version were erased, once verified (EI-105). */
    forgottenAt: instant(),
  },
  (table) => [
    unique("dossier_versions_number").on(table.dossierId, table.block, table.number),
    uniqueIndex("dossier_versions_one_waiting")
      .on(table.dossierId, table.block)
      .where(sql`state = 'waiting'`),
    uniqueIndex("dossier_versions_one_validated")
      .on(table.dossierId, table.block)
      .where(sql`state = 'validated'`),
    index("dossier_versions_queue")
      .on(table.waitingSince, table.id)
      .where(sql`state = 'waiting'`),
    index("dossier_versions_ends")
      .on(table.endsOn, table.id)
      .where(sql`state = 'validated' and ends_on is not null`),
    index("dossier_versions_to_forget")
      .on(table.decidedAt)
      .where(sql`forgotten_at is null and state in ('validated', 'replaced') and block in ('identity', 'social_security')`),
    check("dossier_versions_decided", sql`(${table.state} in ('validated', 'refused')) <= (${table.decidedAt} is not null)`),
    check("dossier_versions_second", sql`not ${table.needsSecond} or ${table.state} <> 'validated' or ${table.approvedAt} is not null`),
    check(
      "dossier_versions_two_people",
      sql`${table.approvedBy} is null or ${table.decidedBy} is null or ${table.approvedBy} <> ${table.decidedBy}`,
    ),
    check(
      "dossier_versions_held",
      sql`${table.heldUntil} is null or ${table.state} <> 'validated' or ${table.decidedAt} >= ${table.heldUntil}`,
    ),
  ],
);

/** Files of a version. Name, size and fingerprint outlive the bytes. */
export const dossierVersionFiles = pgTable(
  "dossier_version_files",
  {
    versionId: uuid()
      .notNull()
      .references(() => dossierVersions.id, { onDelete: "cascade" }),
    slot: dossierSlot().notNull(),
    fileId: uuid()
      .notNull()
      .references(() => files.id),
    addedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.slot] }), index("dossier_version_files_file").on(table.fileId)],
);

/** Decisions, only added: two at the same time want the same number, and one of them gets it. */
export const dossierReviews = pgTable(
  "dossier_reviews",
  {
    versionId: uuid()
      .notNull()
      .references(() => dossierVersions.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    decision: dossierReviewDecision().notNull(),
    reason: text(),
    reviewerId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.number] }),
    check("dossier_reviews_reason", sql`${table.decision} <> 'refused' or ${table.reason} is not null`),
  ],
);

/** A manager asks for a block (EI-64); open until the trainer sends it. */
export const dossierRequests = pgTable(
  "dossier_requests",
  {
    id: id(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id, { onDelete: "cascade" }),
    block: dossierBlock().notNull(),
    structureId: uuid()
      .notNull()
      .references(() => structures.id),
    message: text().notNull().default(""),
    askedAt: instant().notNull(),
    askedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    answeredAt: instant(),
    withdrawnAt: instant(),
  },
  (table) => [
    uniqueIndex("dossier_requests_one_open")
      .on(table.dossierId, table.block)
      .where(sql`answered_at is null and withdrawn_at is null`),
    index("dossier_requests_structure").on(table.structureId, table.askedAt),
  ],
);

/** Why a member of staff opened a file, and until when (EI-60, EI-98). */
export const dossierOpenings = pgTable(
  "dossier_openings",
  {
    id: id(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id, { onDelete: "cascade" }),
    accountId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    /** Null for a national administrator. */
    structureId: uuid().references(() => structures.id),
    interventionId: uuid().references(() => interventions.id, { onDelete: "set null" }),
    reason: text().notNull(),
    openedAt: instant().notNull(),
    endsAt: instant().notNull(),
  },
  (table) => [
    index("dossier_openings_account").on(table.accountId, table.dossierId, table.endsAt),
    index("dossier_openings_dossier").on(table.dossierId),
  ],
);

/** Each look of staff at a file, read by the trainer under "Qui a consulté mes documents" (EI-98). */
export const dossierLooks = pgTable(
  "dossier_looks",
  {
    id: id(),
    openingId: uuid()
      .notNull()
      .references(() => dossierOpenings.id, { onDelete: "cascade" }),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id, { onDelete: "cascade" }),
    accountId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    kind: dossierLookKind().notNull(),
    block: dossierBlock(),
    slot: dossierSlot(),
    at: instant().notNull(),
  },
  (table) => [index("dossier_looks_dossier").on(table.dossierId, table.at), index("dossier_looks_account").on(table.accountId, table.at)],
);

/** Notices of the end of a piece: once per version, end and step, whatever is retried (EI-66). */
export const dossierNotices = pgTable(
  "dossier_notices",
  {
    versionId: uuid()
      .notNull()
      .references(() => dossierVersions.id, { onDelete: "cascade" }),
    /** The end that was told: an extension starts the steps again. */
    endsOn: day().notNull(),
    /** Months before the end at which the step is due; 0 is the end itself. */
    step: integer().notNull(),
    outcome: dossierNoticeOutcome().notNull(),
    /** Why a step was passed over for the next one. */
    reason: text(),
    at: instant().notNull(),
    /** Day of the grouped mail. */
    mailedFor: day(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.endsOn, table.step] }),
    check("dossier_notices_reason", sql`${table.outcome} <> 'passed' or ${table.reason} is not null`),
  ],
);

/** Extensions granted to all pieces of a kind by the national administrator (EI-106). */
export const validityExtensions = pgTable("validity_extensions", {
  id: id(),
  block: dossierBlock().notNull(),
  endsFrom: day().notNull(),
  endsTo: day().notNull(),
  newEndsOn: day().notNull(),
  reason: text().notNull(),
  grantedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
  grantedAt: instant().notNull(),
  count: integer().notNull(),
});
