"use client";

import { Form } from "@/components/form/form";
import { RadioGroupField } from "@/components/form/radio-group-field";
import { audienceChoiceLabels, audienceChoices, type AudienceChoice } from "@/lib/audience/vocabulary";
import { chooseAudienceAction } from "../actions";

const choices = audienceChoices.map((value) => ({ value, label: audienceChoiceLabels[value] }));
const schema = () => import("@/lib/audience/schemas").then((module) => module.chooseAudienceInput);

export function ChoiceForm({ choice }: { readonly choice: AudienceChoice | null }) {
  return (
    <Form
      action={chooseAudienceAction}
      schema={schema}
      submitLabel="Enregistrer mon choix"
      requiredNote={false}
      initialValues={choice === null ? {} : { matomo: choice }}
    >
      <RadioGroupField name="matomo" label="Matomo (mesure de la fréquentation)" choices={choices} inline required />
    </Form>
  );
}
