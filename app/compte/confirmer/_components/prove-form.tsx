"use client";

import { PasskeyButton } from "@/components/account/passkey-button";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { proveByPasskeyAction, proveByPasswordAction, requestProofPasskeyAction } from "../actions";

const schema = () => import("@/lib/accounts/second-factor/schemas").then((module) => module.provePasswordInput);

export function ProveForm({ retour, hasPasskey }: { readonly retour: string; readonly hasPasskey: boolean }) {
  const passkey = hasPasskey && (
    <PasskeyButton request={requestProofPasskeyAction} action={proveByPasskeyAction} fields={{ retour }}>
      Utiliser ma clé d’accès
    </PasskeyButton>
  );
  return (
    <Form action={proveByPasswordAction} schema={schema} submitLabel="Continuer" requiredNote={false} secondary={passkey}>
      <input type="hidden" name="retour" value={retour} />
      <PasswordField name="password" purpose="current" />
    </Form>
  );
}
