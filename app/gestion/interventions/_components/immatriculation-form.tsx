"use client";

import { EmailField } from "@/components/form/email-field";
import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import { setImmatriculationAction } from "../actions";

const schema = () => import("@/lib/trainers/interventions/schemas").then((module) => module.setImmatriculationInput);

export function ImmatriculationForm() {
  return (
    <Form
      action={setImmatriculationAction}
      schema={schema}
      secondary={
        <LinkButton href={paths.manage.interventions()} variant="quiet">
          Annuler
        </LinkButton>
      }
    >
      <EmailField
        name="trainer"
        label="Adresse électronique de l’intervenant"
        required
        autoComplete="off"
        hint="Celle de son compte. Son profil doit être validé."
      />
      <TextField
        name="immatriculation"
        label="Immatriculation"
        required
        autoComplete="off"
        width="medium"
        hint="Unique : deux personnes ne peuvent pas avoir la même."
      />
    </Form>
  );
}
