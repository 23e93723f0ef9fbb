import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import type { FieldSpec } from "./field-spec";
import { blocksOf } from "./fields.data";
import { isShown, wordsOf } from "./rules";
import { lineTableOf } from "./lines.data";
import { type Change, changesBetween } from "./merge";
import { readOwnProfile } from "./lock-profile";
import { originOf } from "./origin-of";
import { can } from "./policy";
import { readLists } from "./read-lists";
import { readOwnLine } from "./read-own-cv";
import { saveAnswers } from "./save-answers";
import type { SaveLineInput, SavePageInput } from "./schemas";
import { submitProfile } from "./submit-profile";
import type { Answers } from "./vocabulary";

export type PageOutcome = "saved" | "next" | "sent" | "incomplete";

/** Boxes that are not ticked are not posted: those that the page showed count as emptied. */
export const posted = (fields: readonly FieldSpec[], seen: Answers, typed: Answers): readonly string[] =>
  fields
    .filter(({ name, kind, shown }) => {
      if (Object.hasOwn(typed, name)) return true;
      const box = kind === "boxes" || kind === "box" || kind === "radio";
      return box && isShown({ ...(shown && { shown }) }, seen) && isShown({ ...(shown && { shown }) }, { ...seen, ...typed });
    })
    .map(({ name }) => name);

/** A page of the wizard posted whole: with JavaScript off, or by its buttons (EI-31, EI-32). */
export async function savePage(ctx: Ctx, { page, seen, then, ...typed }: SavePageInput): Promise<PageOutcome> {
  const blocks = blocksOf[page].filter((block) => isShown(block, { ...seen, ...typed }));
  const profile = await readOwnProfile(ctx);
  const origin = profile === null ? null : await originOf(ctx, profile);
  // What is shown locked is not posted either: it did not change.
  const fields = blocks
    .flatMap((block) => block.fields)
    .filter((spec) => profile === null || can.editField({ ...profile, origin }, spec).allowed);
  await saveAll(ctx, changesBetween(seen, typed, posted(fields, seen, typed)), fields);
  if (then === "stay") return "saved";
  if (then === "next") return "next";
  try {
    await submitProfile(ctx);
    return "sent";
  } catch (error) {
    if (error instanceof Refusal && error.code === "invalid") return "incomplete";
    throw error;
  }
}

/** The same for the screen of one line. */
export async function saveLine(ctx: Ctx, { lineId, seen, ...typed }: SaveLineInput): Promise<void> {
  const line = await readOwnLine(ctx, lineId);
  const { fields } = lineTableOf(line.kind);
  await saveAll(ctx, changesBetween(seen, typed, posted(fields, seen, typed)), fields, lineId);
}

async function saveAll(ctx: Ctx, changes: readonly Change[], fields: readonly FieldSpec[], lineId?: string): Promise<void> {
  if (changes.length === 0) return;
  const { conflicts } = await saveAnswers(ctx, { ...(lineId !== undefined && { lineId }), changes: [...changes].map(mutable) });
  if (conflicts.length === 0) return;
  const lists = await readLists(ctx);
  const said = conflicts.map(({ field, theirs }) => {
    const words = wordsOf(
      fields.find(({ name }) => name === field),
      theirs,
      lists,
    );
    return [
      field,
      [`« ${words} » a été enregistré ailleurs. Rechargez la page pour voir cette valeur, puis corrigez-la si besoin.`],
    ] as const;
  });
  throw new Refusal(
    "conflict",
    "Un autre onglet ou un autre appareil a changé des réponses de cette page. Vos autres réponses sont enregistrées.",
    Object.fromEntries(said),
  );
}

export const mutable = ({ field, from, to }: Change) => ({
  field,
  from: typeof from === "string" ? from : [...from],
  to: typeof to === "string" ? to : [...to],
});
