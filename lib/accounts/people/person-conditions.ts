import { and, eq, exists, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import type { Role } from "@/lib/accounts/roles/vocabulary";
import type { Db } from "@/lib/core/ctx";
import type { PersonState } from "./vocabulary";

/** Written exactly as the index accounts_names has it. */
const foldedName = sql`search_fold(${accounts.firstName} || ' ' || ${accounts.lastName})`;

const literal = (text: string) => text.replace(/[\\%_]/gu, "\\$&");
const containing = (text: string) => sql`'%' || search_fold(${literal(text)}) || '%'`;

/** Words of a search, in any order; a word with "@" can only be part of an address. */
const wordsOf = (query: string): readonly string[] =>
  query
    .split(/\s+/u)
    .filter((word) => word !== "")
    .slice(0, 8);

/**
 * Accounts whose name or address has every word. Two searches put together, so that each keeps its index.
 * `nearly`: names one or two slips away count too ("Dupond" finds "Dupont").
 */
export function matching(db: Db, query: string, nearly: boolean): SQL | undefined {
  const words = wordsOf(query);
  if (words.length === 0) return undefined;
  const inName = words.map((word) =>
    nearly
      ? or(sql`${foldedName} like ${containing(word)}`, sql`search_fold(${word}) <% ${foldedName}`)
      : sql`${foldedName} like ${containing(word)}`,
  );
  const inAddress = words.map((word) => sql`${accountAddresses.canonical} like '%' || lower(${literal(word)}) || '%'`);
  const byName = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(...inName));
  const byAddress = db
    .select({ id: accountAddresses.accountId })
    .from(accountAddresses)
    .where(and(...inAddress));
  return sql`${accounts.id} in (${byName} union ${byAddress})`;
}

export const withRole = (db: Db, role: Role): SQL =>
  exists(
    db
      .select({ id: roleGrants.id })
      .from(roleGrants)
      .where(and(eq(roleGrants.accountId, accounts.id), eq(roleGrants.role, role), isNull(roleGrants.withdrawnAt))),
  );

export const inState = (state: PersonState): SQL => (state === "blocked" ? isNotNull(accounts.blockedAt) : isNull(accounts.blockedAt));
