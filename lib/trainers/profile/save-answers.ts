import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { profileLines, trainerProfiles } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import { seal } from "@/lib/core/crypto";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { countCompleteOf } from "../dossier/count-complete";
import { asksForPapers } from "../dossier/needs.data";
import { problemsOf } from "./checks";
import { ensureProfile } from "./ensure-profile";
import { identityFields, identityOf } from "./identity-of";
import { readLinesOf, refuseNewFaults } from "./keep-whole";
import { originOf } from "./origin-of";
import type { FieldSpec } from "./field-spec";
import { profileFields } from "./fields.data";
import { lineTableOf } from "./lines.data";
import { lockOwnLine } from "./lock-line";
import { birthPlaceContext, openAnswers, type ProfileRow } from "./lock-profile";
import { applyChanges, type Change, type Conflict } from "./merge";
import { can } from "./policy";
import { readLists } from "./read-lists";
import type { SaveAnswersInput } from "./schemas";
import type { Answers } from "./vocabulary";
import { writeCvEntry } from "./write-cv-entry";

export interface Saved {
  readonly savedAt: Date;
  /** Fields that changed elsewhere meanwhile: left as they are there (EI-31). */
  readonly conflicts: readonly Conflict[];
}

/**
 * Keeps what was typed, field by field, each only if it still is as the writer saw it: two tabs never overwrite each
 * other silently, and a change sent twice counts once. While the profile is being prepared nothing is judged (EI-31);
 * once it is validated, what would make it wrong is refused.
 */
export async function saveAnswers(ctx: Ctx, { lineId, changes }: SaveAnswersInput): Promise<Saved> {
  const saved = lineId === undefined ? await saveOnDraft(ctx, changes) : null;
  return saved ?? withTx(ctx, (tx) => (lineId === undefined ? saveOnProfile(tx, changes) : saveOnLine(tx, lineId, changes)));
}

/**
 * What is typed in a profile that is being prepared writes its row, and nothing else: one statement, without a lock, as
 * long as nobody wrote the row since it was read. Null: it takes more than that, or somebody did.
 */
async function saveOnDraft(ctx: Ctx, changes: readonly Change[]): Promise<Saved | null> {
  if (ctx.actor.kind !== "account" || asksForPapers(changes.map(({ field }) => field))) return null;
  const [row] = await ctx.db
    .select({ profile: getTableColumns(trainerProfiles), rowVersion })
    .from(trainerProfiles)
    .where(eq(trainerProfiles.accountId, ctx.actor.accountId));
  if (row === undefined || row.profile.state === "validated") return null;
  const { profile } = row;
  const { answers, changed, conflicts } = await applyTo(ctx, profile, changes);
  if (changed.length > 0) {
    const stored = await ctx.db
      .update(trainerProfiles)
      .set(storedOf(ctx, profile, answers))
      .where(and(eq(trainerProfiles.id, profile.id), eq(rowVersion, row.rowVersion)))
      .returning({ id: trainerProfiles.id });
    if (stored.length === 0) return null;
  }
  return { savedAt: ctx.now, conflicts };
}

/** In the database's own books: another value, and somebody wrote the row since. */
const rowVersion = sql<string>`${trainerProfiles}.xmin::text`;

async function saveOnProfile(tx: TxCtx, changes: readonly Change[]): Promise<Saved> {
  const profile = await ensureProfile(tx);
  const { before, answers, changed, conflicts } = await applyTo(tx, profile, changes);
  if (changed.length > 0) {
    if (profile.state === "validated") {
      const lines = await readLinesOf(tx, profile.id);
      await refuseNewFaults(tx, { answers: before, lines }, { answers, lines });
    }
    const renamed = profile.state === "validated" && changed.some((field) => identityFields.includes(field));
    await tx.db
      .update(trainerProfiles)
      .set({ ...storedOf(tx, profile, answers), ...(renamed && (await identityOf(tx, profile, answers))) })
      .where(eq(trainerProfiles.id, profile.id));
    if (profile.state === "validated") await publishChange(tx, profile, changed);
    if (asksForPapers(changed)) await countCompleteOf(tx, profile.id, answers);
  }
  return { savedAt: tx.now, conflicts };
}

/** What the changes make of the answers, for who may make them. */
async function applyTo(ctx: Ctx, profile: ProfileRow, changes: readonly Change[]) {
  ensure(can.edit(ctx.actor, profile));
  const origin = await originOf(ctx, profile);
  for (const { field } of changes) ensure(can.editField({ ...profile, origin }, specOf(profileFields.get(field))));
  const before = openAnswers(profile);
  return { before, ...applyChanges(before, changes) };
}

/** The row's columns for these answers: the birth place is sealed. */
function storedOf({ now }: Ctx, profile: ProfileRow, { birthPlace, ...answers }: Answers) {
  const place = typeof birthPlace === "string" ? birthPlace : "";
  const sealed = place === "" ? null : seal(place, birthPlaceContext(profile.id));
  return { answers, updatedAt: now, birthPlaceSealed: birthPlace === undefined ? profile.birthPlaceSealed : sealed };
}

async function saveOnLine(tx: TxCtx, lineId: string, changes: readonly Change[]): Promise<Saved> {
  const { line, profile } = await lockOwnLine(tx, lineId);
  const { fields } = lineTableOf(line.kind);
  for (const { field } of changes) specOf(fields.find(({ name }) => name === field));
  const { answers, changed, conflicts } = applyChanges(line.answers, changes);
  if (changed.length > 0) {
    if (profile.state === "validated") await refuseWrong(tx, fields, answers);
    await tx.db.update(profileLines).set({ answers, updatedAt: tx.now }).where(eq(profileLines.id, lineId));
    if (profile.state === "validated") await publishChange(tx, profile, [`${line.kind} line`]);
  }
  return { savedAt: tx.now, conflicts };
}

/** A validated profile is read by managers: it stays right, and its row of the CVthèque follows. */
async function publishChange(tx: TxCtx, { id, accountId }: ProfileRow, fields: readonly string[]): Promise<void> {
  await writeCvEntry(tx, id);
  await audit(tx, {
    action: "trainer.profile_saved",
    subject: { type: "trainer_profile", id },
    accountId,
    details: { fields: [...fields] },
  });
}

async function refuseWrong(tx: TxCtx, fields: readonly FieldSpec[], answers: Answers): Promise<void> {
  const problems = problemsOf(fields, answers, { lists: await readLists(tx), now: tx.now });
  if (problems.length === 0) return;
  throw new Refusal(
    "invalid",
    "Votre profil est validé : il doit rester complet. Corrigez ces réponses pour enregistrer.",
    Object.fromEntries(problems.map(({ field, message }) => [field, [message]])),
  );
}

function specOf(spec: FieldSpec | undefined): FieldSpec {
  if (spec === undefined) throw new Refusal("invalid", "Cette page n’est plus à jour : rechargez-la, puis recommencez.");
  return spec;
}
