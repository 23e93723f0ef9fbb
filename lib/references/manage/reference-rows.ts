import { createHash } from "node:crypto";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { employers, regions, specialties, structures, subSpecialties, trainingTypes } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { keyOf, nameScope, type ReferenceSurroundings, shownValues } from "./rules";
import type { ReferenceInput } from "./schemas";
import type { ReferenceList } from "./vocabulary";

/** What identifies a line of each list, in addresses and files. */
export const keyColumns = {
  structures: structures.code,
  specialties: specialties.code,
  subSpecialties: subSpecialties.code,
  employers: employers.siret,
  trainingTypes: trainingTypes.code,
} as const satisfies Record<ReferenceList, PgColumn>;

/** Lines of a list as they are written now; `key` asks for one, taken until the end of the transaction when there is one. */
export async function readRows(ctx: Ctx, list: ReferenceList, key?: string): Promise<readonly ReferenceInput[]> {
  const where: SQL | undefined = key === undefined ? undefined : eq(keyColumns[list], key);
  const lock = ctx.inTransaction && key !== undefined;
  switch (list) {
    case "structures": {
      const query = ctx.db.select().from(structures).where(where).orderBy(asc(structures.code));
      const rows = await (lock ? query.for("update") : query);
      return rows.map(({ code, kind, name, street, postcode, city, phone, address, regionCodes, access, messagingOpen, active }) => ({
        list,
        code,
        kind,
        name,
        street,
        postcode,
        city,
        phone,
        address,
        regionCodes,
        access,
        messagingOpen,
        active,
      }));
    }
    case "specialties": {
      const query = ctx.db.select().from(specialties).where(where).orderBy(asc(specialties.code));
      return (await (lock ? query.for("update") : query)).map(({ code, name, active }) => ({ list, code, name, active }));
    }
    case "subSpecialties": {
      const query = ctx.db.select().from(subSpecialties).where(where).orderBy(asc(subSpecialties.code));
      return (await (lock ? query.for("update") : query)).map(({ code, name, active }) => ({ list, code, name, active }));
    }
    case "employers": {
      const query = ctx.db.select().from(employers).where(where).orderBy(asc(employers.siret));
      const rows = await (lock ? query.for("update") : query);
      return rows.map(({ siret, name, street, postcode, city, phone, active }) => ({
        list,
        siret,
        name,
        street,
        postcode,
        city,
        phone,
        active,
      }));
    }
    case "trainingTypes": {
      const query = ctx.db.select().from(trainingTypes).where(where).orderBy(asc(trainingTypes.code));
      return (await (lock ? query.for("update") : query)).map(({ code, name, active }) => ({ list, code, name, active }));
    }
  }
}

/** Of what is shown: whoever edits a line that another has changed meanwhile is told. */
export const printOf = (row: ReferenceInput): string => {
  const { active: _retired, ...fields } = shownValues(row);
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex").slice(0, 32);
};

/** What a line is judged beside. */
export async function readSurroundings(ctx: Ctx, rows: readonly ReferenceInput[]): Promise<ReferenceSurroundings> {
  const [known, areas] = await Promise.all([
    ctx.db.select({ code: specialties.code }).from(specialties),
    ctx.db.select({ code: regions.code }).from(regions),
  ]);
  return {
    specialtyCodes: new Set(known.map(({ code }) => code)),
    regionCodes: new Set(areas.map(({ code }) => code)),
    keyByName: new Map(
      rows.flatMap((row) => {
        const scope = nameScope(row);
        return scope === null ? [] : [[scope, keyOf(row)]];
      }),
    ),
  };
}

/** Any number: two writers of the lists come one after the other, so that names stay the only ones. */
export const takeLists = (ctx: Ctx) => ctx.db.execute(sql`select pg_advisory_xact_lock(7264153)`);
