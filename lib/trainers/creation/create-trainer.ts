import { sql } from "drizzle-orm";
import type { UsedKey } from "@/lib/accounts/api-keys/use-api-key";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import { newToken } from "@/lib/core/crypto";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { faultsOfNew, identityOf, readKnown } from "./judge-new-trainers";
import { can } from "./policy";
import type { CreateTrainerInput } from "./schemas";
import { storeTrainer } from "./store-trainer";

export interface CreatedTrainer {
  readonly profileId: string;
  readonly accountId: string;
}

/** A password that nobody knows nor ever will: the account opens by the mailed link alone. */
export const unknowablePassword = () => hashPassword(newToken());

// No audit: storeTrainer writes the line, which the import shares.
/** Creates a trainer whom the institution knows: account, validated profile, and the mail that lets the person in (AD-16, EI-70). */
export async function createTrainer(ctx: Ctx, person: CreateTrainerInput, key: UsedKey | null = null): Promise<CreatedTrainer> {
  ensure(can.createTrainers(ctx.actor));
  const passwordHash = await unknowablePassword();
  return withTx(ctx, async (tx) => {
    await takeIdentities(tx, [person]);
    const known = await readKnown(tx, [person]);
    const faults = faultsOfNew(tx, person, known);
    if (Object.keys(faults).length > 0) throw new Refusal("invalid", "Cette personne ne peut pas être créée ainsi.", faults);
    return storeTrainer(tx, person, { passwordHash, structureId: known.structureIds.get(person.structure) ?? "", key });
  });
}

/** Two creations of one person come one after the other: the second one finds the first. In one order, so that none waits for the other. */
export async function takeIdentities(tx: TxCtx, people: readonly CreateTrainerInput[]): Promise<void> {
  const keys = [...new Set(people.flatMap((person) => [identityOf(person), person.address, person.immatriculation ?? ""]))]
    .filter(Boolean)
    .toSorted();
  for (const key of keys) await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`trainer creation|${key}`}, 0))`);
}
