import { departments, authorities, regions, specialties, structures, subSpecialties } from "@/db/schema/references";
import type { Db } from "@/lib/core/ctx";
import { isSiren, slugOf } from "@/lib/references/rules";

let made = 0;
const next = () => ++made;

const digits = (value: number, length: number) => String(value).padStart(length, "0").slice(-length);

async function only<Row>(rows: Promise<Row[]>): Promise<Row> {
  const [row] = await rows;
  if (row === undefined) throw new Error("the factory made no row");
  return row;
}

/** Val-de-Marne and its region, made once. */
export async function aDepartment({ db }: { db: Db }, over: Partial<typeof departments.$inferInsert> = {}) {
  await db.insert(regions).values({ code: "11", name: "Île-de-France", zone: "metro" }).onConflictDoNothing();
  const values = { code: "94", name: "Val-de-Marne", regionCode: "11", ...over };
  await db.insert(departments).values(values).onConflictDoNothing();
  return values;
}

/** A delegation; each call makes another one. */
export function aStructure({ db }: { db: Db }, over: Partial<typeof structures.$inferInsert> = {}) {
  const number = next();
  return only(
    db
      .insert(structures)
      .values({
        code: digits(600 + number, 3),
        kind: "delegation",
        name: `Délégation ${number}`,
        street: "1 rue de la Gare",
        postcode: "54000",
        city: "Nancy",
        phone: "03 53 01 54 00",
        address: `structure-${number}@demo.example`,
        ...over,
      })
      .returning(),
  );
}

/** A commune of the Val-de-Marne as an authority, with a valid SIREN; each call makes another one. */
export async function anAuthority(tx: { db: Db }, over: Partial<typeof authorities.$inferInsert> = {}) {
  const number = next();
  const { code: departmentCode, regionCode } = await aDepartment(tx);
  const code = `94${digits(900 - number, 3)}`;
  return only(
    tx.db
      .insert(authorities)
      .values({
        kind: "commune",
        name: `Commune ${number}`,
        siren: validSiren(number),
        code,
        departmentCode,
        regionCode,
        population: 1000,
        postcodes: ["94999"],
        ...over,
      })
      .returning(),
  );
}

/** "99" is given to no authority: it never meets a real one. */
function validSiren(number: number): string {
  const body = `99${digits(number, 6)}`;
  const siren = Array.from({ length: 10 }, (_, key) => `${body}${key}`).find(isSiren);
  if (siren === undefined) throw new Error(`no key fits ${body}`);
  return siren;
}

/** A specialty with one sub-specialty. */
export async function aSpecialty({ db }: { db: Db }, over: Partial<typeof specialties.$inferInsert> = {}) {
  const number = next();
  const name = over.name ?? `Spécialité ${number}`;
  const specialty = await only(
    db
      .insert(specialties)
      .values({ code: `Z${number}`, slug: slugOf(name), position: number, ...over, name })
      .returning(),
  );
  const subSpecialty = await only(
    db
      .insert(subSpecialties)
      .values({ specialtyId: specialty.id, code: `${specialty.code}A`, slug: "generalites", name: "Généralités", position: 0 })
      .returning(),
  );
  return { ...specialty, subSpecialties: [subSpecialty] };
}
