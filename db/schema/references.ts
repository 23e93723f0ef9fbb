import { sql } from "drizzle-orm";
import { boolean, char, check, customType, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { authorityKinds, regionZones, structureKinds } from "@/lib/references/vocabulary";
import { id, instant, structureCode } from "../columns";

/** Bytewise order whatever the server's locale, so that a prefix is a range of a plain index. */
const foldedName = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
/** Filled by the ten thousand once a year, read all day: a short pending list keeps both quick. */
const pending = { gin_pending_list_limit: 256 };
/** How searches compare names of places: see place_fold in db/guards/before.sql and foldPlaceName in lib/references. */
const searchName = () =>
  foldedName()
    .notNull()
    .generatedAlwaysAs(sql`place_fold(name)`);

export const structureKind = pgEnum("structure_kind", structureKinds);
export const authorityKind = pgEnum("authority_kind", authorityKinds);

export const regionZone = pgEnum("region_zone", regionZones);

export const regions = pgTable("regions", { code: text().primaryKey(), name: text().notNull(), zone: regionZone().notNull() });

export const departments = pgTable("departments", {
  code: text().primaryKey(),
  name: text().notNull(),
  regionCode: text()
    .notNull()
    .references(() => regions.code),
});

export const communes = pgTable(
  "communes",
  {
    code: char({ length: 5 }).primaryKey(),
    name: text().notNull(),
    departmentCode: text()
      .notNull()
      .references(() => departments.code),
    population: integer().notNull(),
    /** False once it is gone from the official list (merged with another). */
    active: boolean().notNull().default(true),
    searchName: searchName(),
  },
  (table) => [
    index("communes_search_name").on(table.searchName),
    index("communes_similar_name")
      .using("gin", sql`${table.searchName} gin_trgm_ops`)
      .with(pending),
  ],
);

/** Postcodes: many to many with communes. */
export const communePostcodes = pgTable(
  "commune_postcodes",
  {
    postcode: char({ length: 5 }).notNull(),
    communeCode: char({ length: 5 })
      .notNull()
      .references(() => communes.code),
  },
  (table) => [primaryKey({ columns: [table.postcode, table.communeCode] }), index("commune_postcodes_commune").on(table.communeCode)],
);

/** Local authorities (collectivités): communes, intercommunalities, departments, regions. */
export const authorities = pgTable(
  "authorities",
  {
    id: id(),
    kind: authorityKind().notNull(),
    name: text().notNull(),
    siren: char({ length: 9 }).notNull().unique(),
    /** INSEE code of the commune, department or region; null for an intercommunality. */
    code: text(),
    departmentCode: text().references(() => departments.code),
    regionCode: text().references(() => regions.code),
    population: integer().notNull().default(0),
    /** Of the commune, or of the member communes of an intercommunality; empty for the larger ones. */
    postcodes: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** False once it is gone from the official list; whoever belongs to it still does. */
    active: boolean().notNull().default(true),
    searchName: searchName(),
  },
  (table) => [
    unique("authorities_kind_code").on(table.kind, table.code),
    index("authorities_search_name").on(table.searchName),
    index("authorities_similar_name")
      .using("gin", sql`${table.searchName} gin_trgm_ops`)
      .with(pending),
    index("authorities_postcodes").using("gin", table.postcodes).with(pending),
    check("authorities_siren", sql`${table.siren} ~ '^[0-9]{9}$'`),
  ],
);

/** Structures of the institution: headquarters, delegations, institutes. */
export const structures = pgTable(
  "structures",
  {
    id: id(),
    code: structureCode().notNull().unique(),
    kind: structureKind().notNull(),
    name: text().notNull(),
    street: text().notNull(),
    postcode: char({ length: 5 }).notNull(),
    city: text().notNull(),
    phone: text().notNull(),
    address: text().notNull(),
    regionCodes: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    access: text().notNull().default(""),
    /** Whether trainers may write to it (AD-09). */
    messagingOpen: boolean().notNull().default(true),
    active: boolean().notNull().default(true),
  },
  (table) => [check("structures_code", sql`${table.code} ~ '^[0-9]{3}$'`)],
);

export const specialties = pgTable("specialties", {
  id: id(),
  /** Letter and digit, "A2"; its sub-specialties add a letter, "A2C". */
  code: text().notNull().unique(),
  slug: text().notNull().unique(),
  name: text().notNull().unique(),
  position: integer().notNull(),
  active: boolean().notNull().default(true),
});

export const subSpecialties = pgTable(
  "sub_specialties",
  {
    id: id(),
    specialtyId: uuid()
      .notNull()
      .references(() => specialties.id),
    code: text().notNull().unique(),
    slug: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    active: boolean().notNull().default(true),
  },
  (table) => [unique("sub_specialties_slug").on(table.specialtyId, table.slug)],
);

export const countries = pgTable("countries", {
  code: char({ length: 2 }).primaryKey(),
  name: text().notNull(),
  nationality: text().notNull(),
  /** False for what is a nationality only ("Apatride"). */
  habitable: boolean().notNull().default(true),
});

/** Public employers that the wizard proposes (EI-25). */
export const employers = pgTable(
  "employers",
  {
    id: id(),
    name: text().notNull(),
    siret: char({ length: 14 }).notNull().unique(),
    street: text().notNull().default(""),
    postcode: char({ length: 5 }).notNull(),
    city: text().notNull(),
    phone: text().notNull().default(""),
    active: boolean().notNull().default(true),
    searchName: searchName(),
  },
  (table) => [
    index("employers_search_name").on(table.searchName),
    index("employers_similar_name").using("gin", sql`${table.searchName} gin_trgm_ops`),
    check("employers_siret", sql`${table.siret} ~ '^[0-9]{14}$'`),
  ],
);

/** Natures of training that a trainer may wish for (EI-27, AD-09). */
export const trainingTypes = pgTable("training_types", {
  code: text().primaryKey(),
  name: text().notNull().unique(),
  position: integer().notNull(),
  active: boolean().notNull().default(true),
});

/** What was last imported, so that a start with nothing new to import does nothing. */
export const referenceImports = pgTable("reference_imports", {
  source: text().primaryKey(),
  version: text().notNull(),
  importedAt: instant().notNull(),
});
