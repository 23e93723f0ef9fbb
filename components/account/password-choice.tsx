"use client";

import { PasswordField } from "@/components/form/password-field";
import type { PasswordRuleId, PersonNames } from "@/lib/accounts/passwords/rules";
import { passwordChecklist } from "./password-checklist-rules";
import { PasswordStrength } from "./password-strength";

interface PasswordChoiceProps {
  readonly rules: readonly PasswordRuleId[];
  /** Null where the names must stay on the server: their rule is then told, and checked when sent. */
  readonly names: PersonNames | null;
}

const differentFromLast = "Différent de vos 5 derniers mots de passe.";

/** A new password and its confirmation, with the rules ticked while typing and how easy it is to guess (MC-03, MC-23). */
export function PasswordChoice({ rules, names }: PasswordChoiceProps) {
  const shown = names === null ? rules.filter((id) => id !== "no_name") : rules;
  return (
    <>
      <PasswordStrength field="password" words={names === null ? [] : [names.firstName, names.lastName]}>
        <PasswordField
          name="password"
          label="Nouveau mot de passe"
          purpose="new"
          hint={names === null ? `Sans votre nom ni votre prénom. ${differentFromLast}` : differentFromLast}
          rules={passwordChecklist(shown, names ?? { firstName: "", lastName: "" })}
        />
      </PasswordStrength>
      <PasswordField name="confirmation" label="Confirmation du nouveau mot de passe" purpose="new" />
    </>
  );
}
