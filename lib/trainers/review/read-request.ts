import { and, asc, desc, eq, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { structures } from "@/db/schema/references";
import { profileEvents, profileLines, profileRemarks, profileRequests, reviewDrafts, trainerProfiles } from "@/db/schema/trainers";
import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { absent, ensure } from "@/lib/core/refusal";
import { textOf } from "../profile/rules";
import { openAnswers } from "../profile/lock-profile";
import { can as canSee } from "../profile/policy";
import { can } from "./policy";
import { readReservation } from "./take-charge";

/** A request as it is studied (AD-02): the whole profile, what was said of it, and who else has the same identity. */
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
  await auditLook(ctx, {
    action: "trainer.profile_read",
    subject: { type: "trainer_profile", id: profile.id },
    accountId: profile.accountId,
  });
  const [lines, remarks, history, homonyms, reservation, draft] = await Promise.all([
    readLines(ctx, profile.id),
    readRemarks(ctx, requestId),
    readHistory(ctx, profile.id),
    readHomonyms(ctx, profile),
    readReservation(ctx, requestId),
    readDraft(ctx, requestId),
  ]);
  const answers = openAnswers(profile);
  const name = `${textOf(answers, "firstName")} ${textOf(answers, "lastName")}`;
  return { ...found, answers, name, lines, remarks, history, homonyms, reservation, draft };
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

/** Every passage of a profile, oldest first, with who made it. */
export const readHistory = (ctx: Ctx, profileId: string) =>
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
    .where(eq(profileEvents.profileId, profileId))
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
  return rows.map(({ profile, structure }) => ({
    id: profile.id,
    state: profile.state,
    since: profile.createdAt,
    structure,
    seen: canSee.see(ctx.actor, profile).allowed,
  }));
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
