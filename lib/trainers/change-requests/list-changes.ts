import { and, desc, eq, type SQL } from "drizzle-orm";
import { changeRequests } from "@/db/schema/interventions";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import { auditLook } from "@/lib/audit/audit";
import { openText } from "@/lib/core/crypto";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { keysetList } from "@/lib/core/keyset-list";
import { absent, ensure } from "@/lib/core/refusal";
import { inManaged } from "../ads/in-managed";
import { namedLike } from "../profile/names";
import { nameOf, textOf } from "../profile/rules";
import { profileFields } from "../profile/fields.data";
import { openAnswers } from "../profile/lock-profile";
import { readLists } from "../profile/read-lists";
import { can } from "./policy";
import { can as reviewCan } from "../review/policy";
import { answerInWords } from "./rules";
import { fromContext, toContext } from "./sealed-contexts";

const most = 200;
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

export interface ChangeFilter {
  /** Words of the name. */
  readonly query: string;
  readonly structureId?: string | undefined;
  readonly direction: "asc" | "desc";
}
export interface ChangeSearch extends ChangeFilter {
  readonly after: string | null;
}

const list = keysetList({
  places: changeRequests,
  order: ({ direction }: ChangeFilter) => ({ columns: [changeRequests.createdAt, changeRequests.id], direction }),
  where: conditionsOf,
  lines: (ctx) =>
    ctx.db
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
      .$dynamic(),
  keys: (ctx) =>
    ctx.db
      .select({ id: changeRequests.id })
      .from(changeRequests)
      .innerJoin(trainerProfiles, eq(trainerProfiles.id, changeRequests.profileId))
      .$dynamic(),
});
type Line = Awaited<ReturnType<typeof list.linesOf>>[number];

/** Demands that wait in the structures that the person manages, page by page (EI-99). */
export async function listChangesToStudy(ctx: Ctx, search: ChangeSearch) {
  ensure(reviewCan.studyRequests(ctx.actor));
  const { page, next } = await list.page(ctx, search);
  return { changes: page.map(lineOf), next };
}

/** All that waits and is found, in batches. The caller has judged who reads. */
export async function* everyChange(ctx: Ctx, filter: ChangeFilter): AsyncGenerator<readonly WaitingChange[]> {
  for await (const rows of list.every(ctx, filter)) yield rows.map(lineOf);
}

const lineOf = ({ answers, field, ...row }: Line) => ({ ...row, label: labelOf(field), name: nameOf(answers) });
export type WaitingChange = ReturnType<typeof lineOf>;

function conditionsOf(ctx: Ctx, { query, structureId }: ChangeFilter): SQL | undefined {
  return and(
    eq(changeRequests.state, "open"),
    inManaged(ctx, trainerProfiles.homeStructureId),
    structureId === undefined ? undefined : eq(trainerProfiles.homeStructureId, structureId),
    namedLike(query),
  );
}

function spoken(field: string, value: string, lists: Awaited<ReturnType<typeof readLists>>): string {
  const spec = profileFields.get(field);
  return spec === undefined ? value : answerInWords(spec, value, lists);
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
