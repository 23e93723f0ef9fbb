import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { files } from "@/db/schema/files";
import { profileLines, profileRemarks, profileRequests, trainerProfiles } from "@/db/schema/trainers";
import type { Ctx, SignedIn } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { absent } from "@/lib/core/refusal";
import { archivedOn } from "../review/rules";
import { openAnswers, readOwnProfile } from "./lock-profile";
import { originOf } from "./origin-of";
import { startingAnswers } from "./starting-answers";
import type { OwnCv, OwnLine } from "./own-cv";
import type { Answers, ProfileState } from "./vocabulary";

/** The acting person's own CV, all that the wizard shows. */
export async function readOwnCv(ctx: Ctx): Promise<OwnCv> {
  const { actor } = ctx;
  if (actor.kind !== "account") throw absent();
  const profile = await readOwnProfile(ctx);
  if (profile === null) return emptyCv(await accountAnswers(ctx, actor));
  const [lines, [cvFile], [request], originAd] = await Promise.all([
    ctx.db
      .select({ id: profileLines.id, kind: profileLines.kind, answers: profileLines.answers, fileId: files.id, fileName: files.name })
      .from(profileLines)
      .leftJoin(files, eq(files.id, profileLines.fileId))
      .where(eq(profileLines.profileId, profile.id))
      .orderBy(asc(profileLines.id)),
    profile.cvFileId === null ? [] : ctx.db.select({ id: files.id, name: files.name }).from(files).where(eq(files.id, profile.cvFileId)),
    ctx.db
      .select()
      .from(profileRequests)
      .where(eq(profileRequests.profileId, profile.id))
      .orderBy(desc(profileRequests.submittedAt))
      .limit(1),
    originOf(ctx, profile),
  ]);
  return {
    profileId: profile.id,
    state: profile.state,
    answers: openAnswers(profile),
    lines: lines.map(({ fileId, fileName, ...line }) => ({
      ...line,
      file: fileId === null || fileName === null ? null : { id: fileId, name: fileName },
    })),
    cvFile: cvFile ?? null,
    immatriculation: profile.immatriculation,
    originAd,
    mayRequestFrom: profile.mayRequestFrom,
    request: request === undefined ? null : { state: request.state, reason: request.reason, submittedAt: request.submittedAt },
    remarks: request?.state === "correction" ? await readRemarks(ctx, request.id, request.round) : {},
    archivedFrom: request?.state === "correction" ? earliestArchiving(ctx.now, request) : null,
  };
}

async function accountAnswers({ db }: Ctx, { accountId }: SignedIn): Promise<Answers> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  if (account === undefined) throw absent();
  return startingAnswers(account);
}

const emptyCv = (answers: Answers): OwnCv => ({
  profileId: null,
  state: "draft",
  answers,
  lines: [],
  cvFile: null,
  immatriculation: null,
  originAd: null,
  mayRequestFrom: null,
  request: null,
  remarks: {},
  archivedFrom: null,
});

type Asked = Pick<
  typeof profileRequests.$inferSelect,
  "correctionAskedAt" | "correctionMailedAt" | "reminderQueuedAt" | "reminderMailedAt"
>;
/** Counted from the mails; one that has not left yet cannot leave before now (EI-41). */
const earliestArchiving = (now: Date, asked: Asked): Date =>
  archivedOn(asked.correctionMailedAt ?? asked.correctionAskedAt ?? now, asked.reminderMailedAt ?? asked.reminderQueuedAt ?? now);

async function readRemarks({ db }: Ctx, requestId: string, round: number): Promise<Readonly<Record<string, string>>> {
  const rows = await db
    .select({ block: profileRemarks.block, remark: profileRemarks.remark })
    .from(profileRemarks)
    .where(and(eq(profileRemarks.requestId, requestId), inArray(profileRemarks.round, [round])));
  return Object.fromEntries(rows.map(({ block, remark }) => [block, remark]));
}

/** One line of one's own CV; somebody else's answers as a missing one. */
export async function readOwnLine(ctx: Ctx, lineId: string): Promise<OwnLine & { readonly state: ProfileState }> {
  if (ctx.actor.kind !== "account" || !identifier.safeParse(lineId).success) throw absent();
  const [line] = await ctx.db
    .select({
      id: profileLines.id,
      kind: profileLines.kind,
      answers: profileLines.answers,
      state: trainerProfiles.state,
      fileId: files.id,
      fileName: files.name,
    })
    .from(profileLines)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, profileLines.profileId))
    .leftJoin(files, eq(files.id, profileLines.fileId))
    .where(and(eq(profileLines.id, lineId), eq(trainerProfiles.accountId, ctx.actor.accountId)));
  if (line === undefined) throw absent();
  const { fileId, fileName, ...rest } = line;
  return { ...rest, file: fileId === null || fileName === null ? null : { id: fileId, name: fileName } };
}
