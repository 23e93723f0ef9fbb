import { sql } from "drizzle-orm";
import { check, index, numeric, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { changeStates } from "@/lib/trainers/change-requests/vocabulary";
import { createdAt, day, id, instant } from "../columns";
import { accounts } from "./accounts";
import { files } from "./files";
import { structures } from "./references";
import { trainerProfiles } from "./trainers";

export const changeState = pgEnum("change_state", changeStates);

/** What a trainer has taught, or will teach, for the institution (AD-08). */
export const interventions = pgTable(
  "interventions",
  {
    id: id(),
    profileId: uuid()
      .notNull()
      .references(() => trainerProfiles.id, { onDelete: "cascade" }),
    structureId: uuid()
      .notNull()
      .references(() => structures.id),
    /** Of the institution's own software: an import run again adds nothing. */
    reference: text().notNull(),
    title: text().notNull(),
    startsOn: day().notNull(),
    endsOn: day().notNull(),
    hours: numeric({ precision: 6, scale: 2, mode: "number" }),
    recordedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (table) => [
    unique("interventions_reference").on(table.structureId, table.reference),
    index("interventions_profile").on(table.profileId, table.startsOn),
    check("interventions_period", sql`${table.endsOn} >= ${table.startsOn}`),
  ],
);

/** "Demander une modification" of a locked field (EI-99): reviewed like a document. */
export const changeRequests = pgTable(
  "change_requests",
  {
    id: id(),
    profileId: uuid()
      .notNull()
      .references(() => trainerProfiles.id, { onDelete: "cascade" }),
    /** A field of lib/trainers/profile. */
    field: text().notNull(),
    /** Sealed: the field may be a birth place. */
    fromSealed: text().notNull(),
    toSealed: text().notNull(),
    explanation: text().notNull().default(""),
    fileId: uuid().references(() => files.id),
    state: changeState().notNull().default("open"),
    createdAt: createdAt(),
    decidedAt: instant(),
    decidedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    reason: text(),
  },
  (table) => [
    uniqueIndex("change_requests_one_open")
      .on(table.profileId, table.field)
      .where(sql`state = 'open'`),
    index("change_requests_file").on(table.fileId),
    index("change_requests_queue")
      .on(table.createdAt)
      .where(sql`state = 'open'`),
    check("change_requests_decided", sql`(${table.state} = 'open') = (${table.decidedAt} is null)`),
  ],
);
