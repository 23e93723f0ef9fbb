"use client";

import { CodeField } from "@/components/form/code-field";
import { Form } from "@/components/form/form";
import { confirmByCodeAction } from "../actions";

const schema = () => import("@/lib/accounts/links/schemas").then((module) => module.requestCodeInput);

export function CodeForm({ requestId }: { readonly requestId: string }) {
  return (
    <Form action={confirmByCodeAction} schema={schema} submitLabel="Confirmer" requiredNote={false} label="Confirmer avec le code">
      <input type="hidden" name="requestId" value={requestId} />
      <CodeField name="code" label="Code à 8 chiffres du courriel" required />
    </Form>
  );
}
