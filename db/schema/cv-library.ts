import { sql } from "drizzle-orm";
import { boolean, customType, date, index, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { searchScopes } from "@/lib/trainers/library/vocabulary";
import { createdAt, day, id, instant } from "../columns";
import { accounts } from "./accounts";
import { ads } from "./ads";
import { structures } from "./references";
import { trainerProfiles } from "./trainers";

export const searchScope = pgEnum("search_scope", searchScopes);
const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
const texts = () =>
  text()
    .array()
    .notNull()
    .default(sql`'{}'`);

/**
 * What is searched of each validated profile (AD-03), and what alerts are matched with (EI-15): written by the verbs
 * that validate or change a profile, from its answers. A profile that is not validated has no row.
 */
export const cvEntries = pgTable(
  "cv_entries",
  {
    profileId: uuid()
      .primaryKey()
      .references(() => trainerProfiles.id, { onDelete: "cascade" }),
    firstName: text().notNull(),
    lastName: text().notNull(),
    homeStructureId: uuid()
      .notNull()
      .references(() => structures.id),
    status: text().notNull(),
    specialtyCodes: texts(),
    subSpecialtyCodes: texts(),
    regionCodes: texts(),
    departmentCodes: texts(),
    languages: texts(),
    abroad: boolean().notNull().default(false),
    /** Everything that can be chosen, as tokens ("s:A2", "r:44", "t:civil_servant", "l:anglais", "o:…", "x:abroad"). */
    facets: texts(),
    /** Why it wants mails: "specialties", "regions", "both" (EI-15); empty: none. */
    alerts: texts(),
    /** Names of the specialties, motivation, trade and lines: what free text looks through. */
    content: text().notNull().default(""),
    validatedAt: instant().notNull(),
    updatedAt: instant().notNull(),
    lastInterventionOn: day(),
    search: tsvector()
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('french_unaccent', last_name || ' ' || first_name), 'A') || setweight(to_tsvector('french_unaccent', content), 'B')`,
      ),
    searchName: text()
      .notNull()
      .generatedAlwaysAs(sql`search_fold(last_name || ' ' || first_name)`),
  },
  (table) => [
    index("cv_entries_found").using("gin", table.facets, table.search),
    index("cv_entries_similar_name").using("gin", sql`${table.searchName} gin_trgm_ops`),
    index("cv_entries_recent").on(table.updatedAt, table.profileId),
    index("cv_entries_order").on(table.searchName, table.profileId),
    index("cv_entries_alerts")
      .using("gin", table.facets)
      .where(sql`alerts <> '{}'`),
  ],
);

/** A manager's note on a trainer, for the managers of the same structure only. */
export const cvNotes = pgTable(
  "cv_notes",
  {
    id: id(),
    profileId: uuid()
      .notNull()
      .references(() => trainerProfiles.id, { onDelete: "cascade" }),
    structureId: uuid()
      .notNull()
      .references(() => structures.id),
    authorId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    body: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("cv_notes_profile").on(table.profileId, table.structureId, table.createdAt)],
);

/** Trainers that a structure keeps in view, for an ad or in general. */
export const shortlistEntries = pgTable(
  "shortlist_entries",
  {
    id: id(),
    structureId: uuid()
      .notNull()
      .references(() => structures.id),
    profileId: uuid()
      .notNull()
      .references(() => trainerProfiles.id, { onDelete: "cascade" }),
    adId: uuid().references(() => ads.id),
    addedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    addedAt: instant().notNull(),
  },
  (table) => [unique("shortlist_entries_once").on(table.structureId, table.profileId, table.adId).nullsNotDistinct()],
);

/** A search that somebody keeps, with or without a mail for what is new (EI-16, AD-03). */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    scope: searchScope().notNull(),
    name: text().notNull(),
    /** The query of its address, "specialite=A2&region=44". */
    query: text().notNull(),
    alert: boolean().notNull().default(false),
    /** Ads published later are new to it. */
    seenUntil: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("saved_searches_name").on(table.accountId, table.scope, table.name),
    index("saved_searches_alert")
      .on(table.scope, table.seenUntil)
      .where(sql`alert`),
  ],
);

/** Days when a trainer cannot come (EI-52, EI-95). */
export const unavailabilities = pgTable(
  "unavailabilities",
  {
    id: id(),
    profileId: uuid()
      .notNull()
      .references(() => trainerProfiles.id, { onDelete: "cascade" }),
    startsOn: date({ mode: "string" }).notNull(),
    endsOn: date({ mode: "string" }).notNull(),
    note: text().notNull().default(""),
    createdAt: createdAt(),
  },
  (table) => [index("unavailabilities_profile").on(table.profileId, table.startsOn, table.endsOn)],
);
