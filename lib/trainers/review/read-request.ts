import { and, asc, desc, eq, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { structures } from "@/db/schema/references";
import { profileEvents, profileLines, profileRemarks, profileRequests, reviewDrafts, trainerProfiles } from "@/db/schema/trainers";
import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { absent, ensure } from "@/lib/core/refusal";
import { answersFor } from "../profile/answers-for";
import { maySee } from "../profile/may-see";
import { can as canOf } from "../profile/policy";
import { nameOf } from "../profile/rules";
import { can } from "./policy";
import { readReservation } from "./take-charge";

/**
 * A request as it is studied (AD-02): the whole profile, what was said of it, and who else has the same identity. Once
 * the profile is another structure's, there is only the request itself: what was sent, asked and answered here.
 */
export async function readRequest(ctx: Ctx, requestId: string) {
  if (!identifier.safeParse(requestId).success) throw absent();
  const [found] = await ctx.db
    .select({ request: profileRequests, profile: trainerProfiles, structure: structures.name })
    .from(profileRequests)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, profileRequests.profileId))
    .innerJoin(structures, eq(structures.id, profileRequests.structureId))
    .where(eq(profileRequests.id, requestId));
  if (found === undefined) throw absent();
  ensure(can.study(ctx.actor, found.request.structureId));
  const { profile } = found;
  const open = (await maySee(ctx, profile)).allowed;
  const home = canOf.manage(ctx.actor, profile.homeStructureId).allowed;
  const name = nameOf(profile.answers);
  const [remarks, history, reservation, draft] = await Promise.all([
    readRemarks(ctx, requestId),
    readHistory(ctx, profile.id, home ? undefined : requestId),
    readReservation(ctx, requestId),
    readDraft(ctx, requestId),
  ]);
  const own = { ...found, open, name, remarks, history, reservation, draft };
  if (!open) return { ...own, profile: { ...profile, answers: {}, cvFileId: null }, answers: {}, without: [], lines: [], homonyms: [] };
  await auditLook(ctx, {
    action: "trainer.profile_read",
    subject: { type: "trainer_profile", id: profile.id },
    accountId: profile.accountId,
  });
  const [lines, homonyms] = await Promise.all([readLines(ctx, profile.id), home ? readHomonyms(ctx, profile) : []]);
  return { ...own, ...answersFor(ctx.actor, profile), lines, homonyms };
}
export type StudiedRequest = Awaited<ReturnType<typeof readRequest>>;

export const readLines = (ctx: Ctx, profileId: string) =>
  ctx.db
    .select({ id: profileLines.id, kind: profileLines.kind, answers: profileLines.answers, fileId: profileLines.fileId })
    .from(profileLines)
    .where(eq(profileLines.profileId, profileId))
    .orderBy(asc(profileLines.kind), asc(profileLines.id));

/** What was asked, latest round first. */
const readRemarks = (ctx: Ctx, requestId: string) =>
  ctx.db
    .select({ round: profileRemarks.round, block: profileRemarks.block, remark: profileRemarks.remark, at: profileRemarks.createdAt })
    .from(profileRemarks)
    .where(eq(profileRemarks.requestId, requestId))
    .orderBy(desc(profileRemarks.round), asc(profileRemarks.id));

/** Every passage of a profile, or of one of its requests, oldest first, with who made it. */
export const readHistory = (ctx: Ctx, profileId: string, requestId?: string) =>
  ctx.db
    .select({
      id: profileEvents.id,
      kind: profileEvents.kind,
      at: profileEvents.at,
      reason: profileEvents.reason,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
    })
    .from(profileEvents)
    .leftJoin(accounts, eq(accounts.id, profileEvents.actorId))
    .where(and(eq(profileEvents.profileId, profileId), requestId === undefined ? undefined : eq(profileEvents.requestId, requestId)))
    .orderBy(asc(profileEvents.at), asc(profileEvents.id));
export type ProfileHistory = Awaited<ReturnType<typeof readHistory>>;

/** Other profiles with the same civility, names and birth date: perhaps the same person (EI-22); `seen`: one may open it. */
async function readHomonyms(ctx: Ctx, { id, identityKey }: { readonly id: string; readonly identityKey: string }) {
  const rows = await ctx.db
    .select({ profile: trainerProfiles, structure: structures.name })
    .from(trainerProfiles)
    .leftJoin(structures, eq(structures.id, trainerProfiles.homeStructureId))
    .where(and(eq(trainerProfiles.identityKey, identityKey), ne(trainerProfiles.id, id)))
    .orderBy(asc(trainerProfiles.createdAt))
    .limit(20);
  return Promise.all(
    rows.map(async ({ profile, structure }) => ({
      id: profile.id,
      state: profile.state,
      since: profile.createdAt,
      structure,
      seen: (await maySee(ctx, profile)).allowed,
    })),
  );
}

/** What the person who reads had written and not decided. */
async function readDraft(ctx: Ctx, requestId: string) {
  if (ctx.actor.kind !== "account") return null;
  const [draft] = await ctx.db
    .select({ remarks: reviewDrafts.remarks, updatedAt: reviewDrafts.updatedAt })
    .from(reviewDrafts)
    .where(and(eq(reviewDrafts.requestId, requestId), eq(reviewDrafts.accountId, ctx.actor.accountId)));
  return draft ?? null;
}
