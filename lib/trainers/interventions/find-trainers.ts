import { and, eq, inArray, or, sql } from "drizzle-orm";
import { accountAddresses } from "@/db/schema/accounts";
import { trainerProfiles } from "@/db/schema/trainers";
import { canonicalAddress } from "@/lib/accounts/addresses/canonical-address";
import type { Ctx } from "@/lib/core/ctx";
import { nameOf } from "../profile/rules";

export interface FoundTrainer {
  readonly profileId: string;
  readonly accountId: string;
  readonly name: string;
  readonly homeStructureId: string | null;
  readonly immatriculation: string | null;
}

/** Validated trainers by what names each, immatriculation or mail address; the caller judges who asks. */
export async function findTrainers(ctx: Ctx, names: readonly string[]): Promise<ReadonlyMap<string, FoundTrainer>> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return new Map();
  const addresses = wanted.map((name) => [name, canonicalAddress(name)] as const);
  const known = addresses.flatMap(([, address]) => (address === null ? [] : [address]));
  const rows = await ctx.db
    .select({
      profileId: trainerProfiles.id,
      accountId: trainerProfiles.accountId,
      answers: trainerProfiles.answers,
      homeStructureId: trainerProfiles.homeStructureId,
      immatriculation: trainerProfiles.immatriculation,
      address: accountAddresses.canonical,
    })
    .from(trainerProfiles)
    .innerJoin(accountAddresses, eq(accountAddresses.accountId, trainerProfiles.accountId))
    .where(
      and(
        eq(trainerProfiles.state, "validated"),
        or(inArray(trainerProfiles.immatriculation, wanted), known.length === 0 ? sql`false` : inArray(accountAddresses.canonical, known)),
      ),
    );
  const found = rows.map(({ answers, address, ...row }) => ({
    address,
    trainer: { ...row, name: nameOf(answers) },
  }));
  return new Map(
    addresses.flatMap(([name, canonical]) => {
      const match = found.find(({ address, trainer }) => trainer.immatriculation === name || (canonical !== null && address === canonical));
      return match === undefined ? [] : [[name, match.trainer] as const];
    }),
  );
}
