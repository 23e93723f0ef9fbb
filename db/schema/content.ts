import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { RichText } from "@/lib/content/rich-text/vocabulary";
import { documentKeys } from "@/lib/content/vocabulary";
import { createdAt, day, id, instant } from "../columns";
import { accounts } from "./accounts";

export const documentKey = pgEnum("document_key", documentKeys);
const person = () => uuid().references(() => accounts.id, { onDelete: "set null" });

/** News (actualités): a draft until it has an instant of publication, scheduled until that instant is past (EI-02, AD-07). */
export const newsItems = pgTable(
  "news_items",
  {
    id: id(),
    title: text().notNull(),
    summary: text().notNull(),
    body: jsonb().$type<RichText>().notNull(),
    publishAt: instant(),
    withdrawnAt: instant(),
    /** Grows with each change: two people who edit at once do not undo each other's work. */
    version: integer().notNull().default(1),
    createdBy: person(),
    changedBy: person(),
    createdAt: createdAt(),
    changedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    check("news_items_withdrawn", sql`${table.withdrawnAt} is null or ${table.publishAt} is not null`),
    check("news_items_sizes", sql`length(${table.title}) <= 200 and length(${table.summary}) <= 400`),
    check("news_items_body", sql`jsonb_typeof(${table.body}) = 'object' and length(${table.body}::text) <= 400000`),
    index("news_items_order")
      .on(table.publishAt, table.id)
      .where(sql`withdrawn_at is null`),
  ],
);

/** Versions of the documents people must be able to read again as they were: never changed once published (EI-03, AD-07). */
export const documentVersions = pgTable(
  "document_versions",
  {
    id: id(),
    document: documentKey().notNull(),
    /** 1, 2, 3… within its document. */
    number: integer().notNull(),
    title: text().notNull(),
    body: jsonb().$type<RichText>().notNull(),
    /** What changed since the version before, for those who knew it. */
    changes: text().notNull().default(""),
    inForceOn: day(),
    publishedAt: instant(),
    /** Grows with each change of the draft. */
    editVersion: integer().notNull().default(1),
    createdBy: person(),
    publishedBy: person(),
    createdAt: createdAt(),
    changedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    unique("document_versions_number").on(table.document, table.number),
    uniqueIndex("document_versions_one_draft")
      .on(table.document)
      .where(sql`published_at is null`),
    check("document_versions_published", sql`${table.publishedAt} is null or ${table.inForceOn} is not null`),
    check("document_versions_first", sql`${table.number} >= 1`),
    check("document_versions_sizes", sql`length(${table.title}) <= 200 and length(${table.changes}) <= 1000`),
    check("document_versions_body", sql`jsonb_typeof(${table.body}) = 'object' and length(${table.body}::text) <= 400000`),
    index("document_versions_in_force")
      .on(table.document, table.inForceOn, table.number)
      .where(sql`published_at is not null`),
  ],
);
