"use client";

import { clsx } from "clsx";
import { Check, Circle } from "lucide-react";

export type PasswordRule = { id: string; label: string; test: (value: string) => boolean };

type Props = { id?: string | undefined; rules: readonly PasswordRule[]; value: string };

/** Rules ticked while typing. The list is silent; one sentence tells the progress politely. */
export function PasswordChecklist({ id, rules, value }: Props) {
  const met = rules.filter((rule) => value !== "" && rule.test(value));
  return (
    <div>
      <ul id={id} className="space-y-1 pt-1 text-sm">
        {rules.map((rule) => {
          const done = met.includes(rule);
          return (
            <li key={rule.id} className={clsx("flex items-start gap-2", done ? "text-success" : "text-ink-soft")}>
              {done ? (
                <Check aria-hidden size={18} className="mt-0.5 shrink-0" />
              ) : (
                <Circle aria-hidden size={10} className="mx-1 mt-1.5 shrink-0" />
              )}
              <span>
                {rule.label}
                {done && <span className="sr-only"> (respecté)</span>}
              </span>
            </li>
          );
        })}
      </ul>
      <p role="status" className="sr-only">
        {value === ""
          ? ""
          : met.length === rules.length
            ? "Toutes les règles sont respectées."
            : `${String(met.length)} règles respectées sur ${String(rules.length)}.`}
      </p>
    </div>
  );
}
