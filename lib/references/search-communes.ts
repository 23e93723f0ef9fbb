import { and, asc, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { communePostcodes, communes, departments } from "@/db/schema/references";
import type { Ctx, Db } from "@/lib/core/ctx";
import { preparedOn } from "@/lib/core/prepared";
import { nearness, resembles, startsWith } from "./place-conditions";
import { exchangedLetters, parsePlaceQuery, type Range } from "./rules";

/** A commune under one of its postcodes, as an address names it. */
export interface FoundCommune {
  /** INSEE code, "94016". */
  readonly code: string;
  readonly name: string;
  readonly postcode: string;
  readonly department: string;
}

const { code, name, population, searchName, active } = getTableColumns(communes);
const value = sql.placeholder;

const select = (db: Db) =>
  db
    .select({ code, name, postcode: communePostcodes.postcode, department: departments.name })
    .from(communes)
    .innerJoin(communePostcodes, eq(communePostcodes.communeCode, code))
    .innerJoin(departments, eq(departments.code, communes.departmentCode))
    .$dynamic();

const within = sql`${communePostcodes.postcode} between ${value("from")}::bpchar and ${value("to")}::bpchar`;

const byPostcode = preparedOn((db) =>
  select(db)
    .where(and(active, within))
    .orderBy(desc(population), asc(name), asc(communePostcodes.postcode))
    .limit(value("limit"))
    .prepare("references_communes_postcode"),
);

const beginning = preparedOn((db) =>
  select(db)
    .where(and(active, startsWith(searchName, value("name")), within))
    .orderBy(desc(sql`${searchName} = ${value("name")}::text`), desc(population), asc(name), asc(communePostcodes.postcode))
    .limit(value("limit"))
    .prepare("references_communes_beginning"),
);

const resembling = preparedOn((db) =>
  select(db)
    .where(and(active, resembles(searchName, value("name"), value("exchanged")), within))
    .orderBy(desc(nearness(searchName, population, value("name"), value("exchanged"))), asc(name), asc(communePostcodes.postcode))
    .limit(value("limit"))
    .prepare("references_communes_resembling"),
);

const anywhere: Range = { from: "00000", to: "99999" };

/** Communes for an address, by postcode (two digits are enough) or by name; one line for each of their postcodes. */
export async function searchCommunes(
  ctx: Ctx,
  { query, limit }: { readonly query: string; readonly limit: number },
): Promise<readonly FoundCommune[]> {
  const wanted = parsePlaceQuery(query);
  if (wanted.by === "postcode") return byPostcode(ctx.db).execute({ ...wanted.range, limit });
  if (wanted.by !== "name") return [];
  const near = await byName(ctx, wanted.name, wanted.within ?? anywhere, limit);
  return near.length > 0 || wanted.within === null ? near : byName(ctx, wanted.name, anywhere, limit);
}

async function byName(ctx: Ctx, typed: string, place: Range, limit: number): Promise<readonly FoundCommune[]> {
  const values = { name: typed, ...place, limit };
  const first = await beginning(ctx.db).execute(values);
  if (first.length >= limit) return first;
  const known = new Set(first.map((row) => row.code));
  const others = await resembling(ctx.db).execute({ ...values, exchanged: exchangedLetters(typed) });
  return [...first, ...others.filter((row) => !known.has(row.code))].slice(0, limit);
}
