"use client";

import { clsx } from "clsx";
import { errorBar, FieldError, Hint, RequiredMark } from "./field";
import { useField, type FieldProps } from "./use-field";

type Props = Omit<FieldProps, "defaultValue"> & { value?: string; defaultChecked?: boolean };

/** One box to tick. Posts `value` ("on" unless told) when ticked, nothing otherwise. */
export function CheckboxField({ name, label, hint, required, disabled, className, value = "on", defaultChecked = false }: Props) {
  const field = useField({ name, hint, defaultValue: defaultChecked ? value : undefined });
  return (
    <div className={clsx("space-y-1.5", field.error !== undefined && errorBar, className)}>
      {field.error !== undefined && <FieldError id={field.errorId}>{field.error}</FieldError>}
      <label htmlFor={field.id} className="flex min-h-11 w-fit items-start gap-3 py-2">
        <input
          name={name}
          {...field.registration}
          id={field.id}
          type="checkbox"
          value={value}
          defaultChecked={field.chosen.includes(value)}
          required={required}
          disabled={disabled}
          aria-invalid={field.invalid}
          aria-describedby={field.describedBy}
          className="tick mt-0.5"
        />
        <span>
          {label}
          {required && <RequiredMark />}
        </span>
      </label>
      {hint !== undefined && (
        <div className="-mt-2 pl-9">
          <Hint id={field.hintId}>{hint}</Hint>
        </div>
      )}
    </div>
  );
}
