"use client";

import { CodeField } from "@/components/form/code-field";
import { Form } from "@/components/form/form";
import { passTotpAction } from "../actions";

const schema = () => import("@/lib/accounts/second-factor/schemas").then((module) => module.passTotpInput);

export function TotpForm({ retour }: { readonly retour: string }) {
  return (
    <Form action={passTotpAction} schema={schema} submitLabel="Vérifier" requiredNote={false} id="code" label="Vérifier avec un code">
      <input type="hidden" name="retour" value={retour} />
      <CodeField
        name="code"
        label="Code de votre application"
        digits={6}
        hint="Ouvrez votre application de codes : 6 chiffres, qui changent toutes les 30 secondes."
      />
    </Form>
  );
}
