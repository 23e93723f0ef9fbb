import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { linkPurposes, voidReasons } from "@/lib/accounts/links/vocabulary";
import { roles } from "@/lib/accounts/roles/vocabulary";
import { sessionEnds } from "@/lib/accounts/sessions/vocabulary";
import { createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";
import { authorities, structures } from "./references";

export const role = pgEnum("role", roles);
export const linkPurpose = pgEnum("link_purpose", linkPurposes);
export const voidReason = pgEnum("void_reason", voidReasons);
export const sessionEnd = pgEnum("session_end", sessionEnds);

export const roleGrants = pgTable(
  "role_grants",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    role: role().notNull(),
    structureId: uuid().references(() => structures.id),
    authorityId: uuid().references(() => authorities.id),
    grantedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    grantedAt: instant().notNull(),
    withdrawnBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    withdrawnAt: instant(),
  },
  (table) => [
    uniqueIndex("role_grants_one_live")
      .on(table.accountId, table.role, sql`coalesce(structure_id, authority_id, '00000000-0000-0000-0000-000000000000')`)
      .where(sql`withdrawn_at is null`),
    check(
      "role_grants_scope",
      sql`case ${table.role}
        when 'manager' then ${table.structureId} is not null and ${table.authorityId} is null
        when 'principal' then ${table.authorityId} is not null and ${table.structureId} is null
        when 'operator' then ${table.authorityId} is not null and ${table.structureId} is null
        when 'agent' then ${table.authorityId} is not null and ${table.structureId} is null
        else ${table.structureId} is null and ${table.authorityId} is null end`,
    ),
  ],
);

/** A row behind every session cookie, read on each request: ending the row ends the session at once (MC-12). */
export const loginSessions = pgTable(
  "login_sessions",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** One-time ticket by which the sign-in library takes the session over; null once taken. */
    ticketHash: text().unique(),
    remember: boolean().notNull(),
    /** When a second factor was given in this session. */
    secondFactorAt: instant(),
    /** When the password (or a passkey) was last given: sensitive acts ask again after a while. */
    provedAt: instant().notNull(),
    device: text().notNull(),
    network: text().notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
    endReason: sessionEnd(),
  },
  (table) => [
    index("login_sessions_account")
      .on(table.accountId, table.lastSeenAt)
      .where(sql`ended_at is null`),
    index("login_sessions_person").on(table.accountId, table.createdAt),
    index("login_sessions_expiry").on(table.expiresAt),
    check("login_sessions_end", sql`(${table.endedAt} is null) = (${table.endReason} is null)`),
  ],
);

/** Every mailed link, whatever its purpose. One live link per purpose and subject. */
export const mailedLinks = pgTable(
  "mailed_links",
  {
    id: id(),
    purpose: linkPurpose().notNull(),
    /** The registration request or the account it acts on. */
    subjectId: uuid().notNull(),
    /** The address it was sent to. */
    address: text().notNull(),
    payload: jsonb().$type<Readonly<Record<string, string>>>().notNull().default({}),
    tokenHash: text().notNull().unique(),
    codeHash: text(),
    codeTries: integer().notNull().default(0),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    voidedAt: instant(),
    voidReason: voidReason(),
    /** How many links were sent for the same subject before this one: spaces out "send again". */
    resends: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex("mailed_links_one_live")
      .on(table.purpose, table.subjectId)
      .where(sql`used_at is null and voided_at is null`),
    index("mailed_links_expiry").on(table.expiresAt),
    check("mailed_links_tries", sql`${table.codeTries} between 0 and 5`),
    check("mailed_links_void", sql`(${table.voidedAt} is null) = (${table.voidReason} is null)`),
  ],
);

/** Failed sign-ins by account address or network address (MC-11). */
export const signInThrottles = pgTable("sign_in_throttles", {
  key: text().primaryKey(),
  failures: integer().notNull(),
  windowStartedAt: instant().notNull(),
  blockedUntil: instant(),
});

/** Keys of the institution's own software (AD-16): only a hash is kept. */
export const apiKeys = pgTable("api_keys", {
  id: id(),
  name: text().notNull(),
  keyHash: text().notNull().unique(),
  createdBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
  createdAt: createdAt(),
  lastUsedAt: instant(),
  revokedAt: instant(),
});
