"use client";

import { clsx } from "clsx";
import { FieldFrame } from "./field";
import { useField, type FieldProps } from "./use-field";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectGroup = { label: string; options: readonly SelectOption[] };

type Props = FieldProps & {
  options: readonly (SelectOption | SelectGroup)[];
  /** Text of the empty first choice; `null` removes it. */
  emptyLabel?: string | null;
  autoComplete?: string;
  width?: "medium" | "full";
};

/** A native list: the phone's own wheel, the keyboard's own search. */
export function SelectField({
  name,
  label,
  hint,
  required,
  disabled,
  defaultValue,
  className,
  options,
  emptyLabel = "Choisir…",
  autoComplete,
  width = "full",
}: Props) {
  const field = useField({ name, hint, defaultValue });
  return (
    <FieldFrame {...field} label={label} hint={hint} required={required} className={className}>
      <select
        // A select keeps its first default only: the key makes it take the one that comes back after a refusal.
        key={field.answered ? field.text : undefined}
        name={name}
        {...field.registration}
        id={field.id}
        defaultValue={field.text}
        required={required}
        disabled={disabled}
        autoComplete={autoComplete}
        aria-invalid={field.invalid}
        aria-describedby={field.describedBy}
        className={clsx("control", width === "medium" && "max-w-72")}
      >
        {emptyLabel !== null && <option value="">{emptyLabel}</option>}
        {options.map((option) =>
          "options" in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map((inner) => (
                <Option key={inner.value} {...inner} />
              ))}
            </optgroup>
          ) : (
            <Option key={option.value} {...option} />
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function Option({ value, label, disabled }: SelectOption) {
  return (
    <option value={value} disabled={disabled}>
      {label}
    </option>
  );
}
