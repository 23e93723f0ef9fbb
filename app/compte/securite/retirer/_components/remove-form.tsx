"use client";

import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import { removeFactorAction } from "../../actions";

export function RemoveForm({ factor }: { readonly factor: string }) {
  return (
    <Form action={removeFactorAction} submitLabel={null} requiredNote={false}>
      <input type="hidden" name="factor" value={factor} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="danger">Retirer</SubmitButton>
        <LinkButton href={paths.account.security} variant="secondary">
          Annuler
        </LinkButton>
      </div>
    </Form>
  );
}
