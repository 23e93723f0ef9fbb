import { plural } from "@/lib/core/format";
import type { Ctx } from "@/lib/core/ctx";
import { log } from "@/lib/core/log";
import { ensure, Refusal } from "@/lib/core/refusal";
import { requireFreshProof } from "@/lib/accounts/sign-in/require-fresh-proof";
import { blockAccount } from "@/lib/accounts/people/block-account";
import type { ActOnPeopleInput } from "./schemas";
import { readSelection } from "./read-selection";
import type { BulkOutcome } from "./vocabulary";
import { can } from "@/lib/accounts/people/policy";
import { signOutPerson } from "@/lib/accounts/people/sign-out-person";
import { unblockAccount } from "@/lib/accounts/people/unblock-account";

/**
 * The same act for several people (AD-10): the verb of one person, once for each, in a transaction of its own with its
 * policy, its line in the log and its mails. What is refused for one changes nothing for the others, and is told.
 */
export async function actOnPeople(ctx: Ctx, input: ActOnPeopleInput): Promise<readonly BulkOutcome[]> {
  ensure(can.seePeople(ctx.actor));
  requireFreshProof(ctx);
  const names = new Map((await readSelection(ctx, input.ids)).map(({ id, firstName, lastName }) => [id, `${lastName} ${firstName}`]));
  const outcomes: BulkOutcome[] = [];
  // The order of the screen; whoever is no longer in it comes last.
  const ordered = [...names.keys(), ...input.ids.filter((id) => !names.has(id))];
  // One after the other: each takes locks, and the last administrator is judged as those before left things.
  for (const id of ordered) outcomes.push({ id, name: names.get(id) ?? "Compte fermé ou inconnu", ...(await actOnOne(ctx, input, id)) });
  return outcomes;
}

async function actOnOne(ctx: Ctx, input: ActOnPeopleInput, accountId: string): Promise<Pick<BulkOutcome, "done" | "message">> {
  try {
    return { done: true, message: await perform(ctx, input, accountId) };
  } catch (error) {
    if (error instanceof Refusal) return { done: false, message: error.code === "absent" ? "Ce compte n’existe plus." : error.message };
    // The others must not lose their answer because of one.
    log.error({ err: error, requestId: ctx.requestId, act: input.act }, "one act of a selection failed");
    return { done: false, message: "Une erreur est survenue. Réessayez pour cette personne dans un instant." };
  }
}

async function perform(ctx: Ctx, input: ActOnPeopleInput, accountId: string): Promise<string> {
  if (input.act === "block") {
    await blockAccount(ctx, { accountId, reason: input.reason });
    return "Compte bloqué.";
  }
  if (input.act === "unblock") {
    await unblockAccount(ctx, { accountId });
    return "Compte débloqué.";
  }
  const { endedSessions } = await signOutPerson(ctx, { accountId });
  return endedSessions === 0 ? "Aucune session ouverte." : `${plural(endedSessions, "session terminée", "sessions terminées")}.`;
}
