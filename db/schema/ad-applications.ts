import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { applicationStates } from "@/lib/trainers/applications/vocabulary";
import { id, instant } from "../columns";
import { accounts } from "./accounts";
import { ads } from "./ads";
import { trainerProfiles } from "./trainers";

export const applicationState = pgEnum("application_state", applicationStates);

/** An application to an ad (candidature). One living application per person and ad (EI-14). */
export const adApplications = pgTable(
  "ad_applications",
  {
    id: id(),
    adId: uuid()
      .notNull()
      .references(() => ads.id),
    profileId: uuid()
      .notNull()
      .references(() => trainerProfiles.id, { onDelete: "cascade" }),
    state: applicationState().notNull(),
    comment: text().notNull().default(""),
    /** When it was first sent: this is what is held against the deadline (EI-14). */
    appliedAt: instant().notNull(),
    /** When the structure received it; null while the profile waits for its validation. */
    sentAt: instant(),
    answeredAt: instant(),
    answeredBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    reason: text(),
    /** Shown to the trainer (EI-96). */
    lastActionAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex("ad_applications_one_living")
      .on(table.adId, table.profileId)
      .where(sql`state <> 'withdrawn'`),
    index("ad_applications_ad").on(table.adId, table.state, table.appliedAt, table.id),
    index("ad_applications_profile").on(table.profileId, table.appliedAt),
    check("ad_applications_sent", sql`(${table.state} in ('sent', 'studied')) <= (${table.sentAt} is not null)`),
  ],
);

/** A manager asks a trainer to look at an ad (EI-96): once per ad and person. */
export const adInvitations = pgTable(
  "ad_invitations",
  {
    id: id(),
    adId: uuid()
      .notNull()
      .references(() => ads.id),
    profileId: uuid()
      .notNull()
      .references(() => trainerProfiles.id, { onDelete: "cascade" }),
    message: text().notNull().default(""),
    invitedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    invitedAt: instant().notNull(),
  },
  (table) => [unique("ad_invitations_once").on(table.adId, table.profileId), index("ad_invitations_profile").on(table.profileId)],
);

/** The alerts that a publication causes (EI-15): written with it, worked off by the worker in batches. */
export const adAlertRuns = pgTable(
  "ad_alert_runs",
  {
    adId: uuid()
      .primaryKey()
      .references(() => ads.id),
    queuedAt: instant().notNull(),
    /** Profiles up to this one are done: a run cut short goes on from here. */
    after: uuid(),
    queuedMails: integer().notNull().default(0),
    finishedAt: instant(),
  },
  (table) => [
    index("ad_alert_runs_waiting")
      .on(table.queuedAt)
      .where(sql`finished_at is null`),
  ],
);
