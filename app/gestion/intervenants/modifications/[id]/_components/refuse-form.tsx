"use client";

import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { type Phrasing, PhrasingPicker } from "@/components/gestion/phrasing-picker";
import { refuseChangeAction } from "../../actions";

const schema = () => import("@/lib/trainers/change-requests/schemas").then((module) => module.refuseChangeInput);

/** Says no, with why. */
export function RefuseForm({ changeId, phrasings }: { readonly changeId: string; readonly phrasings: readonly Phrasing[] }) {
  return (
    <Form label="Refuser la modification" action={refuseChangeAction} schema={schema} submitLabel={null} requiredNote={false}>
      <input type="hidden" name="changeId" value={changeId} />
      <TextAreaField name="reason" label="Motif" required limit={1000} rows={3} />
      <PhrasingPicker phrasings={phrasings} name="reason" />
      <SubmitButton variant="danger">Refuser la modification</SubmitButton>
    </Form>
  );
}
