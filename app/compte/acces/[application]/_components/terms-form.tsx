"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { Form } from "@/components/form/form";
import { TextLink } from "@/components/ui/text-link";
import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";
import { paths } from "@/lib/core/paths";
import { acceptTermsAction } from "../actions";

interface TermsFormProps {
  readonly application: ApplicationId;
  readonly document: string;
  readonly version: string;
  readonly title: string;
  readonly retour: string;
}

const schema = () => import("@/lib/accounts/consents/schemas").then((module) => module.acceptTermsInput);

export function TermsForm({ application, document, version, title, retour }: TermsFormProps) {
  return (
    <Form
      action={acceptTermsAction}
      schema={schema}
      submitLabel="Confirmer"
      requiredNote={false}
      secondary={<TextLink href={paths.applications}>Revenir à mes applications</TextLink>}
    >
      <input type="hidden" name="application" value={application} />
      <input type="hidden" name="document" value={document} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="retour" value={retour} />
      <CheckboxField name="accepted" label={`J’ai lu et j’accepte : ${title}`} required />
    </Form>
  );
}
