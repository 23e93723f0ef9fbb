"use client";

import { Form } from "@/components/form/form";
import { startTotpAction } from "../../actions";

export function StartForm({ retour }: { readonly retour: string }) {
  return (
    <Form action={startTotpAction} submitLabel="J’ai une application, continuer" requiredNote={false} className="mt-8">
      <input type="hidden" name="retour" value={retour} />
    </Form>
  );
}
