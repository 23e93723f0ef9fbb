"use client";

import { Form } from "@/components/form/form";
import { resendConfirmationAction } from "../actions";

export function ResendForm({ requestId }: { readonly requestId: string }) {
  return (
    <Form
      action={resendConfirmationAction}
      submitLabel="Recevoir un nouveau courriel"
      requiredNote={false}
      label="Recevoir un nouveau courriel"
    >
      <input type="hidden" name="requestId" value={requestId} />
    </Form>
  );
}
