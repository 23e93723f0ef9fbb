"use client";

import type { ReactNode } from "react";
import { EmailField } from "@/components/form/email-field";
import { Form } from "@/components/form/form";
import { forgottenAction } from "../actions";

const schema = () => import("@/lib/accounts/passwords/schemas").then((module) => module.forgottenInput);

export function ForgottenForm({ address, human }: { readonly address: string; readonly human: ReactNode }) {
  return (
    <Form action={forgottenAction} schema={schema} initialValues={{ address }} submitLabel="Recevoir le courriel" requiredNote={false}>
      <EmailField
        name="address"
        label="Courriel"
        hint="Celui avec lequel vous vous connectez, ou votre courriel secondaire."
        required
        autoComplete="username"
      />
      {human}
    </Form>
  );
}
