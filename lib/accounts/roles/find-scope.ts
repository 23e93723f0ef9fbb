import { and, eq } from "drizzle-orm";
import { authorities, structures } from "@/db/schema/references";
import type { TxCtx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { Refusal } from "@/lib/core/refusal";
import { fold } from "@/lib/core/text";
import { foldPlaceName } from "@/lib/references/rules";
import { searchAuthorities } from "@/lib/references/search-authorities";
import { searchStructures } from "@/lib/references/search-structures";
import type { GrantRoleInput } from "./schemas";

interface Place {
  readonly id: string;
  readonly name: string;
}

/** What a role is limited to, as the grant keeps it; `name` for people, null when it is limited to nothing. */
export interface GrantScope {
  readonly structureId: string | null;
  readonly authorityId: string | null;
  readonly name: string | null;
}

/** The place chosen in the list, or, where no list could be shown, the one that what was typed designates without doubt. */
export async function findScope(
  tx: TxCtx,
  { structureId, authorityId }: Pick<GrantRoleInput, "structureId" | "authorityId">,
): Promise<GrantScope> {
  if (structureId !== null) {
    const { id, name } = isIdentifier(structureId) ? await structureOf(tx, structureId) : await typedStructure(tx, structureId);
    return { structureId: id, authorityId: null, name };
  }
  if (authorityId !== null) {
    const { id, name } = isIdentifier(authorityId) ? await authorityOf(tx, authorityId) : await typedAuthority(tx, authorityId);
    return { structureId: null, authorityId: id, name };
  }
  return { structureId: null, authorityId: null, name: null };
}

const isIdentifier = (text: string) => identifier.safeParse(text).success;
const refused = (field: string, message: string) => new Refusal("invalid", message, { [field]: [message] });

async function structureOf(tx: TxCtx, id: string): Promise<Place> {
  const [structure] = await tx.db
    .select({ id: structures.id, name: structures.name })
    .from(structures)
    .where(and(eq(structures.id, id), structures.active));
  if (structure === undefined) throw refused("structureId", "Cette structure n’existe pas ou n’est plus en service.");
  return structure;
}

async function authorityOf(tx: TxCtx, id: string): Promise<Place> {
  const [authority] = await tx.db
    .select({ id: authorities.id, name: authorities.name })
    .from(authorities)
    .where(and(eq(authorities.id, id), authorities.active));
  if (authority === undefined) throw refused("authorityId", "Cette collectivité n’existe pas ou n’existe plus.");
  return authority;
}

const mostNamed = 5;

/** A structure has every word typed; a whole name wins over names that contain it. */
async function typedStructure(tx: TxCtx, typed: string): Promise<Place> {
  const found = (await searchStructures(tx, { query: typed })).map(({ id, label, detail }) => ({ id, name: label, detail }));
  const exact = found.filter(({ name, detail }) => fold(name) === fold(typed) || detail.startsWith(`${typed} `));
  const only = onlyOne(exact) ?? onlyOne(found);
  if (only !== null) return only;
  throw refused(
    "structureId",
    found.length === 0
      ? `Aucune structure en service ne correspond à « ${typed} ». Écrivez son nom, sa ville ou son code.`
      : `Plusieurs structures correspondent à « ${typed} » : ${named(found)}. Écrivez le code de la bonne.`,
  );
}

/**
 * The search of authorities forgives slips in names: only a whole name that nobody else has, a SIREN, or the postcode of
 * one commune designates one without doubt. An intercommunality has the postcodes of all its communes, and is named.
 */
async function typedAuthority(tx: TxCtx, typed: string): Promise<Place> {
  const { results } = await searchAuthorities(tx, { query: typed, limit: 20 });
  const digits = typed.replaceAll(/\s/gu, "");
  const exact = results.filter(({ name, siren }) => foldPlaceName(name) === foldPlaceName(typed) || siren === digits);
  const there = /^\d{5}$/u.test(digits) ? (onlyOne(results) ?? onlyOne(results.filter(({ kind }) => kind === "commune"))) : null;
  const only = there ?? onlyOne(exact);
  if (only !== null) return only;
  throw refused(
    "authorityId",
    results.length === 0
      ? `Aucune collectivité ne correspond à « ${typed} ». Écrivez son nom, son code postal ou son SIREN.`
      : `Précisez la collectivité : ${named(results.map((found) => ({ ...found, detail: `${found.detail}, SIREN ${found.siren}` })))}. Écrivez le SIREN de la bonne.`,
  );
}

const onlyOne = <Found>(found: readonly Found[]): Found | null => (found.length === 1 ? (found[0] ?? null) : null);

const named = (found: readonly { readonly name: string; readonly detail: string }[]) =>
  found
    .slice(0, mostNamed)
    .map(({ name, detail }) => `${name} (${detail})`)
    .join(" ; ") + (found.length > mostNamed ? "…" : "");
