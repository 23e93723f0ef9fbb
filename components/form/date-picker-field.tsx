"use client";

import { lazy, Suspense } from "react";
import { FieldFrame, FieldGroup } from "./field";
import { useField, type FieldProps } from "./use-field";
import { useHydrated } from "./use-hydrated";

const DatePicker = lazy(() => import("./date-picker").then((module) => ({ default: module.DatePicker })));

type Props = FieldProps & {
  /** First and last day that can be chosen, "AAAA-MM-JJ". */
  min?: string;
  max?: string;
};

/** A near date, chosen in a calendar or typed; posts "AAAA-MM-JJ". Without JavaScript: the browser's own date field. */
export function DatePickerField({ name, label, hint, required, disabled, defaultValue, className, min, max }: Props) {
  const field = useField({ name, hint, defaultValue });
  const plain = (
    <input
      name={name}
      id={field.id}
      type="date"
      defaultValue={field.text}
      min={min}
      max={max}
      required={required}
      disabled={disabled}
      aria-invalid={field.invalid}
      aria-describedby={field.describedBy}
      className="control max-w-60"
    />
  );
  if (!useHydrated()) {
    return (
      <FieldFrame {...field} label={label} hint={hint} required={required} className={className}>
        {plain}
      </FieldFrame>
    );
  }
  return (
    <FieldGroup {...field} label={label} hint={hint} required={required} className={className}>
      <Suspense fallback={plain}>
        <DatePicker
          name={name}
          label={label}
          value={field.text}
          min={min}
          max={max}
          required={required === true}
          disabled={disabled === true}
          invalid={field.invalid === true}
          describedBy={field.describedBy}
          onChange={field.changed}
        />
      </Suspense>
    </FieldGroup>
  );
}
