import { and, eq, inArray } from "drizzle-orm";
import { countries, departments, regions, specialties, structures, subSpecialties } from "@/db/schema/references";
import type { TxCtx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import type { CreateAdInput } from "./schemas";

/** What is written of an ad, its choices checked against the references in service. Refuses on the field that is wrong. */
export async function adValues(tx: TxCtx, input: CreateAdInput) {
  const [structure] = await tx.db
    .select({ id: structures.id })
    .from(structures)
    .where(and(eq(structures.id, input.structureId), structures.active));
  if (structure === undefined) throw wrong("structureId", "Cette structure n’est plus en service.");
  const { specialtyCodes, subSpecialtyCodes } = await specialtyChoice(tx, input.specialties);
  await ensureCountry(tx, input);
  const regionCodes = await regionChoice(tx, input);
  const { title, description, profileSought, context, audience, startsOn, endsOn, deadlineOn, urgent, structureId } = input;
  return {
    structureId,
    title,
    description,
    profileSought,
    context,
    audience,
    startsOn,
    endsOn,
    deadlineOn,
    urgent,
    duration: input.duration ?? "",
    place: input.place ?? "",
    contactName: input.contactName ?? "",
    contactPhone: input.contactPhone ?? "",
    contactAddress: input.contactAddress ?? "",
    countryCode: input.countryCode,
    specialtyCodes,
    subSpecialtyCodes,
    regionCodes,
    departmentCodes: [...input.departments],
  };
}

/** Both kinds come under one name, "A2" and "A2C"; a sub-specialty brings its specialty. */
async function specialtyChoice(tx: TxCtx, chosen: readonly string[]) {
  if (chosen.length === 0) return { specialtyCodes: [], subSpecialtyCodes: [] };
  const [parents, children] = await Promise.all([
    tx.db
      .select({ code: specialties.code })
      .from(specialties)
      .where(inArray(specialties.code, [...chosen])),
    tx.db
      .select({ code: subSpecialties.code, parent: specialties.code })
      .from(subSpecialties)
      .innerJoin(specialties, eq(specialties.id, subSpecialties.specialtyId))
      .where(inArray(subSpecialties.code, [...chosen])),
  ]);
  if (parents.length + children.length < chosen.length)
    throw wrong("specialties", "Une spécialité choisie n’existe plus : rechargez la page.");
  const specialtyCodes = new Set([...parents.map(({ code }) => code), ...children.map(({ parent }) => parent)]);
  return { specialtyCodes: [...specialtyCodes].sort(), subSpecialtyCodes: children.map(({ code }) => code).sort() };
}

/** One that people live in; the regions and departments are those of France. */
async function ensureCountry(tx: TxCtx, { countryCode, regions: chosen, departments: parts }: CreateAdInput): Promise<void> {
  const known = await tx.db.$count(countries, and(eq(countries.code, countryCode), countries.habitable));
  if (known === 0) throw wrong("countryCode", "Choisissez un pays de la liste.");
  if (countryCode !== "FR" && chosen.length + parts.length > 0)
    throw wrong("countryCode", "À l’étranger, une annonce n’a ni région ni département français : décochez-les, ou choisissez la France.");
}

/** A department brings its region, so that looking for the region finds the ad. */
async function regionChoice(tx: TxCtx, input: CreateAdInput): Promise<string[]> {
  const [known, parts] = await Promise.all([
    input.regions.length === 0
      ? []
      : tx.db
          .select({ code: regions.code })
          .from(regions)
          .where(inArray(regions.code, [...input.regions])),
    input.departments.length === 0
      ? []
      : tx.db
          .select({ regionCode: departments.regionCode })
          .from(departments)
          .where(inArray(departments.code, [...input.departments])),
  ]);
  if (known.length < input.regions.length) throw wrong("regions", "Une région choisie n’existe pas.");
  if (parts.length < input.departments.length) throw wrong("departments", "Un département choisi n’existe pas.");
  return [...new Set([...input.regions, ...parts.map(({ regionCode }) => regionCode)])].sort();
}

const wrong = (field: string, message: string) => new Refusal("invalid", "Certaines réponses sont à corriger.", { [field]: [message] });
