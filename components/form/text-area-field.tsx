"use client";

import { useState } from "react";
import { FieldFrame } from "./field";
import { useField, type FieldProps } from "./use-field";

type Props = FieldProps & { rows?: number; /** Limit in characters: counted, never cut while typing. */ limit?: number };

/** Several lines. The counter is read once, when it changes state (near the limit, over it). */
export function TextAreaField({ name, label, hint, required, disabled, defaultValue, className, rows = 5, limit }: Props) {
  const field = useField({ name, hint, defaultValue });
  const [length, setLength] = useState(field.text?.length ?? 0);
  const left = limit === undefined ? undefined : limit - length;
  const counterId = limit === undefined ? undefined : `${field.id}-counter`;
  return (
    <FieldFrame {...field} label={label} hint={hint} required={required} className={className}>
      <textarea
        name={name}
        {...field.registration}
        id={field.id}
        rows={rows}
        defaultValue={field.text}
        required={required}
        disabled={disabled}
        aria-invalid={field.invalid}
        aria-describedby={[field.describedBy, counterId].filter(Boolean).join(" ") || undefined}
        onInput={(event) => {
          setLength(event.currentTarget.value.length);
        }}
        className="control resize-y"
      />
      {limit !== undefined && left !== undefined && (
        <>
          <p id={counterId} className={left < 0 ? "text-sm font-semibold text-danger tabular-nums" : "text-sm text-ink-soft tabular-nums"}>
            {remaining(left, limit, length)}
          </p>
          <p role="status" className="sr-only">
            {length > 0 && left < limit / 10 ? (left < 0 ? "La limite est dépassée." : "Vous approchez de la limite.") : ""}
          </p>
        </>
      )}
    </FieldFrame>
  );
}

function remaining(left: number, limit: number, length: number): string {
  if (length === 0) return `${format(limit)} caractères au plus`;
  if (left < 0) return `${format(-left)} ${left < -1 ? "caractères" : "caractère"} de trop`;
  return left > 1 ? `Encore ${format(left)} caractères` : `Encore ${format(left)} caractère`;
}

const format = (count: number) => new Intl.NumberFormat("fr-FR").format(count);
