import { eq } from "drizzle-orm";
import { trainerProfiles } from "@/db/schema/trainers";
import { dropWaits, readWait } from "@/lib/accounts/closing/request-waits";
import { lockPerson } from "@/lib/accounts/people/lock-person";
import type { PersonInput } from "@/lib/accounts/people/schemas";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "./policy";

/**
 * From when on somebody may ask who has an address of a closed account; null when they need not wait. Whoever was not
 * retained under this account waits for a reason of their own, and is not told here.
 */
export async function readAddressWait(ctx: Ctx, accountId: string): Promise<Date | null> {
  ensure(can.liftWait(ctx.actor));
  const [profile] = await ctx.db
    .select({ state: trainerProfiles.state, until: trainerProfiles.mayRequestFrom })
    .from(trainerProfiles)
    .where(eq(trainerProfiles.accountId, accountId));
  if (profile === undefined) return readWait(ctx, accountId);
  return profile.state === "draft" && profile.until !== null && profile.until > ctx.now ? profile.until : null;
}

/** Somebody else has the address now: the year of whoever had it before is not theirs (EI-40). */
export function liftWait(ctx: Ctx, { accountId }: PersonInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    ensure(can.liftWait(tx.actor));
    await lockPerson(tx, accountId);
    const until = await readAddressWait(tx, accountId);
    if (until === null) throw new Refusal("conflict", "Aucun délai ne vient des adresses de cette personne.");
    await dropWaits(tx, accountId);
    await tx.db.update(trainerProfiles).set({ mayRequestFrom: null }).where(eq(trainerProfiles.accountId, accountId));
    await audit(tx, {
      action: "trainer.wait_lifted",
      accountId,
      subject: { type: "account", id: accountId },
      details: { until: until.toISOString() },
    });
  });
}
