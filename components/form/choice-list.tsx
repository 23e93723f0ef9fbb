"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type Props = {
  type: "radio" | "checkbox";
  name: string;
  id: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  invalid?: true | undefined;
  describedBy?: string | undefined;
  /** Side by side when the labels are one word long (Oui / Non). */
  inline?: boolean | undefined;
  /** In two columns where there is room, for long lists. */
  columns?: boolean | undefined;
  registration: UseFormRegisterReturn | undefined;
};

/** The boxes of a group. The first one carries the identifier of the field, so that the error summary can lead there. */
export function ChoiceList({
  type,
  name,
  id,
  choices,
  chosen,
  required,
  disabled,
  invalid,
  describedBy,
  inline,
  columns,
  registration,
}: Props) {
  return (
    <div className={clsx(columns ? "grid gap-x-8 sm:grid-cols-2" : inline ? "flex flex-wrap gap-x-8" : "flex flex-col")}>
      {choices.map((choice, index) => {
        const choiceId = index === 0 ? id : `${id}-${choice.value}`;
        return (
          <div key={choice.value}>
            <label htmlFor={choiceId} className="flex min-h-11 w-fit items-start gap-3 py-2">
              <input
                name={name}
                {...registration}
                id={choiceId}
                type={type}
                value={choice.value}
                defaultChecked={chosen.includes(choice.value)}
                required={type === "radio" ? required : undefined}
                disabled={disabled === true || choice.disabled === true}
                aria-invalid={invalid}
                aria-describedby={
                  [choice.hint === undefined ? undefined : `${choiceId}-detail`, invalid ? describedBy : undefined]
                    .filter(Boolean)
                    .join(" ") || undefined
                }
                className="tick mt-0.5"
              />
              <span>{choice.label}</span>
            </label>
            {choice.hint !== undefined && (
              <p id={`${choiceId}-detail`} className="-mt-2 pb-1 pl-9 text-sm text-ink-soft">
                {choice.hint}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}
