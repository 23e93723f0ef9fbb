"use client";

import { useState } from "react";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { PhoneField } from "@/components/form/phone-field";
import { RadioGroupField } from "@/components/form/radio-group-field";
import { TextField } from "@/components/form/text-field";
import { civilities, civilityLabels } from "@/lib/accounts/registration/vocabulary";
import { changeIdentityAction } from "../actions";
import { OverwriteBox } from "./overwrite-box";

interface IdentityFormProps {
  /** As people write them: the day "01/02/1980", the telephone "06 12 34 56 78"; empty when unknown. */
  readonly shown: Readonly<Record<"civility" | "firstName" | "lastName" | "birthName" | "bornOn" | "phone", string>>;
  readonly version: string;
}

const choices = civilities.map((value) => ({ value, label: civilityLabels[value] }));
const schema = () => import("@/lib/accounts/identity/schemas").then((module) => module.changeIdentityInput);

export function IdentityForm({ shown, version }: IdentityFormProps) {
  // Of what these fields showed: the page may be refreshed under them, for another reason, with newer values.
  const [known, setKnown] = useState(version);
  return (
    <Form
      action={changeIdentityAction}
      schema={schema}
      initialValues={shown}
      onDone={(data) => {
        setKnown(data.version);
      }}
      warnBeforeLeaving
      id="identite"
      label="Identité"
    >
      <input type="hidden" name="version" value={known} />
      <RadioGroupField name="civility" label="Civilité" choices={choices} inline required />
      <TextField name="firstName" label="Prénom" autoComplete="given-name" required />
      <TextField
        name="lastName"
        label="Nom"
        hint="Le nom que vous utilisez dans votre vie professionnelle."
        autoComplete="family-name"
        required
      />
      <TextField name="birthName" label="Nom de naissance" hint="S’il est différent de votre nom." />
      <DateField name="bornOn" label="Date de naissance" autoComplete="bday" />
      <div id="telephone" className="scroll-mt-6">
        <PhoneField name="phone" hint="Ex. : 06 12 34 56 78. Avec l’indicatif pour un numéro étranger : +32 470 12 34 56" />
      </div>
      <OverwriteBox />
    </Form>
  );
}
