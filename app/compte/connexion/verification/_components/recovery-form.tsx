"use client";

import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { passRecoveryCodeAction } from "../actions";

const schema = () => import("@/lib/accounts/second-factor/schemas").then((module) => module.passRecoveryInput);

export function RecoveryForm({ retour }: { readonly retour: string }) {
  return (
    <Form
      action={passRecoveryCodeAction}
      schema={schema}
      submitLabel="Utiliser ce code"
      requiredNote={false}
      id="secours"
      label="Vérifier avec un code de secours"
    >
      <input type="hidden" name="retour" value={retour} />
      <TextField
        name="recoveryCode"
        label="Code de secours"
        required
        width="medium"
        maxLength={40}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        hint="L’un des 10 codes de votre liste, par exemple 7k3mx-p9dqa. Chacun ne sert qu’une fois."
      />
    </Form>
  );
}
