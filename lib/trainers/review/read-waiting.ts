import { and, asc, count, eq, gt, min, or, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { adApplications } from "@/db/schema/ad-applications";
import { ads } from "@/db/schema/ads";
import { dossiers, dossierVersions } from "@/db/schema/dossiers";
import { changeRequests } from "@/db/schema/interventions";
import { profileEvents, profileRequests, requestReservations, trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { ensure } from "@/lib/core/refusal";
import { inManaged } from "../ads/in-managed";
import { inQueue } from "../dossier/study/in-queue";
import { nameOf } from "../profile/rules";
import { can } from "./policy";

/** Requests named one by one on the dashboard; beyond, the queue has them. */
const namedRequests = 8;

export interface WaitingRequest {
  readonly id: string;
  readonly name: string;
  readonly sentAt: Date;
  /** The trainer sent it again with what was asked. */
  readonly again: boolean;
  readonly studiedBy: string | null;
}
export interface Pile {
  readonly count: number;
  readonly oldest: Date | null;
}
export interface ManagerWaiting {
  readonly requests: readonly WaitingRequest[];
  readonly allRequests: Pile;
  readonly applications: Pile;
  readonly changes: Pile;
  /** Blocks of dossiers to check (AD-04). */
  readonly pieces: Pile;
  /** Published ads whose deadline is over, to be closed. */
  readonly overdueAds: Pile;
}

/** What waits for a manager in their structures, oldest first (AD-01). */
export async function readManagerWaiting(ctx: Ctx): Promise<ManagerWaiting> {
  ensure(can.studyRequests(ctx.actor));
  const { db, now } = ctx;
  const submitted = and(inManaged(ctx, profileRequests.structureId), eq(profileRequests.state, "submitted"));
  const [rows, allRequests, applications, changes, pieces, overdueAds] = await Promise.all([
    db
      .select({
        id: profileRequests.id,
        answers: trainerProfiles.answers,
        sentAt: profileRequests.sentAt,
        round: profileRequests.round,
        studiedBy: sql<string | null>`${accounts.firstName} || ' ' || ${accounts.lastName}`,
      })
      .from(profileRequests)
      .innerJoin(trainerProfiles, eq(trainerProfiles.id, profileRequests.profileId))
      .leftJoin(requestReservations, and(eq(requestReservations.requestId, profileRequests.id), gt(requestReservations.expiresAt, now)))
      .leftJoin(accounts, eq(accounts.id, requestReservations.accountId))
      .where(submitted)
      .orderBy(asc(profileRequests.sentAt), asc(profileRequests.id))
      .limit(namedRequests),
    pile(
      db
        .select({ count: count(), oldest: min(profileRequests.sentAt) })
        .from(profileRequests)
        .where(submitted),
    ),
    pile(
      db
        .select({ count: count(), oldest: min(adApplications.sentAt) })
        .from(adApplications)
        .innerJoin(ads, eq(ads.id, adApplications.adId))
        .where(and(inManaged(ctx, ads.structureId), eq(adApplications.state, "sent"))),
    ),
    pile(
      db
        .select({ count: count(), oldest: min(changeRequests.createdAt) })
        .from(changeRequests)
        .innerJoin(trainerProfiles, eq(trainerProfiles.id, changeRequests.profileId))
        .where(and(inManaged(ctx, trainerProfiles.homeStructureId), eq(changeRequests.state, "open"))),
    ),
    pile(piecesToCheck(ctx)),
    pile(
      db
        .select({
          count: count(),
          oldest: sql<Date | null>`(min(${ads.deadlineOn}) + 1)::timestamp at time zone 'Europe/Paris'`.mapWith(ads.publishedAt),
        })
        .from(ads)
        .where(and(inManaged(ctx, ads.structureId), eq(ads.state, "published"), sql`${ads.deadlineOn} < ${parisDay(now)}`)),
    ),
  ]);
  const requests = rows.map(({ answers, round, ...rest }) => ({
    ...rest,
    again: round > 0,
    name: nameOf(answers),
  }));
  return { requests, allRequests, applications, changes, pieces, overdueAds };
}

const piecesToCheck = (ctx: Ctx) =>
  ctx.db
    .select({ count: count(), oldest: min(dossierVersions.waitingSince) })
    .from(dossierVersions)
    .innerJoin(dossiers, eq(dossiers.id, dossierVersions.dossierId))
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
    .where(inQueue(ctx, "own"));

async function pile(rows: Promise<readonly Pile[]> | PromiseLike<readonly Pile[]>): Promise<Pile> {
  const [row] = await rows;
  return row ?? { count: 0, oldest: null };
}

export interface DayOfRequests {
  /** "2026-11-21" */
  readonly day: string;
  readonly received: number;
  readonly decided: number;
}
export interface MonthOfRequests {
  readonly days: readonly DayOfRequests[];
  readonly received: number;
  readonly validated: number;
  readonly rejected: number;
  readonly corrections: number;
  readonly applications: number;
}

/** What came in and what was decided since `since`, day by day, in the structures of a manager (AD-01). */
export async function readMonthOfRequests(ctx: Ctx, since: Date): Promise<MonthOfRequests> {
  ensure(can.studyRequests(ctx.actor));
  const [rows, applications] = await Promise.all([
    ctx.db
      .select({
        day: sql<string>`to_char(${profileEvents.at} at time zone 'Europe/Paris', 'YYYY-MM-DD')`,
        kind: profileEvents.kind,
        count: count(),
      })
      .from(profileEvents)
      .innerJoin(profileRequests, eq(profileRequests.id, profileEvents.requestId))
      .where(and(inManaged(ctx, profileRequests.structureId), sql`${profileEvents.at} >= ${since.toISOString()}`))
      .groupBy(sql`1`, profileEvents.kind),
    ctx.db
      .select({ count: count() })
      .from(adApplications)
      .innerJoin(ads, eq(ads.id, adApplications.adId))
      .where(and(inManaged(ctx, ads.structureId), or(sql`${adApplications.sentAt} >= ${since.toISOString()}`))),
  ]);
  const of = (kinds: readonly string[], day?: string) =>
    rows.filter((row) => kinds.includes(row.kind) && (day === undefined || row.day === day)).reduce((sum, row) => sum + row.count, 0);
  const sent = ["submitted", "resubmitted"];
  const decisions = ["validated", "rejected", "correction_asked"];
  return {
    days: daysFrom(parisDay(since), parisDay(ctx.now)).map((day) => ({ day, received: of(sent, day), decided: of(decisions, day) })),
    received: of(sent),
    validated: of(["validated"]),
    rejected: of(["rejected"]),
    corrections: of(["correction_asked"]),
    applications: applications[0]?.count ?? 0,
  };
}

/** Every day of the calendar from one to the other. */
function daysFrom(first: string, last: string): readonly string[] {
  const start = Date.parse(`${first}T12:00:00Z`);
  const length = Math.round((Date.parse(`${last}T12:00:00Z`) - start) / 86_400_000) + 1;
  return Array.from({ length: Math.max(0, length) }, (_, index) => new Date(start + index * 86_400_000).toISOString().slice(0, 10));
}
