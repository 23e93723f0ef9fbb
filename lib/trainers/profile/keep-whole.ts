import { eq } from "drizzle-orm";
import { profileLines } from "@/db/schema/trainers";
import type { TxCtx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { toDoOf, type ProfileContent } from "./completeness";
import { readLists } from "./read-lists";
import type { ToDo } from "./to-do";

export type Lines = ProfileContent["lines"];

/** The lines of a profile, as its completeness is judged by. */
export const readLinesOf = (tx: TxCtx, profileId: string): Promise<Lines> =>
  tx.db
    .select({ id: profileLines.id, kind: profileLines.kind, answers: profileLines.answers })
    .from(profileLines)
    .where(eq(profileLines.profileId, profileId));

const keyOf = ({ target, message }: ToDo) => JSON.stringify([target, message]);

/** A validated profile is read by managers: a change may not make it wrong or less whole than it was (EI-50). */
export async function refuseNewFaults(tx: TxCtx, before: ProfileContent, after: ProfileContent): Promise<void> {
  const judging = { lists: await readLists(tx), now: tx.now };
  const known = new Set(toDoOf(before, judging).map(keyOf));
  const faults = toDoOf(after, judging).filter((one) => !known.has(keyOf(one)));
  if (faults.length === 0) return;
  const errors: Record<string, string[]> = {};
  for (const { target, label, message } of faults) {
    if ("field" in target) errors[target.field] = [message];
    else (errors[""] ??= []).push(`${label} : ${message}`);
  }
  throw new Refusal("invalid", "Votre profil est validé : il doit rester complet. Corrigez ces réponses pour enregistrer.", errors);
}
