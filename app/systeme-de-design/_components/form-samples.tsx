"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { CheckboxGroupField } from "@/components/form/checkbox-group-field";
import { CodeField } from "@/components/form/code-field";
import { DateField } from "@/components/form/date-field";
import { EmailField } from "@/components/form/email-field";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { PhoneField } from "@/components/form/phone-field";
import { RadioGroupField } from "@/components/form/radio-group-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { passwordRules, regions, statuses } from "./sample-data";
import { accept, refuse } from "./sample-actions";

/** Every field, empty, ready to be filled in. */
export function CompleteForm() {
  return (
    <Form
      id="complet"
      label="Exemple de formulaire complet"
      action={accept}
      schema={() => import("./sample-schema").then((module) => module.sampleInput)}
      submitLabel={null}
      warnBeforeLeaving
    >
      <TextField name="nom" label="Nom" required autoComplete="family-name" />
      <TextField name="prenom" label="Prénom" required autoComplete="given-name" />
      <EmailField name="courriel" required />
      <PhoneField name="telephone" />
      <DateField name="naissance" label="Date de naissance" required autoComplete="bday" />
      <TextField name="codePostal" label="Code postal" width="short" inputMode="numeric" autoComplete="postal-code" hint="5 chiffres" />
      <SelectField name="region" label="Région" required options={regions} />
      <RadioGroupField name="statut" label="Votre statut" required choices={statuses} />
      <RadioGroupField name="distance" label="Acceptez-vous d’intervenir à distance ?" inline choices={ouiNon} />
      <CheckboxGroupField
        name="publics"
        label="Publics auxquels vous vous adressez"
        hint="Plusieurs réponses possibles"
        choices={publics}
        defaultValues={["C"]}
      />
      <TextAreaField
        name="presentation"
        label="Présentation"
        hint="En quelques phrases : votre parcours, ce que vous transmettez."
        limit={600}
      />
      <PasswordField name="secret" label="Nouveau mot de passe" purpose="new" rules={passwordRules} />
      <CodeField name="code" required={false} />
      <CheckboxField name="charte" label="J’ai lu et j’accepte la charte des intervenants" required />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>Enregistrer</SubmitButton>
        <SubmitButton variant="secondary" name="brouillon" value="oui" skipChecks>
          Enregistrer le brouillon
        </SubmitButton>
        <Button variant="quiet">Annuler</Button>
      </div>
    </Form>
  );
}

/** The same fields after a refusal. */
export function RefusedForm() {
  return (
    <Form
      id="refuse"
      label="Exemple de formulaire refusé"
      action={refuse}
      initialValues={{ prenom: "Claire", courriel: "claire.martin@" }}
      submitLabel="Essayer"
    >
      <TextField name="nom" label="Nom" required autoComplete="off" />
      <TextField name="prenom" label="Prénom" required autoComplete="off" />
      <EmailField name="courriel" required autoComplete="off" />
      <DateField name="naissance" label="Date de naissance" required defaultValue="31/02/1980" />
      <SelectField name="region" label="Région" required options={regions} />
      <RadioGroupField name="statut" label="Votre statut" required choices={statuses} />
      <CheckboxField name="charte" label="J’ai lu et j’accepte la charte des intervenants" required />
    </Form>
  );
}

/** Fields that cannot be changed now. */
export function ClosedFields() {
  return (
    <div className="max-w-xl space-y-6">
      <TextField
        name="immatriculation"
        label="Numéro d’immatriculation"
        defaultValue="GE-2026-00418"
        readOnly
        hint="Donné par la délégation ; il ne change pas."
      />
      <TextField name="ferme" label="Structure de rattachement" defaultValue="Délégation Grand Est" disabled />
      <SelectField name="fermee" label="Région" options={regions} defaultValue="44" disabled />
      <CheckboxField name="fermeeAussi" label="Recevoir les annonces par courriel" disabled hint="Vérifiez d’abord votre adresse." />
    </div>
  );
}

const ouiNon = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
];

const publics = [
  { value: "A", label: "Cadres (catégorie A)" },
  { value: "B", label: "Encadrement intermédiaire (catégorie B)" },
  { value: "C", label: "Agents d’exécution (catégorie C)", hint: "Y compris les agents en contrat aidé." },
];
