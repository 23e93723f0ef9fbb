"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState, type ReactNode } from "react";
import { FieldFrame } from "./field";
import { PasswordChecklist, type PasswordRule } from "./password-checklist";
import { useField, type FieldProps } from "./use-field";

type Props = Omit<FieldProps, "defaultValue" | "label"> & {
  label?: ReactNode;
  /** Whether it is the known password or a new one, so that password managers offer the right thing. */
  purpose: "current" | "new";
  /** Shown and checked while typing. */
  rules?: readonly PasswordRule[];
};

/** A secret: never shown again after a refusal, pasting allowed, readable on demand. */
export function PasswordField({ name, label = "Mot de passe", hint, required = true, disabled, className, purpose, rules }: Props) {
  const field = useField({ name, hint });
  const [visible, setVisible] = useState(false);
  const [typed, setTyped] = useState("");
  const rulesId = rules === undefined ? undefined : `${field.id}-rules`;
  return (
    <FieldFrame {...field} label={label} hint={hint} required={required} className={className}>
      <div className="relative">
        <input
          name={name}
          {...field.registration}
          id={field.id}
          type={visible ? "text" : "password"}
          autoComplete={purpose === "new" ? "new-password" : "current-password"}
          autoCapitalize="none"
          spellCheck={false}
          required={required}
          disabled={disabled}
          aria-invalid={field.invalid}
          aria-describedby={[field.describedBy, rulesId].filter(Boolean).join(" ") || undefined}
          onInput={
            rules &&
            ((event) => {
              setTyped(event.currentTarget.value);
            })
          }
          className="control pr-13"
        />
        <button
          type="button"
          aria-label={visible ? "Masquer le mot de passe" : "Afficher le mot de passe"}
          aria-controls={field.id}
          disabled={disabled}
          onClick={() => {
            setVisible(!visible);
          }}
          className="absolute inset-y-0 right-0 flex w-12 items-center justify-center rounded-r-md text-ink-soft hover:text-ink [@media(scripting:none)]:hidden"
        >
          {visible ? <EyeOff aria-hidden size={20} /> : <Eye aria-hidden size={20} />}
        </button>
      </div>
      {rules !== undefined && <PasswordChecklist id={rulesId} rules={rules} value={typed} />}
    </FieldFrame>
  );
}
