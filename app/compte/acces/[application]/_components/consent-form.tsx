"use client";

import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import type { ApplicationId, DataScope } from "@/lib/accounts/applications/vocabulary";
import { decideConsentAction } from "../actions";

interface ConsentFormProps {
  readonly application: ApplicationId;
  readonly scopes: readonly DataScope[];
  readonly retour: string;
}

/** Three answers, one form: the pressed button says which (MC-13). */
export function ConsentForm({ application, scopes, retour }: ConsentFormProps) {
  return (
    <Form action={decideConsentAction} submitLabel={null} requiredNote={false} label="Autorisation" className="max-w-none">
      <input type="hidden" name="application" value={application} />
      <input type="hidden" name="retour" value={retour} />
      {scopes.map((scope) => (
        <input key={scope} type="hidden" name="scopes" value={scope} />
      ))}
      <div className="grid gap-3 sm:grid-cols-3">
        <SubmitButton name="decision" value="always">
          Toujours accepter
        </SubmitButton>
        <SubmitButton name="decision" value="once" variant="secondary">
          Accepter une fois
        </SubmitButton>
        <SubmitButton name="decision" value="refused" variant="secondary">
          Refuser
        </SubmitButton>
      </div>
    </Form>
  );
}
