import { eq, sql } from "drizzle-orm";
import { employers, specialties, structures, subSpecialties, trainingTypes } from "@/db/schema/references";
import type { TxCtx } from "@/lib/core/ctx";
import { slugOf } from "../rules";
import { specialtyCodeOf } from "./rules";
import type { ReferenceInput } from "./schemas";

/** Adds a line at the end of its list. The caller has judged it. */
export async function insertRow({ db }: TxCtx, input: ReferenceInput): Promise<void> {
  switch (input.list) {
    case "structures": {
      const { list: _list, ...row } = input;
      await db.insert(structures).values(row);
      return;
    }
    case "specialties": {
      const { list: _list, ...row } = input;
      const slug = slugOf(row.name);
      const [taken] = await db.select({ code: specialties.code }).from(specialties).where(eq(specialties.slug, slug));
      await db.insert(specialties).values({
        ...row,
        slug: taken === undefined ? slug : `${slug}-${row.code.toLowerCase()}`,
        position: sql<number>`(select coalesce(max(position) + 1, 0) from specialties)`,
      });
      return;
    }
    case "subSpecialties": {
      const { list: _list, ...row } = input;
      const parent = specialtyCodeOf(row.code);
      await db.insert(subSpecialties).values({
        ...row,
        specialtyId: sql<string>`(select id from specialties where code = ${parent})`,
        // Its letter is its own within its specialty; a slug alone may be shared by two names.
        slug: `${slugOf(row.name)}-${row.code.toLowerCase()}`,
        position: sql<number>`(select coalesce(max(s.position) + 1, 0) from sub_specialties s join specialties p on p.id = s.specialty_id where p.code = ${parent})`,
      });
      return;
    }
    case "employers": {
      const { list: _list, ...row } = input;
      await db.insert(employers).values(row);
      return;
    }
    case "trainingTypes": {
      const { list: _list, ...row } = input;
      await db.insert(trainingTypes).values({ ...row, position: sql<number>`(select coalesce(max(position) + 1, 0) from training_types)` });
    }
  }
}

/** Writes a line over the one of the same key. Addresses and orders stay as they were. */
export async function updateRow({ db }: TxCtx, input: ReferenceInput): Promise<void> {
  switch (input.list) {
    case "structures": {
      const { list: _list, code, ...row } = input;
      await db.update(structures).set(row).where(eq(structures.code, code));
      return;
    }
    case "specialties": {
      const { code, name, active } = input;
      await db.update(specialties).set({ name, active }).where(eq(specialties.code, code));
      return;
    }
    case "subSpecialties": {
      const { code, name, active } = input;
      await db.update(subSpecialties).set({ name, active }).where(eq(subSpecialties.code, code));
      return;
    }
    case "employers": {
      const { list: _list, siret, ...row } = input;
      await db.update(employers).set(row).where(eq(employers.siret, siret));
      return;
    }
    case "trainingTypes": {
      const { code, name, active } = input;
      await db.update(trainingTypes).set({ name, active }).where(eq(trainingTypes.code, code));
    }
  }
}
