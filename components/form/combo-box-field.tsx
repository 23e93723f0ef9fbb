"use client";

import { lazy, Suspense, type ReactNode } from "react";
import { FieldFrame } from "./field";
import { useField, type FieldProps } from "./use-field";
import { useHydrated } from "./use-hydrated";

const ComboBox = lazy(() => import("./combo-box").then((module) => ({ default: module.ComboBox })));

export type ComboOption = { id: string; label: string; detail?: string };

type Props = Omit<FieldProps, "defaultValue"> & {
  /** Asks the server; `signal` is aborted when a newer search replaces this one. */
  search: (query: string, signal: AbortSignal) => Promise<readonly ComboOption[]>;
  defaultOption?: ComboOption | undefined;
  /** Name under which the typed text is posted too; without JavaScript it is all that is posted. */
  textName?: string;
  /** Letters before the first search. */
  minLength?: number;
  onSelect?: (option: ComboOption | null) => void;
  placeholder?: string;
};

/** One thing among thousands, found by typing: posts its id under `name`. A plain text field until the page is alive. */
export function ComboBoxField({
  name,
  label,
  hint,
  required,
  disabled,
  className,
  search,
  defaultOption,
  textName,
  minLength = 2,
  onSelect,
  placeholder,
}: Props) {
  const field = useField({ name, hint, defaultValue: defaultOption?.id });
  const alive = useHydrated();
  const plain: ReactNode = (
    <input
      name={textName ?? name}
      id={field.id}
      type="text"
      autoComplete="off"
      defaultValue={field.answered ? field.text : defaultOption?.label}
      placeholder={placeholder}
      required={required}
      disabled={disabled}
      aria-invalid={field.invalid}
      aria-describedby={field.describedBy}
      className="control"
    />
  );
  return (
    <FieldFrame {...field} label={label} hint={hint} required={required} className={className}>
      {alive ? (
        <Suspense fallback={plain}>
          <ComboBox
            id={field.id}
            name={name}
            label={label}
            textName={textName}
            option={defaultOption}
            search={search}
            minLength={minLength}
            placeholder={placeholder}
            required={required === true}
            disabled={disabled === true}
            invalid={field.invalid === true}
            describedBy={field.describedBy}
            onChange={(option) => {
              onSelect?.(option);
              setTimeout(field.changed);
            }}
          />
        </Suspense>
      ) : (
        plain
      )}
    </FieldFrame>
  );
}
