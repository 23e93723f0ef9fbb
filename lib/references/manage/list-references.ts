import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { employers, regions, specialties, structures, subSpecialties, trainingTypes } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { can } from "../policy";
import { keyColumns, printOf, readRows } from "./reference-rows";
import type { ReferenceInput } from "./schemas";
import { type ReferenceList, referenceLists } from "./vocabulary";

const pageSize = 50;

export interface ReferenceLine {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly active: boolean;
}

export interface ReferenceSearch {
  readonly query: string;
  readonly state: "active" | "retired" | undefined;
  readonly after: string | null;
}

interface Shown {
  readonly table: PgTable;
  readonly name: PgColumn;
  readonly active: PgColumn;
  readonly detail: SQL<string>;
  /** Keeps the pages in one order whatever the names. */
  readonly order: SQL;
}

const shown: Readonly<Record<ReferenceList, Shown>> = {
  structures: {
    table: structures,
    name: structures.name,
    active: structures.active,
    detail: sql<string>`${structures.postcode} || ' ' || ${structures.city} || ' · ' || ${structures.phone}`,
    order: sql`${structures.code}::text`,
  },
  specialties: {
    table: specialties,
    name: specialties.name,
    active: specialties.active,
    detail: sql<string>`(select count(*) from ${subSpecialties} where ${subSpecialties.specialtyId} = ${specialties.id} and ${subSpecialties.active})::text || ' sous-spécialités'`,
    order: sql`${specialties.code}`,
  },
  subSpecialties: {
    table: subSpecialties,
    name: subSpecialties.name,
    active: subSpecialties.active,
    detail: sql<string>`(select ${specialties.name} from ${specialties} where ${specialties.id} = ${subSpecialties.specialtyId})`,
    order: sql`${subSpecialties.code}`,
  },
  employers: {
    table: employers,
    name: employers.name,
    active: employers.active,
    detail: sql<string>`${employers.postcode} || ' ' || ${employers.city}`,
    order: sql`${employers.searchName} || ' ' || ${employers.siret}`,
  },
  trainingTypes: {
    table: trainingTypes,
    name: trainingTypes.name,
    active: trainingTypes.active,
    detail: sql<string>`''`,
    order: sql`to_char(${trainingTypes.position}, '0000') || ${trainingTypes.code}`,
  },
};

/** One page of a list, by name, code or SIRET (AD-09). */
export async function listReferences(
  ctx: Ctx,
  list: ReferenceList,
  { query, state, after }: ReferenceSearch,
): Promise<{ readonly lines: readonly ReferenceLine[]; readonly next: string | null }> {
  ensure(can.manageReferences(ctx.actor));
  const { table, name, active, detail, order } = shown[list];
  const key = keyColumns[list];
  const rows = await ctx.db
    .select({ key: sql<string>`${key}::text`, name: sql<string>`${name}`, detail, active: sql<boolean>`${active}` })
    .from(table)
    .where(
      and(
        state === undefined ? undefined : eq(active, state === "active"),
        query === "" ? undefined : matching(name, key, query),
        after === null ? undefined : sql`(${order}) > (select ${order} from ${table} where ${key} = ${after})`,
      ),
    )
    .orderBy(asc(order))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { lines: page, next: rows.length > pageSize ? (page.at(-1)?.key ?? null) : null };
}

function matching(name: PgColumn, key: PgColumn, query: string): SQL | undefined {
  const text = query.replace(/[%_\\]/gu, " ");
  return or(
    sql`search_fold(${name}) like '%' || search_fold(${text}) || '%'`,
    sql`${key}::text ilike ${text.replace(/\s/gu, "")} || '%'`,
    sql`search_fold(${text}) <% search_fold(${name})`,
  );
}

/** How many lines each list proposes. */
export async function countReferences(ctx: Ctx): Promise<Readonly<Record<ReferenceList, number>>> {
  ensure(can.manageReferences(ctx.actor));
  const counts = await Promise.all(referenceLists.map((list) => ctx.db.$count(shown[list].table, eq(shown[list].active, true))));
  return {
    structures: counts[0] ?? 0,
    specialties: counts[1] ?? 0,
    subSpecialties: counts[2] ?? 0,
    employers: counts[3] ?? 0,
    trainingTypes: counts[4] ?? 0,
  };
}

/** One line, and the print that its form posts back. */
export async function readReference(
  ctx: Ctx,
  list: ReferenceList,
  key: string,
): Promise<{ readonly row: ReferenceInput; readonly seen: string }> {
  ensure(can.manageReferences(ctx.actor));
  if (!/^\w{1,40}$/u.test(key)) throw absent();
  const [row] = await readRows(ctx, list, key);
  if (row === undefined) throw absent();
  return { row, seen: printOf(row) };
}

/** Every region, with the territories that are none, for the boxes of a structure. */
export async function listRegionChoices({ db }: Ctx) {
  const all = await db.select({ value: regions.code, label: regions.name }).from(regions);
  return all.toSorted((one, other) => one.label.localeCompare(other.label, "fr"));
}
