import { sql } from "drizzle-orm";
import {
  bigint,
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { addressKinds } from "@/lib/accounts/addresses/vocabulary";
import { applicationIds, dataScopes } from "@/lib/accounts/applications/vocabulary";
import { consentEnds, consentModes } from "@/lib/accounts/consents/vocabulary";
import { civilities } from "@/lib/accounts/registration/vocabulary";
import { createdAt, day, id, instant } from "../columns";
import { files } from "./files";

export const civility = pgEnum("civility", civilities);
export const applicationId = pgEnum("application_id", applicationIds);
export const dataScope = pgEnum("data_scope", dataScopes);
export const addressKind = pgEnum("address_kind", addressKinds);
export const consentMode = pgEnum("consent_mode", consentModes);
export const consentEnd = pgEnum("consent_end", consentEnds);

export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    civility: civility().notNull(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    birthName: text(),
    bornOn: day(),
    phone: text(),
    passwordHash: text().notNull(),
    passwordChangedAt: instant().notNull(),
    /** What the password is known to satisfy, so that a stricter application asks for a change once (MC-03). */
    passwordClasses: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    pictureFileId: uuid().references((): AnyPgColumn => files.id),
    blockedAt: instant(),
    blockedReason: text(),
    closedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    check("accounts_first_name", sql`char_length(${table.firstName}) between 1 and 100`),
    check("accounts_last_name", sql`char_length(${table.lastName}) between 1 and 100`),
    index("accounts_names").using("gin", sql`(search_fold(${table.firstName} || ' ' || ${table.lastName})) gin_trgm_ops`),
    // The two orders of the back office's list of people.
    index("accounts_order").on(sql`search_fold(${table.lastName})`, sql`search_fold(${table.firstName})`, table.id),
    index("accounts_recent").on(table.createdAt, table.id),
  ],
);

/** Proved addresses of accounts. An address belongs to one account at most. */
export const accountAddresses = pgTable(
  "account_addresses",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    kind: addressKind().notNull(),
    address: text().notNull(),
    /** Canonical form: the one that is compared (lib/accounts/addresses/canonical-address.ts). */
    canonical: text().notNull(),
    provedAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("account_addresses_canonical").on(table.canonical),
    uniqueIndex("account_addresses_one_of_a_kind").on(table.accountId, table.kind),
    check("account_addresses_length", sql`char_length(${table.address}) <= 254`),
  ],
);

/** The last password hashes of an account (MC-23: five are kept). */
export const passwordHistory = pgTable(
  "password_history",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    passwordHash: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("password_history_account").on(table.accountId, table.createdAt)],
);

/** Sign-ups not yet confirmed: apart from accounts, any number per address, deleted when they expire (MC-07). */
export const registrationRequests = pgTable(
  "registration_requests",
  {
    id: id(),
    application: applicationId().notNull(),
    civility: civility().notNull(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    birthName: text(),
    bornOn: day(),
    phone: text(),
    address: text().notNull(),
    canonical: text().notNull(),
    secondaryAddress: text(),
    passwordHash: text().notNull(),
    passwordClasses: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    returnTo: text(),
    /** Documents accepted on the form (EI-20), by name and version. */
    accepted: jsonb().$type<Readonly<Record<string, string>>>().notNull().default({}),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
  },
  (table) => [index("registration_requests_canonical").on(table.canonical), index("registration_requests_expiry").on(table.expiresAt)],
);

/** Consent decisions (MC-13). Only a live "always" is found again. */
export const appConsents = pgTable(
  "app_consents",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    application: applicationId().notNull(),
    scopes: dataScope().array().notNull(),
    mode: consentMode().notNull(),
    decidedAt: instant().notNull(),
    lastUsedAt: instant().notNull(),
    /** When the person was told that an unused consent is about to end. */
    warnedAt: instant(),
    endedAt: instant(),
    endReason: consentEnd(),
    /** The session a "once" is valid in. */
    sessionId: uuid(),
  },
  (table) => [
    uniqueIndex("app_consents_one_live")
      .on(table.accountId, table.application)
      .where(sql`mode = 'always' and ended_at is null`),
    index("app_consents_account").on(table.accountId, table.application, table.decidedAt),
    check("app_consents_end", sql`(${table.endedAt} is null) = (${table.endReason} is null)`),
  ],
);

/** Which version of which terms a person accepted, and when (MC-14). */
export const termsAcceptances = pgTable(
  "terms_acceptances",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    application: applicationId().notNull(),
    document: text().notNull(),
    version: text().notNull(),
    acceptedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.application, table.document, table.version] })],
);

/** TOTP second factor; unconfirmed until a first code was typed. */
export const totpSecrets = pgTable("totp_secrets", {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  secret: text().notNull(),
  confirmedAt: instant(),
  /** Last time step accepted: a code works once. */
  lastStep: integer().notNull().default(0),
  createdAt: createdAt(),
});

export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    codeHash: text().notNull(),
    usedAt: instant(),
  },
  (table) => [unique("recovery_codes_code").on(table.accountId, table.codeHash)],
);

export const passkeys = pgTable(
  "passkeys",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    credentialId: text().notNull().unique(),
    publicKey: text().notNull(),
    counter: bigint({ mode: "number" }).notNull(),
    transports: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    name: text().notNull(),
    backedUp: boolean().notNull().default(false),
    lastUsedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [index("passkeys_account").on(table.accountId)],
);

/** WebAuthn challenges given out, each usable once. */
export const passkeyChallenges = pgTable("passkey_challenges", {
  id: id(),
  challenge: text().notNull(),
  accountId: uuid().references(() => accounts.id, { onDelete: "cascade" }),
  expiresAt: instant().notNull(),
  usedAt: instant(),
});
