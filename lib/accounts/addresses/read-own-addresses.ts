import { and, eq, inArray, isNull } from "drizzle-orm";
import { mailedLinks } from "@/db/schema/access";
import { mine } from "@/lib/accounts/identity/policy";
import { resendFrom } from "@/lib/accounts/links/rules";
import type { Ctx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { type ProvedAddresses, readProvedAddresses } from "./addresses-for";
import { type AddressProof, addressProofs } from "./vocabulary";

/** An address asked for and not yet proved. */
export interface PendingAddress {
  readonly address: string;
  readonly expiresAt: Date;
  /** Past: the link must be sent anew. */
  readonly expired: boolean;
  /** From when it may be sent again. */
  readonly resendFrom: Date;
}

export interface OwnAddresses extends ProvedAddresses {
  readonly pending: Readonly<Partial<Record<AddressProof, PendingAddress>>>;
}

/** The addresses of the person who asks, and those being proved. One taken by somebody else shows like any other. */
export async function readOwnAddresses(ctx: Ctx): Promise<OwnAddresses> {
  const { accountId } = mine(ctx.actor);
  const proved = await readProvedAddresses(ctx, accountId);
  if (proved === null) throw absent();
  const links = await ctx.db
    .select()
    .from(mailedLinks)
    .where(
      and(
        inArray(mailedLinks.purpose, [...addressProofs]),
        eq(mailedLinks.subjectId, accountId),
        isNull(mailedLinks.usedAt),
        isNull(mailedLinks.voidedAt),
      ),
    );
  const pending = links.map(({ purpose, address, expiresAt, createdAt, resends }) => {
    const expired = expiresAt.getTime() <= ctx.now.getTime();
    return [purpose, { address, expiresAt, expired, resendFrom: expired ? ctx.now : resendFrom(createdAt, resends) }] as const;
  });
  return { ...proved, pending: Object.fromEntries(pending) };
}
