"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { FieldFrame } from "@/components/form/field";
import { useField } from "@/components/form/use-field";
import { useHydrated } from "@/components/form/use-hydrated";
import { Button } from "@/components/ui/button";
import { erasing } from "@/lib/trainers/dossier/form/schemas";
import type { FieldSpec } from "@/lib/trainers/profile/field-spec";

interface Props {
  readonly spec: FieldSpec;
  readonly required: boolean;
  /** What is kept, in part; empty when nothing is. */
  readonly mask: string;
}

/**
 * A number that never comes back whole: its mask, and "Modifier", which gives an empty field. Where nothing runs in the
 * browser the field is there at once, empty: left so, it keeps what is kept, unless "effacer" is ticked (EI-61, EI-63).
 */
export function MaskedField({ spec, required, mask }: Props) {
  const { name, label } = spec;
  const alive = useHydrated();
  const [editing, setEditing] = useState(mask === "");
  const [fault, setFault] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const kept = mask === "" ? undefined : `Enregistré : ${mask}. Laissez ce champ vide pour le garder.`;
  const hint = [kept, spec.hint].filter((part) => part !== undefined).join(" ");
  const field = useField({ name, hint: hint === "" ? undefined : hint, defaultValue: "" });
  // Typed before the page was alive: the field stays.
  useLayoutEffect(() => {
    if (input.current !== null && input.current.value !== "") setEditing(true);
  }, []);
  if (alive && !editing)
    return (
      <FieldFrame {...field} hintId={undefined} label={label}>
        <div className="flex flex-wrap items-center gap-3">
          <span className="font-mono text-lg">{mask}</span>
          <Button
            id={field.id}
            variant="secondary"
            size="small"
            aria-label={`Modifier : ${label}`}
            onClick={() => {
              setEditing(true);
              setTimeout(() => input.current?.focus());
            }}
          >
            Modifier
          </Button>
        </div>
      </FieldFrame>
    );
  return (
    <FieldFrame {...field} label={label} hint={hint === "" ? undefined : hint} required={required && mask === ""}>
      <input
        ref={input}
        id={field.id}
        name={name}
        type="text"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required={required && mask === ""}
        maxLength={spec.max}
        aria-invalid={field.invalid}
        aria-describedby={field.describedBy}
        className="control max-w-96"
        onChange={() => setFault(null)}
        onBlur={({ target }) => setFault(target.value === "" ? null : (spec.check?.(target.value, {}) ?? null))}
      />
      {/* Until it is right it does not take the place of the one that is kept: that must be known before leaving. */}
      <p aria-live="polite" className="text-sm font-semibold text-danger empty:hidden">
        {fault !== null && !field.invalid && (mask === "" ? fault : `Pas encore enregistré : ${fault}`)}
      </p>
      {mask !== "" && (
        <label className="flex min-h-11 w-fit items-center gap-2">
          <input type="checkbox" name={erasing(name)} className="size-5" />
          <span>
            Effacer ce qui est enregistré<span className="sr-only">&nbsp;: {label}</span>
          </span>
        </label>
      )}
    </FieldFrame>
  );
}
