import type { FieldErrors } from "@/lib/core/refusal";

export type FormValues = Record<string, string | File | (string | File)[]>;

/** Entries that React adds so that the form posts without JavaScript; they are nobody's answers. */
const isInternal = (name: string) => name.startsWith("$ACTION");

/** The entries of a form with the pressed button, without the framework's own. */
export function answersOf(form: HTMLFormElement, submitter?: HTMLElement | null): FormData {
  const entries = new FormData(form);
  const name = submitter?.getAttribute("name");
  if (submitter && name) entries.append(name, submitter.getAttribute("value") ?? "");
  for (const key of new Set(entries.keys())) if (isInternal(key)) entries.delete(key);
  return entries;
}

/** What a schema reads: one value by name, an array when the name comes several times. */
export function valuesOf(entries: FormData): FormValues {
  const values: FormValues = {};
  for (const key of new Set(entries.keys())) {
    if (isInternal(key)) continue;
    const [first = "", ...others] = entries.getAll(key);
    values[key] = others.length === 0 ? first : [first, ...others];
  }
  return values;
}

/** Texts only, to be shown again; files cannot be. */
export function textsOf(entries: FormData): Record<string, string | string[]> {
  const texts: Record<string, string | string[]> = {};
  for (const [key, value] of Object.entries(valuesOf(entries))) {
    if (typeof value === "string") texts[key] = value;
    else if (Array.isArray(value)) texts[key] = value.filter((item) => typeof item === "string");
  }
  return texts;
}

/** Flattens the nested errors of react-hook-form to messages by field name ("adresse.commune"). */
export function flattenErrors(errors: object, path = ""): FieldErrors {
  const flat: Record<string, readonly string[]> = {};
  for (const [key, error] of Object.entries(errors)) {
    if (typeof error !== "object" || error === null) continue;
    const name = path === "" ? key : `${path}.${key}`;
    if ("message" in error && typeof error.message === "string" && error.message !== "")
      flat[key === "root" ? path : name] = [error.message];
    else if (!("ref" in error && "type" in error)) Object.assign(flat, flattenErrors(error, name));
  }
  return flat;
}

/** "une erreur", "3 erreurs". */
export const countOfErrors = (errors: FieldErrors) => {
  const count = Object.values(errors).reduce((sum, messages) => sum + messages.length, 0);
  return count > 1 ? `${String(count)} erreurs` : "une erreur";
};
