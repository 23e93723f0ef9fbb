"use client";

import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { closeAccountAction } from "../actions";

const schema = () => import("@/lib/accounts/closing/schemas").then((module) => module.closeAccountInput);

export function ClosingForm() {
  return (
    <Form action={closeAccountAction} schema={schema} submitLabel={null} requiredNote={false} label="Fermer mon compte">
      <PasswordField name="current" label="Mot de passe actuel" purpose="current" />
      <TextField
        name="word"
        label="Pour confirmer, tapez SUPPRIMER"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        width="medium"
        required
      />
      <SubmitButton variant="danger">Fermer définitivement mon compte</SubmitButton>
    </Form>
  );
}
