import { structureKindLabels } from "../vocabulary";
import { activeField, fieldsOf, keyFieldOf } from "./fields.data";
import type { ReferenceInput } from "./schemas";

/** What no line can know of itself: the other lines, and what it points at. */
export interface ReferenceSurroundings {
  readonly specialtyCodes: ReadonlySet<string>;
  readonly regionCodes: ReadonlySet<string>;
  /** Names of the list and whose they are: two lines of one name cannot be told apart. */
  readonly keyByName: ReadonlyMap<string, string>;
}

export const keyOf = (input: ReferenceInput): string => (input.list === "employers" ? input.siret : input.code);

/** "A2" of "A2C" */
export const specialtyCodeOf = (subSpecialtyCode: string): string => subSpecialtyCode.slice(0, -1);

/** Where a name must be the only one; employers of one name are told apart by their SIRET. */
export function nameScope(input: ReferenceInput): string | null {
  if (input.list === "employers") return null;
  const within = input.list === "subSpecialties" ? `${specialtyCodeOf(input.code)} ` : "";
  return `${within}${input.name.toLowerCase()}`;
}

/** What is wrong with a line beside the others, by field. */
export function faultsOf(
  input: ReferenceInput,
  { specialtyCodes, regionCodes, keyByName }: ReferenceSurroundings,
): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  const scope = nameScope(input);
  const owner = scope === null ? undefined : keyByName.get(scope);
  if (owner !== undefined && owner !== keyOf(input)) faults["name"] = [`Ce nom est déjà celui de ${owner}.`];
  if (input.list === "subSpecialties" && !specialtyCodes.has(specialtyCodeOf(input.code)))
    faults["code"] = [`La spécialité ${specialtyCodeOf(input.code)} n’existe pas : ajoutez-la d’abord.`];
  if (input.list === "structures") {
    const unknown = input.regionCodes.filter((code) => !regionCodes.has(code));
    if (unknown.length > 0) faults["regionCodes"] = [`Région inconnue : ${unknown.join(", ")}.`];
  }
  return faults;
}

/** What a form or a file shows of a line, by field. */
export function shownValues(input: ReferenceInput): Readonly<Record<string, string>> {
  const values: Readonly<Record<string, string | boolean | readonly string[]>> = input;
  return Object.fromEntries(
    [...fieldsOf(input.list), activeField].map(({ name }) => {
      const value = values[name] ?? "";
      return [name, typeof value === "boolean" ? (value ? "oui" : "non") : typeof value === "string" ? value : value.join(", ")];
    }),
  );
}

/** The same for a file: words instead of codes where people read words. */
export function writtenValues(input: ReferenceInput): Readonly<Record<string, string>> {
  const values = shownValues(input);
  return input.list === "structures" ? { ...values, kind: structureKindLabels[input.kind] } : values;
}

/** What changes from a line to another, in words. */
export function differences(from: ReferenceInput, to: ReferenceInput): string[] {
  const [before, after] = [writtenValues(from), writtenValues(to)];
  return [...fieldsOf(from.list), activeField]
    .filter(({ name }) => before[name] !== after[name])
    .map(({ name, label }) => `${label} : ${quoted(before[name])} → ${quoted(after[name])}`);
}

const quoted = (text: string | undefined) => (text === undefined || text === "" ? "(vide)" : `« ${text} »`);

export const columnsOf = (list: ReferenceInput["list"]) =>
  [...fieldsOf(list), activeField].map(({ name, label, required }) => ({
    name,
    header: label,
    required: required === true && isAlwaysAsked(list, name),
  }));

/** A file needs the key and the name; what it leaves out stays as it is. */
const isAlwaysAsked = (list: ReferenceInput["list"], name: string) => name === keyFieldOf(list).name || name === "name";
