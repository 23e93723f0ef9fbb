import { and, eq, ne, sql } from "drizzle-orm";
import { trainerProfiles } from "@/db/schema/trainers";
import type { TxCtx } from "@/lib/core/ctx";
import { typedDay } from "@/lib/core/fields";
import { identityKey } from "./identity-key";
import { textOf } from "./rules";
import type { Answers } from "./vocabulary";

/** Fields by which two people are perhaps one (EI-22). */
export const identityFields: readonly string[] = ["civility", "birthName", "firstName", "bornOn"];

interface Known {
  readonly id: string;
  readonly identityKey: string;
}

/**
 * The identity that a profile's answers say, to be stored with them; a homonym is told apart by its rank, and shown to who
 * studies the request (EI-22). Nothing when it has not changed.
 */
export async function identityOf(tx: TxCtx, { id, identityKey: known }: Known, answers: Answers) {
  const born = typedDay().safeParse(textOf(answers, "bornOn"));
  const key = identityKey({
    civility: textOf(answers, "civility"),
    lastName: textOf(answers, "birthName"),
    firstName: textOf(answers, "firstName"),
    bornOn: born.success ? born.data : "",
  });
  if (key === known) return {};
  // Two homonyms at the same moment take their ranks one after the other.
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('trainer identity|' || ${key}, 0))`);
  const [rank] = await tx.db
    .select({ next: sql<number>`coalesce(max(${trainerProfiles.homonym}) + 1, 0)` })
    .from(trainerProfiles)
    .where(and(eq(trainerProfiles.identityKey, key), ne(trainerProfiles.id, id)));
  return { identityKey: key, homonym: rank?.next ?? 0 };
}
