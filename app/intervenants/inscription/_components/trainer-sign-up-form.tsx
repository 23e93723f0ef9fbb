"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { passwordChecklist } from "@/components/account/password-checklist-rules";
import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import { EmailField } from "@/components/form/email-field";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { RadioGroupField } from "@/components/form/radio-group-field";
import { TextField } from "@/components/form/text-field";
import { rulesOfApplications } from "@/lib/accounts/passwords/rules";
import { civilityChoices } from "@/lib/trainers/profile/choices.data";
import { trainerSignUpAction } from "../actions";
import { DocumentBox } from "./document-box";

interface Props {
  readonly retour: string;
  readonly documents: { readonly charter: string; readonly conditions: string; readonly notices: string };
  readonly human: ReactNode;
}

const schema = () => import("@/lib/trainers/registration/schemas").then((module) => module.trainerSignUpInput);
const rules = rulesOfApplications(["intervenants"]);

/** "Création d’un compte de connexion" (EI-20). */
export function TrainerSignUpForm({ retour, documents, human }: Props) {
  const [names, setNames] = useState({ firstName: "", lastName: "" });
  const [same, setSame] = useState(false);
  const follow = ({ currentTarget, target }: FormEvent<HTMLDivElement>) => {
    if (!(target instanceof HTMLInputElement)) return;
    const form = currentTarget.closest("form");
    if (form === null) return;
    const typed = new FormData(form);
    const text = (name: string) => {
      const value = typed.get(name);
      return typeof value === "string" ? value : "";
    };
    setNames({ firstName: text("firstName"), lastName: text("birthName") });
    setSame(typed.get("sameName") === "on");
  };
  return (
    <Form action={trainerSignUpAction} schema={schema} submitLabel="Valider" warnBeforeLeaving>
      <input type="hidden" name="retour" value={retour} />
      <div className="space-y-6" onInput={follow}>
        <RadioGroupField name="civility" label="Civilité" choices={civilityChoices} inline required />
        <TextField name="birthName" label="Nom de famille (naissance)" autoComplete="family-name" required />
        <div>
          <TextField name="lastName" label="Nom d’usage" required={!same} disabled={same} />
          <CheckboxField name="sameName" label="Identique au nom de famille" />
        </div>
        <TextField name="firstName" label="Prénom" autoComplete="given-name" required />
        <DateField name="bornOn" label="Date de naissance" autoComplete="bday" required />
        <EmailField name="address" label="Adresse e-mail de contact (identifiant de connexion)" autoComplete="email" required />
        <EmailField name="addressAgain" label="Confirmer l’adresse e-mail de contact" autoComplete="email" required />
        <PasswordField name="password" purpose="new" rules={passwordChecklist(rules, names)} />
        <PasswordField name="confirmation" label="Confirmer le mot de passe" purpose="new" />
        <fieldset className="space-y-1">
          <legend className="mb-1 font-semibold">Ouvrez chacun de ces documents, puis cochez sa case</legend>
          <DocumentBox name="charter" href={documents.charter} document="de la charte des intervenants" />
          <DocumentBox name="conditions" href={documents.conditions} document="des conditions générales d’emploi des intervenants" />
          <DocumentBox name="notices" href={documents.notices} document="des mentions légales" />
        </fieldset>
      </div>
      {human}
    </Form>
  );
}
