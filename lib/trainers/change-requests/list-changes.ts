import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { changeRequests } from "@/db/schema/interventions";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import { auditLook } from "@/lib/audit/audit";
import { openText } from "@/lib/core/crypto";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { absent, ensure } from "@/lib/core/refusal";
import { managedStructures } from "../ads/policy";
import { textOf } from "../profile/rules";
import { profileFields } from "../profile/fields.data";
import { openAnswers } from "../profile/lock-profile";
import { readLists } from "../profile/read-lists";
import type { Answers } from "../profile/vocabulary";
import { can } from "./policy";
import { can as reviewCan } from "../review/policy";
import { wordsOf } from "./rules";
import { fromContext, toContext } from "./sealed-contexts";

const most = 200;
const pageSize = 50;
const labelOf = (field: string) => profileFields.get(field)?.label ?? field;

/** One's own demands, the latest first, with what was asked in words (EI-99). */
export async function listOwnChanges(ctx: Ctx) {
  if (ctx.actor.kind !== "account") return [];
  const rows = await ctx.db
    .select({ change: changeRequests })
    .from(changeRequests)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, changeRequests.profileId))
    .where(eq(trainerProfiles.accountId, ctx.actor.accountId))
    .orderBy(desc(changeRequests.createdAt), desc(changeRequests.id))
    .limit(most);
  if (rows.length === 0) return [];
  const lists = await readLists(ctx);
  return rows.map(({ change: { id, field, state, reason, createdAt, decidedAt, toSealed } }) => ({
    id,
    field,
    label: labelOf(field),
    state,
    reason,
    createdAt,
    decidedAt,
    wanted: spoken(field, openText(toSealed, toContext(id)), lists),
  }));
}
export type OwnChange = Awaited<ReturnType<typeof listOwnChanges>>[number];

/** Demands that wait in the structures that the person manages, the oldest first, page by page (EI-99). */
export async function listChangesToStudy(ctx: Ctx, after: string | null) {
  ensure(reviewCan.studyRequests(ctx.actor));
  const cursor = after !== null && identifier.safeParse(after).success ? after : null;
  const rows = await ctx.db
    .select({
      id: changeRequests.id,
      field: changeRequests.field,
      createdAt: changeRequests.createdAt,
      answers: trainerProfiles.answers,
      structure: structures.name,
    })
    .from(changeRequests)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, changeRequests.profileId))
    .innerJoin(structures, eq(structures.id, trainerProfiles.homeStructureId))
    .where(and(eq(changeRequests.state, "open"), theirs(ctx), cursor === null ? undefined : beyond(cursor)))
    .orderBy(asc(changeRequests.createdAt), asc(changeRequests.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return {
    changes: page.map(({ answers, field, ...row }) => ({ ...row, label: labelOf(field), name: nameOf(answers) })),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}
export type WaitingChange = Awaited<ReturnType<typeof listChangesToStudy>>["changes"][number];

/** One decided meanwhile still marks its place. */
const beyond = (after: string): SQL =>
  sql`(${changeRequests.createdAt}, ${changeRequests.id}) > (select created_at, id from change_requests where id = ${after})`;

function theirs({ actor }: Ctx): SQL | undefined {
  const managed = managedStructures(actor);
  return managed === "all" ? undefined : inArray(trainerProfiles.homeStructureId, [...managed]);
}

const nameOf = (answers: Answers) => `${textOf(answers, "firstName")} ${textOf(answers, "lastName")}`;

function spoken(field: string, value: string, lists: Awaited<ReturnType<typeof readLists>>): string {
  const spec = profileFields.get(field);
  return spec === undefined ? value : wordsOf(spec, { [field]: value }, lists);
}

/** One demand to study: what is written now, what is asked, why, and the proof (EI-99). The look is recorded. */
export async function readChange(ctx: Ctx, changeId: string) {
  if (!identifier.safeParse(changeId).success) throw absent();
  const [row] = await ctx.db
    .select({ change: changeRequests, profile: trainerProfiles, structure: structures.name })
    .from(changeRequests)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, changeRequests.profileId))
    .leftJoin(structures, eq(structures.id, trainerProfiles.homeStructureId))
    .where(eq(changeRequests.id, changeId));
  if (row === undefined) throw absent();
  const { change, profile, structure } = row;
  ensure(can.study(ctx.actor, profile));
  await auditLook(ctx, {
    action: "trainer.change_read",
    subject: { type: "change_request", id: changeId },
    accountId: profile.accountId,
    details: { field: change.field },
  });
  const lists = await readLists(ctx);
  const answers = openAnswers(profile);
  const { id, field, state, reason, explanation, fileId, createdAt, decidedAt } = change;
  return {
    id,
    state,
    reason,
    explanation,
    fileId,
    createdAt,
    decidedAt,
    structure,
    profileId: profile.id,
    name: nameOf(profile.answers),
    immatriculation: profile.immatriculation,
    label: labelOf(field),
    now: spoken(field, textOf(answers, field), lists),
    before: spoken(field, openText(change.fromSealed, fromContext(id)), lists),
    wanted: spoken(field, openText(change.toSealed, toContext(id)), lists),
    own: ctx.actor.kind === "account" && ctx.actor.accountId === profile.accountId,
  };
}
