"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { signHonourAction } from "../actions";

const schema = () => import("@/lib/trainers/dossier/form/schemas").then((module) => module.signHonourInput);

/** The box and the name typed again: together, the signature. */
export function SignForm({ name }: { readonly name: string }) {
  return (
    <Form action={signHonourAction} schema={schema} submitLabel="Signer et transmettre">
      <CheckboxField name="certified" label="Je certifie sur l’honneur que ce qui précède est exact." required />
      <TextField
        name="name"
        label="Votre prénom et votre nom, en guise de signature"
        hint={`Tels que dans votre profil : ${name}`}
        required
        autoComplete="off"
      />
    </Form>
  );
}
