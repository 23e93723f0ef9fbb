import { and, eq, isNull } from "drizzle-orm";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import type { Ctx } from "@/lib/core/ctx";
import type { MailTopic } from "./vocabulary";

export interface ProvedAddresses {
  readonly main: string;
  readonly secondary: string | null;
}

/** The proved addresses of an open account; null when there is no such account. */
export async function readProvedAddresses(ctx: Ctx, accountId: string): Promise<ProvedAddresses | null> {
  const rows = await ctx.db
    .select({ kind: accountAddresses.kind, address: accountAddresses.address })
    .from(accountAddresses)
    .innerJoin(accounts, and(eq(accounts.id, accountAddresses.accountId), isNull(accounts.closedAt)))
    .where(eq(accountAddresses.accountId, accountId));
  const of = (kind: "main" | "secondary") => rows.find((row) => row.kind === kind)?.address ?? null;
  const main = of("main");
  return main === null ? null : { main, secondary: of("secondary") };
}

/**
 * Where mail to a person goes (MC-21): what concerns the password, to both addresses; what concerns the addresses
 * themselves, to the main one; the rest, to the secondary one when there is one. Links that prove an address do not
 * pass through here: they always go to the address being proved.
 */
export async function addressesFor(ctx: Ctx, accountId: string, topic: MailTopic): Promise<readonly string[]> {
  const proved = await readProvedAddresses(ctx, accountId);
  if (proved === null) return [];
  const { main, secondary } = proved;
  if (topic === "addresses" || secondary === null) return [main];
  return topic === "password" ? [main, secondary] : [secondary];
}
