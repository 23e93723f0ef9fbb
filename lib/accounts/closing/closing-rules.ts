import { isAdministrator, keepAnAdministrator } from "@/lib/accounts/roles/keep-an-administrator";
import type { TxCtx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";

/**
 * Something that forbids closing an account, judged in the transaction that closes it: gives the French reason and
 * what to do first, or null. A rule that two people could break at once locks what it counts.
 */
export type ClosingRule = (tx: TxCtx, accountId: string) => Promise<string | null>;

/** Somebody must be left to administer the platform. */
export const lastAdministrator: ClosingRule = async (tx, accountId) => {
  if (!(await isAdministrator(tx, accountId))) return null;
  try {
    await keepAnAdministrator(tx, { without: accountId });
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
};

/** The reasons that forbid closing an account now; empty when nothing does. */
export async function closingObstacles(tx: TxCtx, accountId: string, rules: readonly ClosingRule[]): Promise<string[]> {
  const reasons: string[] = [];
  // One after the other: rules take locks, always in the order of the list.
  for (const rule of rules) {
    const reason = await rule(tx, accountId);
    if (reason !== null) reasons.push(reason);
  }
  return reasons;
}
