import { and, eq } from "drizzle-orm";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { personNames } from "../profile/names";

/** Whom mails about a profile go to, and the name they bear. */
export async function personOf(ctx: Ctx, profileId: string) {
  const [person] = await ctx.db
    .select({
      accountId: accounts.id,
      ...personNames,
      address: accountAddresses.address,
    })
    .from(trainerProfiles)
    .innerJoin(accounts, eq(accounts.id, trainerProfiles.accountId))
    .innerJoin(accountAddresses, and(eq(accountAddresses.accountId, accounts.id), eq(accountAddresses.kind, "main")))
    .where(eq(trainerProfiles.id, profileId));
  if (person === undefined) throw new Error("profile without a person");
  return person;
}
export type Person = Awaited<ReturnType<typeof personOf>>;
