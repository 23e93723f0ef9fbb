"use client";

import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { toast } from "@/components/ui/announce";
import { blockAccountAction } from "../actions";

const schema = () => import("@/lib/accounts/people/schemas").then((module) => module.blockAccountInput);

/** Says what blocking does, asks why, and does it: the form is the confirmation. */
export function BlockForm({ accountId, name }: { readonly accountId: string; readonly name: string }) {
  return (
    <Form
      id="bloquer"
      label="Bloquer ce compte"
      action={blockAccountAction}
      schema={schema}
      submitLabel={null}
      requiredNote={false}
      onDone={(_data, message) => {
        toast(message);
      }}
    >
      <div className="space-y-2">
        <p>{name} ne pourra plus se connecter, sur aucune application ; ses sessions ouvertes se terminent aussitôt.</p>
        <p>Ses données, ses rôles et son mot de passe restent tels quels : vous pourrez débloquer le compte à tout moment.</p>
      </div>
      <input type="hidden" name="accountId" value={accountId} />
      <TextAreaField
        name="reason"
        label="Motif"
        hint="La personne le lira dans le courriel qu’elle reçoit. N’y mettez rien de confidentiel."
        required
        rows={3}
        limit={500}
      />
      <SubmitButton variant="danger">Bloquer ce compte</SubmitButton>
    </Form>
  );
}
