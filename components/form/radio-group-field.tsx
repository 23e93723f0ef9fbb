"use client";

import { ChoiceList, type Choice } from "./choice-list";
import { FieldGroup } from "./field";
import { useField, type FieldProps } from "./use-field";

type Props = FieldProps & { choices: readonly Choice[]; inline?: boolean };

/** One answer among a few, all visible. */
export function RadioGroupField({ name, label, hint, required, disabled, defaultValue, className, choices, inline }: Props) {
  const field = useField({ name, hint, defaultValue });
  return (
    <FieldGroup {...field} id={`${field.id}-group`} label={label} hint={hint} required={required} className={className}>
      <ChoiceList {...field} type="radio" name={name} choices={choices} required={required} disabled={disabled} inline={inline} />
    </FieldGroup>
  );
}
