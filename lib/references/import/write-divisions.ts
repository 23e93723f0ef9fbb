import { type SQL, sql } from "drizzle-orm";
import type { TxCtx } from "@/lib/core/ctx";
import type { Divisions } from "./read-divisions";

/** Rows of a statement, sent as one parameter. */
const rows = (values: readonly unknown[]): SQL => sql`${JSON.stringify(values)}::text::json`;

/**
 * Brings the tables to the official divisions: one statement a table, rows that have not changed are not written.
 * What is gone is closed, never deleted: people belong to it.
 */
export async function writeDivisions({ db }: TxCtx, { regions, departments, communes, postcodes, authorities }: Divisions): Promise<void> {
  await db.execute(sql`
    insert into regions (code, name, zone)
    select code, name, zone::region_zone from json_to_recordset(${rows(regions)}) as row (code text, name text, zone text)
    on conflict (code) do update set name = excluded.name, zone = excluded.zone
    where (regions.name, regions.zone) is distinct from (excluded.name, excluded.zone)`);
  await db.execute(sql`
    insert into departments (code, name, region_code)
    select code, name, "regionCode" from json_to_recordset(${rows(departments)}) as row (code text, name text, "regionCode" text)
    on conflict (code) do update set name = excluded.name, region_code = excluded.region_code
    where (departments.name, departments.region_code) is distinct from (excluded.name, excluded.region_code)`);
  await writeCommunes(db, communes, postcodes);
  await writeAuthorities(db, authorities);
  await db.execute(sql`analyze communes, commune_postcodes, authorities`);
}

async function writeCommunes(db: TxCtx["db"], communes: Divisions["communes"], postcodes: Divisions["postcodes"]): Promise<void> {
  await db.execute(sql`
    update communes set active = false
    where active and code not in (select json_array_elements_text(${rows(communes.map(({ code }) => code))}))`);
  await db.execute(sql`
    insert into communes (code, name, department_code, population)
    select code, name, "departmentCode", population
    from json_to_recordset(${rows(communes)}) as row (code text, name text, "departmentCode" text, population integer)
    on conflict (code) do update
      set name = excluded.name, department_code = excluded.department_code, population = excluded.population, active = true
    where (communes.name, communes.department_code, communes.population, communes.active)
      is distinct from (excluded.name, excluded.department_code, excluded.population, true)`);
  await db.execute(sql`
    with official as materialized (
      select postcode, "communeCode" from json_to_recordset(${rows(postcodes)}) as row (postcode text, "communeCode" text)
    ), gone as (
      delete from commune_postcodes known
      where not exists (select from official where official.postcode = known.postcode and official."communeCode" = known.commune_code)
    )
    insert into commune_postcodes (postcode, commune_code) select postcode, "communeCode" from official
    on conflict do nothing`);
}

const fields = sql`kind text, name text, siren text, code text, "departmentCode" text, "regionCode" text, population integer, postcodes text[]`;
const columns = sql`kind::authority_kind, name, siren, code, "departmentCode", "regionCode", population, postcodes`;
const update = sql`do update set
    name = excluded.name, siren = excluded.siren, department_code = excluded.department_code, region_code = excluded.region_code,
    population = excluded.population, postcodes = excluded.postcodes, active = true
  where (authorities.name, authorities.siren, authorities.department_code, authorities.region_code, authorities.population, authorities.postcodes, authorities.active)
    is distinct from (excluded.name, excluded.siren, excluded.department_code, excluded.region_code, excluded.population, excluded.postcodes, true)`;

/** A commune that merges keeps its code and changes its SIREN; an intercommunality has only its SIREN. */
async function writeAuthorities(db: TxCtx["db"], authorities: Divisions["authorities"]): Promise<void> {
  await db.execute(sql`
    update authorities set active = false
    where active and siren not in (select json_array_elements_text(${rows(authorities.map(({ siren }) => siren))}))`);
  const coded = authorities.filter(({ code }) => code !== null);
  const others = authorities.filter(({ code }) => code === null);
  for (const [part, target] of [
    [coded, sql`(kind, code)`],
    [others, sql`(siren)`],
  ] as const) {
    await db.execute(sql`
      insert into authorities (kind, name, siren, code, department_code, region_code, population, postcodes)
      select ${columns} from json_to_recordset(${rows(part)}) as row (${fields})
      on conflict ${target} ${update}`);
  }
}
