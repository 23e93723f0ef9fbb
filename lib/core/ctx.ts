import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import type { Role } from "@/lib/accounts/roles/vocabulary";

/** The database or a transaction of it: queries are written the same way on both. */
export type Db = PgDatabase<PostgresJsQueryResultHKT>;

/** A role held now, with what it is limited to. */
export interface Grant {
  readonly role: Role;
  readonly structureId: string | null;
  readonly authorityId: string | null;
}

export interface SignedIn {
  readonly kind: "account";
  readonly accountId: string;
  readonly sessionId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  readonly grants: readonly Grant[];
  /** "missing": the role asks for a second factor and this session has not given it. */
  readonly secondFactor: "passed" | "missing" | "not_asked";
  /** When the password or a passkey was last given in this session. */
  readonly provedAt: Date;
  readonly sessionExpiresAt: Date;
}

export type Actor = { readonly kind: "visitor" } | SignedIn | { readonly kind: "system"; readonly name: string };

/** Everything a verb or a query may know of its caller. Who acts is never taken from the input. */
export interface Ctx {
  readonly db: Db;
  readonly actor: Actor;
  /** The instant of the request; verbs never read another clock. */
  readonly now: Date;
  readonly requestId: string;
  readonly network: string;
  readonly device: string;
  readonly inTransaction: boolean;
}

/** A context inside a transaction: what writes an audit line or a mail asks for this one. */
export interface TxCtx extends Ctx {
  readonly inTransaction: true;
}

export const hasRole = (actor: Actor, ...wanted: readonly Role[]): boolean =>
  actor.kind === "account" && actor.grants.some(({ role }) => wanted.includes(role));

/** The account that acts, or null when the system or a visitor does. */
export const accountIdOf = (actor: Actor): string | null => (actor.kind === "account" ? actor.accountId : null);
