import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { type Answers, lineKinds, profileStates } from "@/lib/trainers/profile/vocabulary";
import { phrasingPurposes, profileEventKinds, requestStates } from "@/lib/trainers/review/vocabulary";
import { createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";
import { ads } from "./ads";
import { files } from "./files";
import { structures } from "./references";

export const profileState = pgEnum("profile_state", profileStates);
export const lineKind = pgEnum("line_kind", lineKinds);
export const requestState = pgEnum("request_state", requestStates);
export const profileEventKind = pgEnum("profile_event_kind", profileEventKinds);
export const phrasingPurpose = pgEnum("phrasing_purpose", phrasingPurposes);

/** A trainer's profile: one per account. What is searched of it, once validated, is in cv_entries. */
export const trainerProfiles = pgTable(
  "trainer_profiles",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .unique()
      .references(() => accounts.id, { onDelete: "cascade" }),
    state: profileState().notNull().default("draft"),
    /** What was typed, by field, right or wrong (EI-31). */
    answers: jsonb().$type<Answers>().notNull().default({}),
    /** Sealed apart from the other answers (TR-30). */
    birthPlaceSealed: text(),
    homeStructureId: uuid().references(() => structures.id),
    /** The ad one came from: its structure is the home structure (EI-13, EI-26). */
    originAdId: uuid().references(() => ads.id),
    /** Civility, name, first name and birth date, folded and hashed: two of them are a doubt (EI-22). */
    identityKey: text().notNull(),
    /** 0; support counts up for a homonym. */
    homonym: integer().notNull().default(0),
    /** Registration number given by the institution: the person has worked for it (EI-50). */
    immatriculation: text().unique(),
    cvFileId: uuid().references(() => files.id),
    /** In the address that stops the alerts in one click (EI-15). */
    alertToken: uuid()
      .notNull()
      .unique()
      .default(sql`gen_random_uuid()`),
    /** Earliest instant of a new request after a rejection (EI-40). */
    mayRequestFrom: instant(),
    createdAt: createdAt(),
    updatedAt: instant().notNull(),
    validatedAt: instant(),
  },
  (table) => [
    uniqueIndex("trainer_profiles_identity").on(table.identityKey, table.homonym),
    index("trainer_profiles_cv_file").on(table.cvFileId),
    index("trainer_profiles_structure").on(table.homeStructureId, table.state),
    check("trainer_profiles_validated", sql`${table.state} <> 'validated' or ${table.validatedAt} is not null`),
    check("trainer_profiles_answers", sql`pg_column_size(${table.answers}) < 400000`),
  ],
);

/** One line of a table of the CV. */
export const profileLines = pgTable(
  "profile_lines",
  {
    id: id(),
    profileId: uuid()
      .notNull()
      .references(() => trainerProfiles.id, { onDelete: "cascade" }),
    kind: lineKind().notNull(),
    answers: jsonb().$type<Answers>().notNull().default({}),
    fileId: uuid().references(() => files.id),
    createdAt: createdAt(),
    updatedAt: instant().notNull(),
  },
  (table) => [index("profile_lines_profile").on(table.profileId, table.kind, table.id), index("profile_lines_file").on(table.fileId)],
);

