import { Refusal } from "@/lib/core/refusal";
import type { TypedValues } from "@/lib/core/form-state";

const mostFields = 300;
/** Characters of one field; schemas ask for less. */
const longestField = 100_000;

/**
 * The fields of a posted form: text only, repeated names as lists. The framework's own fields are left out.
 * The result has no prototype, so that a field named `__proto__` is a field like another.
 */
export function readFields(form: FormData): Record<string, string | string[]> {
  const fields = Object.create(null) as Record<string, string | string[]>;
  let count = 0;
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION_")) continue;
    count += 1;
    if (count > mostFields || typeof value !== "string" || value.length > longestField || name.length > 200) {
      throw new Refusal(
        "invalid",
        "Ce formulaire est trop long ou contient un fichier inattendu. Raccourcissez votre texte, puis envoyez-le à nouveau.",
      );
    }
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else fields[name] = [before, value];
  }
  return fields;
}

/** What is shown again after a refusal: everything typed but the secrets. */
export function typedAgain(fields: Readonly<Record<string, string | string[]>>, secrets: readonly string[]): TypedValues {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => !secrets.includes(name) && isShort(value)));
}

const isShort = (value: string | string[]) =>
  typeof value === "string" ? value.length <= longestField && value.isWellFormed() : value.every((part) => part.length <= longestField);
