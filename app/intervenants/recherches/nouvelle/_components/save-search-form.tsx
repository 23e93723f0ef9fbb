"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { saveSearchAction } from "../../actions";

const schema = () => import("@/lib/trainers/alerts/schemas").then((module) => module.saveSearchInput);

/** A name, and whether one wants a mail for what is new. */
export function SaveSearchForm({ query }: { readonly query: string }) {
  return (
    <Form
      id="enregistrer"
      label="Enregistrer une recherche"
      action={saveSearchAction}
      schema={schema}
      submitLabel="Enregistrer la recherche"
      requiredNote={false}
    >
      <input type="hidden" name="query" value={query} />
      <TextField name="name" label="Nom de la recherche" required hint="Ex. : Finances en Grand Est" />
      <CheckboxField
        name="alert"
        label="Recevoir un courriel quand de nouvelles annonces y répondent"
        hint="Un par jour au plus, pour toutes vos recherches à la fois."
      />
    </Form>
  );
}
