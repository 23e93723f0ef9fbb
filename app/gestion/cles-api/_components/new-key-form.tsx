"use client";

import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { Alert } from "@/components/ui/alert";
import { CopyButton } from "@/components/ui/copy-button";
import { createApiKeyAction } from "../actions";

const schema = () => import("@/lib/accounts/api-keys/schemas").then((module) => module.createApiKeyInput);

/** Makes a key, and shows it this once. */
export function NewKeyForm() {
  return (
    <Form
      label="Créer une clé"
      action={createApiKeyAction}
      schema={schema}
      submitLabel="Créer la clé"
      requiredNote={false}
      doneContent={({ key }, message) => (
        <Alert tone="success" title={message}>
          <p>Copiez-la maintenant dans le logiciel qui s’en servira&nbsp;: elle ne sera plus jamais affichée.</p>
          <p>
            <code className="text-lg wrap-anywhere">{key}</code>
          </p>
          <p>
            <CopyButton text={key} label="Copier la clé" />
          </p>
        </Alert>
      )}
    >
      <TextField
        name="name"
        label="Logiciel"
        required
        autoComplete="off"
        hint="Qui s’en servira. Ex. : logiciel de gestion des formations"
      />
    </Form>
  );
}
