import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { loginSessions, roleGrants } from "@/db/schema/access";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import { authorities, structures } from "@/db/schema/references";
import type { AddressKind } from "@/lib/accounts/addresses/vocabulary";
import type { Role } from "@/lib/accounts/roles/vocabulary";
import { type Factors, readFactors } from "@/lib/accounts/second-factor/read-factors";
import type { SessionEnd } from "@/lib/accounts/sessions/vocabulary";
import { auditLook } from "@/lib/audit/audit";
import type { Ctx, Db } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { can } from "./policy";

const signInsShown = 10;

export interface RoleHeld {
  readonly grantId: string;
  readonly role: Role;
  readonly scope: string | null;
  readonly grantedAt: Date;
}

export interface SignIn {
  readonly id: string;
  readonly device: string;
  readonly network: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly endReason: SessionEnd | null;
}

/** One person as the administration sees them: no password, no secret of a second factor, no phone nor birth date. */
export interface PersonSeen {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthName: string | null;
  readonly createdAt: Date;
  readonly passwordChangedAt: Date;
  readonly blockedAt: Date | null;
  readonly blockedReason: string | null;
  readonly addresses: readonly { readonly kind: AddressKind; readonly address: string; readonly provedAt: Date }[];
  readonly roles: readonly RoleHeld[];
  readonly factors: Factors;
  readonly signIns: readonly SignIn[];
}

/** What is known of a person's account and access (AD-10). The look is recorded. Refuses an absent or closed account. */
export async function readPerson(ctx: Ctx, id: string): Promise<PersonSeen> {
  ensure(can.seePeople(ctx.actor));
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u.test(id)) throw absent();
  const [person] = await ctx.db
    .select({
      id: accounts.id,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
      birthName: accounts.birthName,
      createdAt: accounts.createdAt,
      passwordChangedAt: accounts.passwordChangedAt,
      blockedAt: accounts.blockedAt,
      blockedReason: accounts.blockedReason,
    })
    .from(accounts)
    .where(and(eq(accounts.id, id), isNull(accounts.closedAt)));
  if (person === undefined) throw absent();
  await auditLook(ctx, { action: "account.read", accountId: id, subject: { type: "account", id } });
  const [addresses, roles, factors, signIns] = await Promise.all([
    addressesOf(ctx.db, id),
    rolesOf(ctx.db, id),
    readFactors(ctx, id),
    signInsOf(ctx.db, id),
  ]);
  return { ...person, addresses, roles, factors, signIns };
}

const addressesOf = async (db: Db, id: string) =>
  db
    .select({ kind: accountAddresses.kind, address: accountAddresses.address, provedAt: accountAddresses.provedAt })
    .from(accountAddresses)
    .where(eq(accountAddresses.accountId, id))
    .orderBy(asc(accountAddresses.kind));

async function rolesOf(db: Db, id: string): Promise<RoleHeld[]> {
  const rows = await db
    .select({
      grantId: roleGrants.id,
      role: roleGrants.role,
      structure: structures.name,
      authority: authorities.name,
      grantedAt: roleGrants.grantedAt,
    })
    .from(roleGrants)
    .leftJoin(structures, eq(structures.id, roleGrants.structureId))
    .leftJoin(authorities, eq(authorities.id, roleGrants.authorityId))
    .where(and(eq(roleGrants.accountId, id), isNull(roleGrants.withdrawnAt)))
    .orderBy(asc(roleGrants.role), asc(structures.name), asc(authorities.name));
  return rows.map(({ structure, authority, ...row }) => ({ ...row, scope: structure ?? authority }));
}

const signInsOf = async (db: Db, id: string): Promise<SignIn[]> =>
  db
    .select({
      id: loginSessions.id,
      device: loginSessions.device,
      network: loginSessions.network,
      createdAt: loginSessions.createdAt,
      lastSeenAt: loginSessions.lastSeenAt,
      expiresAt: loginSessions.expiresAt,
      endReason: loginSessions.endReason,
    })
    .from(loginSessions)
    .where(eq(loginSessions.accountId, id))
    .orderBy(desc(loginSessions.createdAt), desc(loginSessions.id))
    .limit(signInsShown);