/** A request to join the CVthèque, from its sending to its decision (EI-40 to EI-43). */
export const profileRequests = pgTable(
  "profile_requests",
  {
    id: id(),
    profileId: uuid()
      .notNull()
      .references(() => trainerProfiles.id, { onDelete: "cascade" }),
    structureId: uuid()
      .notNull()
      .references(() => structures.id),
    state: requestState().notNull().default("submitted"),
    submittedAt: instant().notNull(),
    /** Of the last sending: the queue counts age from it. */
    sentAt: instant().notNull(),
    /** First decision, or first demand for more: one year counts from it (EI-40). */
    firstAnalysedAt: instant(),
    /** Times more was asked; the remarks of each are kept. */
    round: integer().notNull().default(0),
    correctionAskedAt: instant(),
    /** When the mail that asks really left: the two months count from it. */
    correctionMailedAt: instant(),
    reminderQueuedAt: instant(),
    reminderMailedAt: instant(),
    decidedAt: instant(),
    decidedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    reason: text(),
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex("profile_requests_one_open")
      .on(table.profileId)
      .where(sql`state in ('submitted', 'correction')`),
    index("profile_requests_queue").on(table.structureId, table.state, table.sentAt, table.id),
    index("profile_requests_profile").on(table.profileId, table.submittedAt),
    check("profile_requests_decided", sql`(${table.state} in ('validated', 'rejected', 'archived')) = (${table.decidedAt} is not null)`),
  ],
);

/** What a manager asks to mend, block by block (EI-41). */
export const profileRemarks = pgTable(
  "profile_remarks",
  {
    id: id(),
    requestId: uuid()
      .notNull()
      .references(() => profileRequests.id, { onDelete: "cascade" }),
    round: integer().notNull(),
    /** A block or a table of lines of lib/trainers/profile; "" is for the whole. */
    block: text().notNull(),
    remark: text().notNull(),
    authorId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (table) => [unique("profile_remarks_once").on(table.requestId, table.round, table.block)],
);

/** Who is on a request now: told to others, never in their way (EI-43). Ends by itself when it is not renewed. */
export const requestReservations = pgTable("request_reservations", {
  requestId: uuid()
    .primaryKey()
    .references(() => profileRequests.id, { onDelete: "cascade" }),
  accountId: uuid()
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" }),
  takenAt: instant().notNull(),
  expiresAt: instant().notNull(),
});

/** What a manager has written and not yet decided: found again on the second visit. */
export const reviewDrafts = pgTable(
  "review_drafts",
  {
    requestId: uuid()
      .notNull()
      .references(() => profileRequests.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    remarks: jsonb().$type<Readonly<Record<string, string>>>().notNull().default({}),
    updatedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.accountId] })],
);

/** One row a passage of a profile: who, when, why. */
export const profileEvents = pgTable(
  "profile_events",
  {
    id: id(),
    profileId: uuid()
      .notNull()
      .references(() => trainerProfiles.id, { onDelete: "cascade" }),
    requestId: uuid().references(() => profileRequests.id, { onDelete: "cascade" }),
    kind: profileEventKind().notNull(),
    at: instant().notNull(),
    /** Null for the system. */
    actorId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    reason: text(),
  },
  (table) => [
    index("profile_events_profile").on(table.profileId, table.at),
    index("profile_events_request").on(table.requestId, table.at),
    index("profile_events_at").on(table.at),
  ],
);

/** Sentences ready to be used, and changed, in a decision. National when no structure is named. */
export const phrasings = pgTable(
  "phrasings",
  {
    id: id(),
    purpose: phrasingPurpose().notNull(),
    structureId: uuid().references(() => structures.id),
    title: text().notNull(),
    body: text().notNull(),
    active: boolean().notNull().default(true),
    updatedAt: instant().notNull(),
    updatedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
  },
  (table) => [index("phrasings_purpose").on(table.purpose, table.structureId, table.title)],
);

/**
 * Of a closed account whose request was not retained: who comes back with the same address still waits (EI-40). Nothing
 * but a keyed hash of the address, erased when the wait is over.
 */
export const requestWaits = pgTable("request_waits", {
  addressHash: text().primaryKey(),
  until: instant().notNull(),
});

/** Values proposed from a CV file, until the trainer has taken or left each (EI-33). */
export const cvImports = pgTable("cv_imports", {
  profileId: uuid()
    .primaryKey()
    .references(() => trainerProfiles.id, { onDelete: "cascade" }),
  fileName: text().notNull(),
  proposals: jsonb().$type<readonly Readonly<Record<string, unknown>>[]>().notNull(),
  createdAt: createdAt(),
});
