"use client";

import { ChoiceList, type Choice } from "./choice-list";
import { FieldGroup } from "./field";
import { useField, type FieldProps } from "./use-field";

type Props = Omit<FieldProps, "defaultValue"> & {
  choices: readonly Choice[];
  defaultValues?: readonly string[];
  inline?: boolean;
  columns?: boolean;
};

/** Several answers at once: posts the name once for each ticked box. */
export function CheckboxGroupField({ name, label, hint, required, disabled, className, choices, defaultValues, inline, columns }: Props) {
  const field = useField({ name, hint });
  const chosen = field.chosen.length > 0 ? field.chosen : field.answered ? [] : (defaultValues ?? []);
  return (
    <FieldGroup {...field} id={`${field.id}-group`} label={label} hint={hint} required={required} className={className}>
      <ChoiceList
        {...field}
        type="checkbox"
        name={name}
        choices={choices}
        chosen={chosen}
        disabled={disabled}
        inline={inline}
        columns={columns}
      />
    </FieldGroup>
  );
}
