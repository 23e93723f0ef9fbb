"use client";

import { Form } from "@/components/form/form";
import { TextAreaField } from "@/components/form/text-area-field";
import { closeAdAction } from "../../actions";

const schema = () => import("@/lib/trainers/ads/schemas").then((module) => module.closeAdInput);

/** Ends an ad, with why: the log keeps it. */
export function CloseForm({ adId }: { readonly adId: string }) {
  return (
    <Form
      id="cloturer"
      label="Clôturer l’annonce"
      action={closeAdAction}
      schema={schema}
      submitLabel="Clôturer l’annonce"
      requiredNote={false}
    >
      <input type="hidden" name="adId" value={adId} />
      <TextAreaField name="reason" label="Motif" required limit={500} rows={3} hint="Ex. : un intervenant a été retenu." />
    </Form>
  );
}
