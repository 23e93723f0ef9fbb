"use client";

import { FieldFrame } from "./field";
import { useField, type FieldProps } from "./use-field";

type Props = Omit<FieldProps, "label"> & { label?: FieldProps["label"]; digits?: number };

/** The code received by mail or telephone. Pasting with spaces is fine: `maxLength` leaves room, the schema strips them. */
export function CodeField({
  name,
  label = "Code reçu",
  digits = 8,
  hint = `${String(digits)} chiffres. Vous pouvez le coller.`,
  required = true,
  disabled,
  className,
}: Props) {
  const field = useField({ name, hint });
  return (
    <FieldFrame {...field} label={label} hint={hint} required={required} className={className}>
      <input
        name={name}
        {...field.registration}
        id={field.id}
        type="text"
        defaultValue={field.text}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={digits * 2}
        spellCheck={false}
        required={required}
        disabled={disabled}
        aria-invalid={field.invalid}
        aria-describedby={field.describedBy}
        className="control max-w-60 text-xl tracking-[0.2em] tabular-nums"
      />
    </FieldFrame>
  );
}
