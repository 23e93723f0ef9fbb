"use client";

import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { FieldFrame } from "./field";
import { useField, type FieldProps } from "./use-field";

/** The width says what length is expected. */
const widths = { short: "max-w-36", medium: "max-w-72", full: "" } as const;

type Native = Pick<
  ComponentProps<"input">,
  | "autoComplete"
  | "inputMode"
  | "maxLength"
  | "minLength"
  | "pattern"
  | "placeholder"
  | "readOnly"
  | "spellCheck"
  | "autoCapitalize"
  | "list"
  | "autoFocus"
>;
export type TextFieldProps = FieldProps &
  Native & { type?: "text" | "email" | "tel" | "search" | "url" | "number"; width?: keyof typeof widths };

/** One line of text. Give `autoComplete` on every personal field. */
export function TextField({
  name,
  label,
  hint,
  required,
  disabled,
  defaultValue,
  className,
  type = "text",
  width = "full",
  ...native
}: TextFieldProps) {
  const field = useField({ name, hint, defaultValue });
  return (
    <FieldFrame {...field} label={label} hint={hint} required={required} className={className}>
      <input
        {...native}
        name={name}
        {...field.registration}
        id={field.id}
        type={type}
        defaultValue={field.text}
        required={required}
        disabled={disabled}
        aria-invalid={field.invalid}
        aria-describedby={field.describedBy}
        className={clsx("control", widths[width])}
      />
    </FieldFrame>
  );
}
