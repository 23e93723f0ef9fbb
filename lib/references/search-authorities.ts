import { and, asc, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { authorities, communePostcodes, departments, regions } from "@/db/schema/references";
import type { Ctx, Db } from "@/lib/core/ctx";
import { preparedOn } from "@/lib/core/prepared";
import { nearness, resembles, startsWith } from "./place-conditions";
import { authorityDetail, exchangedLetters, parsePlaceQuery, type PlaceQuery, type Range } from "./rules";
import type { AuthorityKind } from "./vocabulary";

export interface FoundAuthority {
  readonly id: string;
  readonly name: string;
  readonly kind: AuthorityKind;
  readonly siren: string;
  /** "Commune · 94230 Cachan · Val-de-Marne" */
  readonly detail: string;
}

export interface AuthoritySearch {
  /** What was typed: a name with or without its postcode, a postcode, a SIREN or SIRET; beginnings are enough. */
  readonly query: string;
  readonly limit: number;
}

export interface FoundAuthorities {
  readonly results: readonly FoundAuthority[];
  /** What the person can do about an empty list, when something is known to be wrong with what they typed. */
  readonly hint: string | null;
}

const { id, name, kind, siren, code, postcodes, population, searchName, active, departmentCode, regionCode } = getTableColumns(authorities);
const value = sql.placeholder;

const select = (db: Db) =>
  db
    .select({ id, name, kind, siren, postcodes, department: departments.name, region: regions.name })
    .from(authorities)
    .leftJoin(departments, eq(departments.code, departmentCode))
    .leftJoin(regions, eq(regions.code, regionCode))
    .$dynamic();

const ofKind = sql`(${value("kind")}::text is null or ${kind}::text = ${value("kind")}::text)`;
const within = sql`(${value("from")}::text is null or exists (select from unnest(${postcodes}) as postcode where postcode between ${value("from")}::text and ${value("to")}::text))`;

const beginning = preparedOn((db) =>
  select(db)
    .where(and(active, startsWith(searchName, value("name")), ofKind, within))
    .orderBy(desc(sql`${searchName} = ${value("name")}::text`), desc(population), asc(name))
    .limit(value("limit"))
    .prepare("references_authorities_beginning"),
);

const resembling = preparedOn((db) =>
  select(db)
    .where(and(active, resembles(searchName, value("name"), value("exchanged")), ofKind, within))
    .orderBy(desc(nearness(searchName, population, value("name"), value("exchanged"))), asc(name))
    .limit(value("limit"))
    .prepare("references_authorities_resembling"),
);

/** Communes of a postcode or of its beginning; a whole postcode also gives their intercommunality. */
const byPostcode = preparedOn((db) =>
  select(db)
    .where(
      and(
        active,
        sql`(
          (${kind} = 'commune' and ${code} = any(array(select ${communePostcodes.communeCode}::text from ${communePostcodes} where ${communePostcodes.postcode} between ${value("from")}::bpchar and ${value("to")}::bpchar)))
          or (${value("from")}::text = ${value("to")}::text and ${postcodes} @> array[${value("from")}::text])
        )`,
      ),
    )
    .orderBy(asc(kind), desc(population), asc(name))
    .limit(value("limit"))
    .prepare("references_authorities_postcode"),
);

const bySiren = preparedOn((db) =>
  select(db)
    .where(and(active, sql`${siren} between ${value("from")}::bpchar and ${value("to")}::bpchar`))
    .orderBy(desc(population), asc(name))
    .limit(value("limit"))
    .prepare("references_authorities_siren"),
);

type Row = Awaited<ReturnType<ReturnType<typeof bySiren>["execute"]>>[number];

/** Local authorities that match what was typed, best first; accents, hyphens and small slips are forgiven. */
export async function searchAuthorities(ctx: Ctx, { query, limit }: AuthoritySearch): Promise<FoundAuthorities> {
  const wanted = parsePlaceQuery(query);
  if (wanted.by === "nothing") return { results: [], hint: wanted.hint };
  if (wanted.by === "siren") return found(await bySiren(ctx.db).execute({ ...wanted.range, limit }), null);
  if (wanted.by === "postcode") return found(await byPostcode(ctx.db).execute({ ...wanted.range, limit }), wanted.range);
  return found(await byName(ctx, wanted, limit), wanted.within);
}

type Named = Extract<PlaceQuery, { by: "name" }>;

/** A place or a kind that gives nothing was no more than a guess: "Paris 12" is not in the department 12. */
async function byName(ctx: Ctx, wanted: Named, limit: number): Promise<Row[]> {
  const rows = await byNameOnly(ctx, wanted, limit);
  const guessed = wanted.within !== null || wanted.kind !== null;
  return rows.length > 0 || !guessed ? rows : byNameOnly(ctx, { ...wanted, within: null, kind: null }, limit);
}

/** Names that begin so come first; what resembles is looked for only when they do not fill the list. */
async function byNameOnly(ctx: Ctx, wanted: Named, limit: number): Promise<Row[]> {
  const values = { name: wanted.name, kind: wanted.kind, from: wanted.within?.from ?? null, to: wanted.within?.to ?? null, limit };
  const first = await beginning(ctx.db).execute(values);
  if (first.length >= limit) return first;
  const known = new Set(first.map((row) => row.id));
  const others = await resembling(ctx.db).execute({ ...values, exchanged: exchangedLetters(wanted.name) });
  return [...first, ...others.filter((row) => !known.has(row.id))].slice(0, limit);
}

const found = (rows: readonly Row[], searched: Range | null): FoundAuthorities => ({
  results: rows.map((row) => ({ id: row.id, name: row.name, kind: row.kind, siren: row.siren, detail: authorityDetail(row, searched) })),
  hint: null,
});
