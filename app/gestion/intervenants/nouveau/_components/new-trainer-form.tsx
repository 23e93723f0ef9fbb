"use client";

import { DateField } from "@/components/form/date-field";
import { EmailField } from "@/components/form/email-field";
import { Form } from "@/components/form/form";
import { PhoneField } from "@/components/form/phone-field";
import { RadioGroupField } from "@/components/form/radio-group-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { createTrainerAction } from "../actions";

const schema = () => import("@/lib/trainers/creation/schemas").then((module) => module.createTrainerInput);

/** Somebody else's facts: nothing is filled in by the browser. */
export function NewTrainerForm({ structures }: { readonly structures: readonly { readonly value: string; readonly label: string }[] }) {
  return (
    <Form action={createTrainerAction} schema={schema} submitLabel="Créer et prévenir la personne" warnBeforeLeaving>
      <RadioGroupField
        name="civility"
        label="Civilité"
        required
        inline
        choices={[
          { value: "mme", label: "Madame" },
          { value: "m", label: "Monsieur" },
        ]}
      />
      <TextField name="birthName" label="Nom de famille (naissance)" autoComplete="off" hint="Vide : le même que le nom d’usage." />
      <TextField name="lastName" label="Nom d’usage" required autoComplete="off" />
      <TextField name="firstName" label="Prénom" required autoComplete="off" />
      <DateField name="bornOn" label="Date de naissance" required autoComplete="off" />
      <EmailField
        name="address"
        label="Courriel"
        required
        autoComplete="off"
        hint="Son identifiant : le courriel d’invitation y est envoyé."
      />
      <PhoneField name="phone" label="Téléphone" autoComplete="off" />
      <SelectField
        name="structure"
        label="Structure de rattachement"
        required
        emptyLabel={structures.length === 1 ? null : "Choisir…"}
        options={structures}
      />
      <TextField
        name="immatriculation"
        label="Immatriculation"
        autoComplete="off"
        width="medium"
        hint="Si la personne a déjà travaillé pour l’établissement."
      />
    </Form>
  );
}
