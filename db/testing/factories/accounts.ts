import { randomUUID } from "node:crypto";
import { loginSessions, roleGrants } from "@/db/schema/access";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import type { Role } from "@/lib/accounts/roles/vocabulary";
import type { Ctx, SignedIn } from "@/lib/core/ctx";

type NewAccount = Partial<typeof accounts.$inferInsert> & {
  readonly address?: string;
  readonly secondaryAddress?: string;
  readonly role?: Extract<Role, "administrator" | "trainer" | "member" | "course_author" | "iel_manager">;
};

/** Stores an account with its main address; whatever the story does not say is made up. */
export async function makeAccount(
  ctx: Ctx,
  { address = `${randomUUID()}@example.org`, secondaryAddress, role, ...over }: NewAccount = {},
): Promise<{ accountId: string; address: string }> {
  const [account] = await ctx.db
    .insert(accounts)
    .values({
      civility: "mme",
      firstName: "Camille",
      lastName: "Durand",
      passwordHash: "not a hash",
      passwordChangedAt: ctx.now,
      createdAt: ctx.now,
      ...over,
    })
    .returning({ id: accounts.id });
  if (account === undefined) throw new Error("account not stored");
  const kept = [
    { kind: "main" as const, address },
    ...(secondaryAddress === undefined ? [] : [{ kind: "secondary" as const, address: secondaryAddress }]),
  ];
  await ctx.db
    .insert(accountAddresses)
    .values(kept.map((one) => ({ ...one, accountId: account.id, canonical: one.address, provedAt: ctx.now, createdAt: ctx.now })));
  if (role !== undefined) await ctx.db.insert(roleGrants).values({ accountId: account.id, role, grantedAt: ctx.now });
  return { accountId: account.id, address };
}

/** Stores a live session of an account. */
export async function makeSession(ctx: Ctx, accountId: string, over: Partial<typeof loginSessions.$inferInsert> = {}): Promise<string> {
  const [session] = await ctx.db
    .insert(loginSessions)
    .values({
      accountId,
      remember: false,
      provedAt: ctx.now,
      device: "Firefox sur Linux",
      network: "192.0.2.1",
      createdAt: ctx.now,
      lastSeenAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + 8 * 3_600_000),
      ...over,
    })
    .returning({ id: loginSessions.id });
  if (session === undefined) throw new Error("session not stored");
  return session.id;
}

/** Stores an account and a session of it; gives who acts in it, as readActor would. */
export async function makeSignedIn(ctx: Ctx, over: NewAccount = {}): Promise<SignedIn> {
  const { accountId, address } = await makeAccount(ctx, over);
  const sessionId = await makeSession(ctx, accountId);
  return {
    kind: "account",
    accountId,
    sessionId,
    firstName: over.firstName ?? "Camille",
    lastName: over.lastName ?? "Durand",
    address,
    grants: over.role === undefined ? [] : [{ role: over.role, structureId: null, authorityId: null }],
    secondFactor: "not_asked",
    provedAt: ctx.now,
    sessionExpiresAt: new Date(ctx.now.getTime() + 8 * 3_600_000),
  };
}
