import { and, eq } from "drizzle-orm";
import { unavailabilities } from "@/db/schema/cv-library";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { parisDay, shortDay } from "@/lib/core/format";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { lockOwnProfile, type ProfileRow } from "../profile/lock-profile";
import { can } from "./policy";
import { mostPeriods, overlaps, type Period, periodFaults } from "./rules";
import type { AddUnavailabilityInput, ChangeUnavailabilityInput, RemoveUnavailabilityInput } from "./schemas";

/** Writes down days when one cannot come: searches and alerts respect them from then on (EI-52, EI-95). */
export function addUnavailability(ctx: Ctx, { startsOn, endsOn = startsOn, note }: AddUnavailabilityInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const profile = await own(tx);
    const others = await periodsOf(tx, profile.id);
    if (others.length >= mostPeriods)
      throw new Refusal("conflict", `${mostPeriods} périodes au plus : supprimez celles qui ne servent plus.`);
    judge(tx, { startsOn, endsOn }, others);
    await tx.db.insert(unavailabilities).values({ profileId: profile.id, startsOn, endsOn, note: note ?? "", createdAt: tx.now });
    await tell(tx, profile, "trainer.unavailability_added");
  });
}

/** Moves one of one's own periods. */
export function changeUnavailability(ctx: Ctx, { id, startsOn, endsOn = startsOn, note }: ChangeUnavailabilityInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const profile = await own(tx);
    const all = await periodsOf(tx, profile.id);
    if (!all.some((period) => period.id === id)) throw absent();
    judge(
      tx,
      { startsOn, endsOn },
      all.filter((period) => period.id !== id),
    );
    await tx.db
      .update(unavailabilities)
      .set({ startsOn, endsOn, note: note ?? "" })
      .where(eq(unavailabilities.id, id));
    await tell(tx, profile, "trainer.unavailability_changed");
  });
}

/** Takes one of one's own periods away; done twice, nothing more happens. */
export function removeUnavailability(ctx: Ctx, { id }: RemoveUnavailabilityInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const profile = await own(tx);
    const gone = await tx.db
      .delete(unavailabilities)
      .where(and(eq(unavailabilities.id, id), eq(unavailabilities.profileId, profile.id)))
      .returning({ id: unavailabilities.id });
    if (gone.length > 0) await tell(tx, profile, "trainer.unavailability_removed");
  });
}

/** Locked, so that two tabs that write the same days come one after the other. */
async function own(tx: TxCtx): Promise<ProfileRow> {
  const profile = await lockOwnProfile(tx);
  ensure(can.writeUnavailability(profile));
  if (profile === null) throw absent();
  return profile;
}

const periodsOf = (tx: TxCtx, profileId: string) =>
  tx.db
    .select({ id: unavailabilities.id, startsOn: unavailabilities.startsOn, endsOn: unavailabilities.endsOn })
    .from(unavailabilities)
    .where(eq(unavailabilities.profileId, profileId));

function judge(tx: TxCtx, period: Period, others: readonly Period[]): void {
  const faults = periodFaults(period, parisDay(tx.now));
  if (Object.keys(faults).length > 0) throw new Refusal("invalid", "Cette période est à corriger.", faults);
  const other = others.find((known) => overlaps(known, period));
  if (other !== undefined)
    throw new Refusal("invalid", "Cette période est à corriger.", {
      startsOn: [`Elle recoupe celle du ${shortDay(other.startsOn)} au ${shortDay(other.endsOn)} : modifiez plutôt celle-là.`],
    });
}

const tell = (tx: TxCtx, { id, accountId }: ProfileRow, action: string) =>
  audit(tx, { action, subject: { type: "trainer_profile", id }, accountId });
