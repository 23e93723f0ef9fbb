"use client";

import { use, useId, type ReactNode } from "react";
import { FormContext } from "./form-context";

/** What every field accepts. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  defaultValue?: string | undefined;
  className?: string | undefined;
};

/**
 * Ties one field to its form: identifiers, error, value to show first, registration.
 * Works outside a `<Form>` too (filters of a list), without errors.
 */
export function useField({ name, hint, defaultValue }: Pick<FieldProps, "name" | "hint" | "defaultValue">) {
  const form = use(FormContext);
  const ownId = useId();
  const id = form ? `${form.id}-${name}` : `${ownId}-${name}`;
  const error = form?.errors[name]?.[0];
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const typed = form?.typed?.[name];
  return {
    id,
    error,
    hintId,
    errorId,
    describedBy: [hintId, errorId].filter(Boolean).join(" ") || undefined,
    invalid: error === undefined ? undefined : (true as const),
    /** For one-line fields: what was typed, else what the page gave. */
    text: asText(typed ?? form?.initial[name] ?? defaultValue),
    /** For boxes: an unchecked box sends nothing, so after a refusal only what was typed counts. */
    chosen: asList(form?.typed ? typed : (form?.initial[name] ?? defaultValue)),
    /** Whether the form was answered once: its own defaults no longer count. */
    answered: form?.typed !== undefined,
    registration: form?.register(name),
    changed: () => {
      form?.changed(name);
    },
  };
}

const asText = (value: string | readonly string[] | undefined) => (typeof value === "object" ? value[0] : value);
const asList = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "object" ? value : [value];
