"use client";

import type { ReactNode } from "react";
import { CodeField } from "@/components/form/code-field";
import { Form } from "@/components/form/form";
import { confirmTotpAction } from "../../actions";
import { FactorAdded } from "../../_components/factor-added";

const schema = () => import("@/lib/accounts/second-factor/schemas").then((module) => module.confirmTotpInput);

interface ConfirmFormProps {
  readonly retour: string;
  /** What to scan or copy; null once the application is in service, so that the answer of the form still has its place. */
  readonly setUp: ReactNode;
  readonly inService: ReactNode;
}

export function ConfirmForm({ retour, setUp, inService }: ConfirmFormProps) {
  return (
    <Form
      action={confirmTotpAction}
      schema={schema}
      submitLabel={setUp === null ? null : "Vérifier et mettre en service"}
      requiredNote={false}
      label="Mettre l’application de codes en service"
      className="max-w-3xl"
      doneContent={(codes, message) => <FactorAdded message={message} codes={codes} retour={retour} />}
    >
      {setUp === null ? (
        inService
      ) : (
        <>
          {setUp}
          <CodeField
            name="code"
            label="Code affiché par l’application"
            digits={6}
            hint="6 chiffres, qui changent toutes les 30 secondes."
          />
        </>
      )}
    </Form>
  );
}
