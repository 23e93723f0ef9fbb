"use client";

import { Form } from "@/components/form/form";
import { textsOf } from "@/components/form/form-values";
import { TextField } from "@/components/form/text-field";
import { useHydrated } from "@/components/form/use-hydrated";
import { makePasskey } from "@/components/account/ask-device";
import { Alert } from "@/components/ui/alert";
import type { FormState } from "@/lib/core/form-state";
import { FactorAdded } from "../../_components/factor-added";
import { registerPasskeyAction, requestPasskeyCreationAction } from "../../actions";

const schema = () => import("@/lib/accounts/second-factor/schemas").then((module) => module.passkeyNameInput);

/** The device is asked between the press and the action; its refusal is shown as the form's. */
async function register(state: FormState<readonly string[]>, entries: FormData): Promise<FormState<readonly string[]>> {
  const given = await makePasskey(requestPasskeyCreationAction);
  if ("message" in given) return { status: "refused", code: "invalid", message: given.message, fieldErrors: {}, values: textsOf(entries) };
  entries.set("answer", given.answer);
  return registerPasskeyAction(state, entries);
}

export function NewPasskeyForm({ retour }: { readonly retour: string }) {
  const alive = useHydrated();
  if (!alive) return <noscript>Les clés d’accès demandent JavaScript. Activez-le, ou configurez une application de codes.</noscript>;
  if (typeof PublicKeyCredential === "undefined") {
    return (
      <Alert
        tone="info"
        title="Ce navigateur ne connaît pas les clés d’accès. Utilisez-en un plus récent, ou configurez une application de codes."
      />
    );
  }
  return (
    <Form
      action={register}
      schema={schema}
      submitLabel="Créer la clé d’accès"
      requiredNote={false}
      className="max-w-3xl"
      doneContent={(codes, message) => <FactorAdded message={message} codes={codes} retour={retour} />}
    >
      <TextField
        name="name"
        label="Nom de la clé"
        required
        width="medium"
        maxLength={60}
        autoComplete="off"
        hint="Pour la reconnaître dans la liste, par exemple « Téléphone » ou « Ordinateur du bureau »."
      />
    </Form>
  );
}
