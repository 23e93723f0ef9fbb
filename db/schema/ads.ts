import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  char,
  check,
  customType,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { adStates } from "@/lib/trainers/ads/vocabulary";
import { createdAt, day, id, instant } from "../columns";
import { accounts } from "./accounts";
import { files } from "./files";
import { countries, structures } from "./references";

export const adState = pgEnum("ad_state", adStates);
const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
const codes = () =>
  text()
    .array()
    .notNull()
    .default(sql`'{}'`);

// How the search has them (lib/trainers/ads/ad-conditions.ts): an ad without the date comes after all the others.
type Dates = Readonly<Record<"deadlineOn" | "startsOn" | "endsOn", AnyPgColumn>>;
const deadlineOf = ({ deadlineOn }: Dates) => sql`coalesce(${deadlineOn}, '9999-12-31'::date)`;
const startOf = ({ startsOn }: Dates) => sql`coalesce(${startsOn}, '9999-12-31'::date)`;
const endOf = ({ startsOn, endsOn }: Dates) => sql`coalesce(${endsOn}, ${startsOn})`;

/** Ads (annonces): what a structure looks for, in trainers. Numbered when they are published (EI-12). */
export const ads = pgTable(
  "ads",
  {
    id: id(),
    state: adState().notNull().default("draft"),
    number: text().unique(),
    structureId: uuid()
      .notNull()
      .references(() => structures.id),
    title: text().notNull(),
    description: text().notNull().default(""),
    profileSought: text().notNull().default(""),
    context: text().notNull().default(""),
    audience: text().notNull().default(""),
    duration: text().notNull().default(""),
    startsOn: day(),
    endsOn: day(),
    deadlineOn: day(),
    countryCode: char({ length: 2 })
      .notNull()
      .default("FR")
      .references(() => countries.code),
    /** Codes of the references, checked by the verb that writes them. */
    regionCodes: codes(),
    departmentCodes: codes(),
    specialtyCodes: codes(),
    subSpecialtyCodes: codes(),
    place: text().notNull().default(""),
    contactName: text().notNull().default(""),
    contactPhone: text().notNull().default(""),
    contactAddress: text().notNull().default(""),
    urgent: boolean().notNull().default(false),
    attachmentFileId: uuid().references(() => files.id),
    /** Grows with each change: two people who edit at once do not undo each other's work. */
    version: integer().notNull().default(1),
    createdBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    publishedAt: instant(),
    closedAt: instant(),
    closedReason: text(),
    /** Everything that can be chosen, as tokens: one index serves any combination. */
    facets: text()
      .array()
      .notNull()
      .generatedAlwaysAs(sql`ad_facets(structure_id, specialty_codes, sub_specialty_codes, region_codes, department_codes)`),
    /** Kept in the row, not beside it: SET STORAGE MAIN in migration 0004. */
    search: tsvector()
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('french_unaccent', title), 'A') || setweight(to_tsvector('french_unaccent', profile_sought || ' ' || audience), 'B') || setweight(to_tsvector('french_unaccent', description || ' ' || context), 'C')`,
      ),
    searchTitle: text()
      .notNull()
      .generatedAlwaysAs(sql`search_fold(title)`),
  },
  (table) => [
    check(
      "ads_published",
      sql`(${table.state} = 'draft') = (${table.number} is null) and (${table.state} = 'draft') = (${table.publishedAt} is null)`,
    ),
    check("ads_closed", sql`(${table.state} = 'closed') = (${table.closedAt} is not null)`),
    check("ads_period", sql`${table.endsOn} is null or ${table.startsOn} is null or ${table.endsOn} >= ${table.startsOn}`),
    // Ads in each order; the other dates come along, so that what they exclude is not looked up.
    index("ads_published_order")
      .on(table.publishedAt, table.id, deadlineOf(table), startOf(table), endOf(table))
      .where(sql`state = 'published'`),
    index("ads_deadline_order")
      .on(deadlineOf(table), table.id, startOf(table), endOf(table))
      .where(sql`state = 'published'`),
    index("ads_start_order")
      .on(startOf(table), table.id, deadlineOf(table), endOf(table))
      .where(sql`state = 'published'`),
    // Few are written, many are read: nothing is left pending.
    index("ads_found")
      .using("gin", table.facets, table.search)
      .with({ fastupdate: false })
      .where(sql`state = 'published'`),
    index("ads_attachment").on(table.attachmentFileId),
    index("ads_structure").on(table.structureId, table.createdAt, table.id),
  ],
);

/** The last number given, by structure and month (EI-12): the row's lock gives each number once. */
export const adSequences = pgTable(
  "ad_sequences",
  {
    structureId: uuid()
      .notNull()
      .references(() => structures.id),
    /** "2611" for November 2026. */
    month: char({ length: 4 }).notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.structureId, table.month] })],
);
