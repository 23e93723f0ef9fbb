"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { CheckboxGroupField } from "@/components/form/checkbox-group-field";
import { DateField } from "@/components/form/date-field";
import { EmailField } from "@/components/form/email-field";
import { Form } from "@/components/form/form";
import { PhoneField } from "@/components/form/phone-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/link-button";
import type { FormAction } from "@/lib/core/form-state";
import { GroupedBoxes } from "./grouped-boxes";

export interface AdFormChoices {
  readonly structures: readonly { readonly id: string; readonly name: string; readonly code: string }[];
  readonly specialties: readonly (NamedCode & { readonly subSpecialties: readonly NamedCode[] })[];
  readonly regions: readonly (NamedCode & { readonly departments: readonly NamedCode[] })[];
  readonly countries: readonly NamedCode[];
}
interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** What the fields show first; days as they are typed. */
export interface AdDraft {
  readonly texts: Readonly<Record<string, string>>;
  readonly regions: readonly string[];
  readonly departments: readonly string[];
  readonly specialties: readonly string[];
  readonly urgent: boolean;
}

interface Props extends AdFormChoices {
  readonly action: FormAction;
  readonly draft: AdDraft;
  /** The ad that is changed, and the version that was read. */
  readonly editing?: { readonly adId: string; readonly version: number };
  readonly cancelHref: string;
}

const createSchema = () => import("@/lib/trainers/ads/schemas").then((module) => module.createAdInput);
const changeSchema = () => import("@/lib/trainers/ads/schemas").then((module) => module.changeAdInput);

/** The whole of an ad. A draft is saved with a title alone; publishing says what is missing (AD-05). */
export function AdForm({ action, draft, editing, cancelHref, ...choices }: Props) {
  const { texts, urgent } = draft;
  const text = (name: string) => ({ name, defaultValue: texts[name] ?? "" });
  return (
    <Form
      action={action}
      schema={editing === undefined ? createSchema : changeSchema}
      submitLabel="Enregistrer"
      secondary={
        <LinkButton href={cancelHref} variant="quiet">
          Annuler
        </LinkButton>
      }
      warnBeforeLeaving
    >
      {editing !== undefined && (
        <>
          <input type="hidden" name="adId" value={editing.adId} />
          <input type="hidden" name="version" value={editing.version} />
        </>
      )}
      <SelectField
        {...text("structureId")}
        label="Structure"
        required
        emptyLabel={choices.structures.length === 1 ? null : "Choisir…"}
        options={choices.structures.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...text("title")}
        label="Titre"
        required
        autoComplete="off"
        hint="Ce que l’on lit dans la liste. Ex. : Formation « Élaborer un budget »"
      />
      <TextAreaField {...text("description")} label="Description" limit={8000} rows={8} hint="Ce qu’il y a à transmettre, et comment." />
      <TextAreaField {...text("profileSought")} label="Profil recherché" limit={4000} />
      <TextAreaField {...text("context")} label="Contexte" limit={4000} rows={3} />
      <TextAreaField {...text("audience")} label="Public" limit={1000} rows={3} hint="Qui suivra la formation." />
      <SpecialtyBoxes {...choices} chosen={draft.specialties} />
      <SelectField
        {...text("countryCode")}
        label="Pays"
        emptyLabel={null}
        options={choices.countries.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <CheckboxGroupField
        name="regions"
        label="Régions"
        hint="Aucune case : la France entière. À l’étranger, n’en cochez aucune."
        choices={choices.regions.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValues={draft.regions}
        columns
      />
      <DepartmentBoxes {...choices} chosen={draft.departments} />
      <TextField {...text("place")} label="Lieu" autoComplete="off" hint="Ville, salle, ou à distance." />
      <TextField {...text("duration")} label="Durée" autoComplete="off" hint="Ex. : 2 jours, en deux fois" />
      <div className="flex flex-wrap gap-x-8 gap-y-6">
        <DateField {...text("startsOn")} label="Début" hint="Ex. : 14/03/2027" />
        <DateField {...text("endsOn")} label="Fin" hint="Ex. : 15/03/2027" />
      </div>
      <DateField {...text("deadlineOn")} label="Date limite de réponse" hint="Ce jour compte en entier. Ex. : 31/01/2027" />
      <CheckboxField name="urgent" label="Urgent" defaultChecked={urgent} />
      <TextField {...text("contactName")} label="Contact" autoComplete="off" hint="Qui répond aux questions." />
      <PhoneField {...text("contactPhone")} label="Téléphone du contact" autoComplete="off" />
      <EmailField {...text("contactAddress")} label="Courriel du contact" autoComplete="off" />
    </Form>
  );
}

interface BoxesProps extends Pick<AdFormChoices, "specialties" | "regions"> {
  readonly chosen: readonly string[];
}

/** All posted under one name; a sub-specialty brings its specialty. */
const SpecialtyBoxes = ({ specialties, chosen }: BoxesProps) => (
  <GroupedBoxes
    name="specialties"
    label="Spécialités et sous-spécialités"
    hint="Ouvrez une spécialité pour choisir ses sous-spécialités."
    groups={specialties.map(({ code, name, subSpecialties }) => ({
      key: code,
      title: name,
      choices: [
        { value: code, label: `${name} (toute la spécialité)` },
        ...subSpecialties.map((sub) => ({ value: sub.code, label: sub.name })),
      ],
    }))}
    chosen={chosen}
  />
);

/** A department brings its region. */
const DepartmentBoxes = ({ regions, chosen }: BoxesProps) => (
  <GroupedBoxes
    name="departments"
    label="Départements"
    hint="Pour préciser : ouvrez une région. Un département coché ajoute sa région."
    groups={regions.map(({ code, name, departments }) => ({
      key: code,
      title: name,
      choices: departments.map((part) => ({ value: part.code, label: `${part.name} (${part.code})` })),
    }))}
    chosen={chosen}
  />
);
