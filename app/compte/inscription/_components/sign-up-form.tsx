"use client";

import { useState, type ReactNode } from "react";
import { DateField } from "@/components/form/date-field";
import { EmailField } from "@/components/form/email-field";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { PhoneField } from "@/components/form/phone-field";
import { RadioGroupField } from "@/components/form/radio-group-field";
import { TextField } from "@/components/form/text-field";
import { passwordChecklist } from "@/components/account/password-checklist-rules";
import { rulesOfApplications } from "@/lib/accounts/passwords/rules";
import { civilities, civilityLabels } from "@/lib/accounts/registration/vocabulary";
import { formadistSignUpAction, signUpAction } from "../actions";

interface SignUpFormProps {
  readonly application: "compte" | "formadist";
  readonly retour: string;
  readonly address: string;
  readonly human: ReactNode;
}

const choices = civilities.map((value) => ({ value, label: civilityLabels[value] }));
const schemas = {
  compte: () => import("@/lib/accounts/registration/schemas").then((module) => module.signUpInput),
  formadist: () => import("@/lib/accounts/registration/schemas").then((module) => module.formadistSignUpInput),
};

/** The sign-up form; coming from distance learning it asks for more (MC-01, MC-02). */
export function SignUpForm({ application, retour, address, human }: SignUpFormProps) {
  const [names, setNames] = useState({ firstName: "", lastName: "" });
  const full = application === "formadist";
  const keep = (event: React.FormEvent<HTMLFormElement | HTMLDivElement>) => {
    const { target } = event;
    if (target instanceof HTMLInputElement && (target.name === "firstName" || target.name === "lastName"))
      setNames({ ...names, [target.name]: target.value });
  };
  return (
    <Form
      action={full ? formadistSignUpAction : signUpAction}
      schema={schemas[application]}
      initialValues={{ address }}
      submitLabel={full ? "Créer" : "M’inscrire"}
      warnBeforeLeaving
    >
      <input type="hidden" name="application" value={application} />
      <input type="hidden" name="retour" value={retour} />
      <div className="space-y-6" onInput={keep}>
        <RadioGroupField name="civility" label="Civilité" choices={choices} inline required />
        <TextField name="firstName" label="Prénom" autoComplete="given-name" required />
        <TextField name="lastName" label="Nom" autoComplete="family-name" required />
        {full && <TextField name="birthName" label="Nom de naissance" />}
        {full && <DateField name="bornOn" label="Date de naissance" autoComplete="bday" required />}
        <EmailField name="address" label="Courriel" autoComplete="email" required />
        {full && <EmailField name="addressAgain" label="Confirmation du courriel" autoComplete="email" required />}
        <PasswordField name="password" purpose="new" rules={passwordChecklist(rulesOfApplications([application]), names)} />
        <PasswordField name="confirmation" label={full ? "Confirmation du mot de passe" : "Confirmation"} purpose="new" />
        {full && (
          <EmailField
            name="secondaryAddress"
            label="Courriel secondaire"
            hint="En cas d’ajout d’un courriel secondaire, tous les messages liés à votre compte seront envoyés sur ce courriel. Les demandes de modification de mot de passe seront transmises sur le courriel principal et sur le courriel secondaire."
          />
        )}
        {full && <PhoneField name="phone" label="Téléphone" />}
      </div>
      {human}
    </Form>
  );
}
