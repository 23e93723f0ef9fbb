import { asc, eq } from "drizzle-orm";
import { specialties, subSpecialties } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { preparedOn } from "@/lib/core/prepared";

export interface ListedSubSpecialty {
  readonly id: string;
  /** "A2C" */
  readonly code: string;
  readonly name: string;
}

export interface ListedSpecialty {
  readonly id: string;
  readonly code: string;
  readonly slug: string;
  readonly name: string;
  readonly subSpecialties: readonly ListedSubSpecialty[];
}

const preparedSpecialties = preparedOn((db) =>
  db
    .select({ id: specialties.id, code: specialties.code, slug: specialties.slug, name: specialties.name })
    .from(specialties)
    .where(eq(specialties.active, true))
    .orderBy(asc(specialties.position), asc(specialties.code))
    .prepare("references_specialties"),
);

const preparedSubSpecialties = preparedOn((db) =>
  db
    .select({ id: subSpecialties.id, code: subSpecialties.code, name: subSpecialties.name, specialtyId: subSpecialties.specialtyId })
    .from(subSpecialties)
    .where(eq(subSpecialties.active, true))
    .orderBy(asc(subSpecialties.position), asc(subSpecialties.code))
    .prepare("references_sub_specialties"),
);

/** Specialties in use with their sub-specialties in use, in the institution's order. */
export async function listSpecialties(ctx: Ctx): Promise<readonly ListedSpecialty[]> {
  const [parents, children] = await Promise.all([preparedSpecialties(ctx.db).execute(), preparedSubSpecialties(ctx.db).execute()]);
  const byParent = Map.groupBy(children, (child) => child.specialtyId);
  return parents.map((parent) => ({
    ...parent,
    subSpecialties: (byParent.get(parent.id) ?? []).map(({ id, code, name }) => ({ id, code, name })),
  }));
}
