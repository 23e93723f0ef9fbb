"use client";

import { clsx } from "clsx";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Strength } from "./password-meter";

interface PasswordStrengthProps {
  /** Name of the field to measure, among the children. */
  readonly field: string;
  /** Words of the person, that a stranger would try first. */
  readonly words: readonly string[];
  readonly children: ReactNode;
}

type Measure = (password: string, words: readonly string[]) => Strength;

const texts: Record<Strength, string> = {
  0: "très facile à deviner",
  1: "facile à deviner",
  2: "encore facile à deviner : allongez-le",
  3: "difficile à deviner",
  4: "très difficile à deviner",
};
const tones: Record<Strength, string> = { 0: "bg-danger", 1: "bg-danger", 2: "bg-warning", 3: "bg-success", 4: "bg-success" };
const pause = 500;

/** How easy the password is to guess: a hint that forbids nothing. Its dictionaries come when the field is first entered. */
export function PasswordStrength({ field, words, children }: PasswordStrengthProps) {
  const measure = useRef<Measure | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);

  function load() {
    if (measure.current !== null) return;
    import("./password-meter").then(
      (module) => void (measure.current = module.measure),
      () => {
        // Only a hint: without it the rules are still shown and checked.
      },
    );
  }
  function typed(target: EventTarget) {
    if (!(target instanceof HTMLInputElement) || target.name !== field) return;
    clearTimeout(timer.current);
    // Told once typing pauses, so that a screen reader does not speak at each key.
    timer.current = setTimeout(() => setStrength(target.value === "" ? null : (measure.current?.(target.value, words) ?? null)), pause);
  }
  return (
    <div onFocus={load} onInput={(event) => typed(event.target)}>
      {children}
      <div role="status" className="mt-1 min-h-6 text-sm text-ink-soft">
        {strength !== null && (
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span aria-hidden className="flex gap-1">
              {([1, 2, 3, 4] as const).map((step) => (
                <span key={step} className={clsx("h-1.5 w-8 rounded-sm", strength >= step ? tones[strength] : "bg-line-strong")} />
              ))}
            </span>
            <span>Mot de passe {texts[strength]} (indication)</span>
          </span>
        )}
      </div>
    </div>
  );
}
