import { and, eq, exists, gt, lte, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { structures } from "@/db/schema/references";
import { profileLines, profileRequests, requestReservations, trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { keysetList } from "@/lib/core/keyset-list";
import { ensure } from "@/lib/core/refusal";
import { inManaged } from "../ads/in-managed";
import { namedLike, profileNames } from "../profile/names";
import { can } from "./policy";
import type { RequestState } from "./vocabulary";

export interface RequestFilter {
  /** Words of the name. */
  readonly query: string;
  readonly state: RequestState;
  readonly structureId?: string | undefined;
  readonly specialty?: string | undefined;
  /** Sent at least so many days ago. */
  readonly olderThan?: number | undefined;
  readonly direction: "asc" | "desc";
}
export interface RequestSearch extends RequestFilter {
  readonly after: string | null;
}

export interface RequestLine {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly structure: string;
  readonly state: RequestState;
  readonly sentAt: Date;
  readonly round: number;
  readonly specialties: readonly string[];
  /** Who is on it now (EI-43). */
  readonly studiedBy: string | null;
  /** Somebody else has the same name and birth date (EI-22). */
  readonly homonyms: number;
}

export interface RequestList {
  readonly requests: readonly RequestLine[];
  readonly next: string | null;
  readonly total: { readonly count: number; readonly capped: boolean };
}

const list = keysetList({
  places: profileRequests,
  order: ({ direction }: RequestFilter) => ({ columns: [profileRequests.sentAt, profileRequests.id], direction }),
  where: conditionsOf,
  lines: (ctx) =>
    ctx.db
      .select({
        id: profileRequests.id,
        ...profileNames,
        structure: structures.name,
        state: profileRequests.state,
        sentAt: profileRequests.sentAt,
        round: profileRequests.round,
        specialties: sql<string[]>`array(
          select distinct l.answers ->> 'specialty' from profile_lines l
          where l.profile_id = ${profileRequests.profileId} and l.kind = 'specialty' and l.answers ->> 'specialty' <> '' order by 1)`,
        studiedBy: sql<string | null>`${accounts.firstName} || ' ' || ${accounts.lastName}`,
        homonyms: sql<number>`(select count(*)::int from trainer_profiles o where o.identity_key = ${trainerProfiles.identityKey}) - 1`,
      })
      .from(profileRequests)
      .innerJoin(trainerProfiles, eq(trainerProfiles.id, profileRequests.profileId))
      .innerJoin(structures, eq(structures.id, profileRequests.structureId))
      .leftJoin(requestReservations, and(eq(requestReservations.requestId, profileRequests.id), gt(requestReservations.expiresAt, ctx.now)))
      .leftJoin(accounts, eq(accounts.id, requestReservations.accountId))
      .$dynamic(),
  keys: (ctx) => ctx.db.select({ id: profileRequests.id }).from(profileRequests).$dynamic(),
});

/** Requests of the structures that the person manages, by their last sending (AD-02). */
export async function listRequests(ctx: Ctx, search: RequestSearch): Promise<RequestList> {
  ensure(can.studyRequests(ctx.actor));
  const { page, next } = await list.page(ctx, search);
  // Nearly always all that waits is on one page: then it is counted already.
  const total = search.after === null && next === null ? { count: page.length, capped: false } : await list.count(ctx, search);
  return { requests: page, next, total };
}

export const everyRequest = list.every;

function conditionsOf(ctx: Ctx, { query, state, structureId, specialty, olderThan }: RequestFilter): SQL | undefined {
  return and(
    inManaged(ctx, profileRequests.structureId),
    eq(profileRequests.state, state),
    structureId === undefined ? undefined : eq(profileRequests.structureId, structureId),
    olderThan === undefined ? undefined : lte(profileRequests.sentAt, new Date(ctx.now.getTime() - olderThan * 86_400_000)),
    specialty === undefined
      ? undefined
      : exists(
          ctx.db
            .select({ id: profileLines.id })
            .from(profileLines)
            .where(
              and(
                eq(profileLines.profileId, profileRequests.profileId),
                eq(profileLines.kind, "specialty"),
                sql`${profileLines.answers} ->> 'specialty' = ${specialty}`,
              ),
            ),
        ),
    // Of the profile nothing else is asked: without a name, the requests alone are read.
    query === ""
      ? undefined
      : exists(
          ctx.db
            .select({ id: trainerProfiles.id })
            .from(trainerProfiles)
            .where(and(eq(trainerProfiles.id, profileRequests.profileId), namedLike(query))),
        ),
  );
}
