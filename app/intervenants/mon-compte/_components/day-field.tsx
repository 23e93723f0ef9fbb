"use client";

import { FieldFrame } from "@/components/form/field";
import { type FieldProps, useField } from "@/components/form/use-field";

/** A day of the coming months: the browser's own calendar, or typed. */
export function DayField({ name, label, hint, required, defaultValue }: FieldProps) {
  const field = useField({ name, hint, defaultValue });
  return (
    <FieldFrame {...field} label={label} hint={hint} required={required}>
      <input
        name={name}
        {...field.registration}
        id={field.id}
        type="date"
        defaultValue={field.text}
        required={required}
        aria-invalid={field.invalid}
        aria-describedby={field.describedBy}
        className="control max-w-52"
      />
    </FieldFrame>
  );
}
