"use client";

import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SeenField } from "@/components/form/seen-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import { changeInterventionAction, recordInterventionAction } from "../actions";

const recordSchema = () => import("@/lib/trainers/interventions/schemas").then((module) => module.recordInterventionInput);
const changeSchema = () => import("@/lib/trainers/interventions/schemas").then((module) => module.changeInterventionInput);

const none: NonNullable<Props["structures"]> = [];

interface Props {
  /** To choose from, for a new one; an intervention keeps its own. */
  readonly structures?: readonly { readonly id: string; readonly name: string }[];
  /** The one that is corrected, and what its fields show first. */
  readonly editing?: {
    readonly interventionId: string;
    readonly values: Readonly<Record<string, string>>;
    /** What is kept, as the page read it. */
    readonly seen: string;
  };
}

/** What somebody did, or will do, for a structure. */
export function InterventionForm({ structures = none, editing }: Props) {
  return (
    <Form
      action={editing === undefined ? recordInterventionAction : changeInterventionAction}
      schema={editing === undefined ? recordSchema : changeSchema}
      {...(editing !== undefined && { initialValues: editing.values })}
      secondary={
        <LinkButton href={paths.manage.interventions()} variant="quiet">
          Annuler
        </LinkButton>
      }
      warnBeforeLeaving
    >
      {editing === undefined ? (
        <SelectField
          name="structureId"
          label="Structure"
          required
          emptyLabel={structures.length === 1 ? null : "Choisir…"}
          options={structures.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <>
          <input type="hidden" name="interventionId" value={editing.interventionId} />
          <SeenField name="seen" value={editing.seen} />
        </>
      )}
      <TextField
        name="trainer"
        label="Intervenant"
        required
        autoComplete="off"
        hint="Son immatriculation, ou l’adresse électronique de son compte."
      />
      <TextField name="title" label="Intitulé" required autoComplete="off" hint="Ex. : Élaborer un budget communal" />
      <div className="flex flex-wrap gap-x-8 gap-y-6">
        <DateField name="startsOn" label="Premier jour" required autoComplete="off" hint="Ex. : 14/03/2027" />
        <DateField name="endsOn" label="Dernier jour" required autoComplete="off" hint="Ex. : 15/03/2027" />
      </div>
      <TextField name="hours" label="Heures" autoComplete="off" inputMode="decimal" width="short" hint="Ex. : 12 ou 7,5" />
      <TextField
        name="reference"
        label="Référence"
        required
        autoComplete="off"
        width="medium"
        hint="Celle de votre logiciel : un import la reconnaîtra, et n’ajoutera pas l’intervention une seconde fois."
      />
    </Form>
  );
}
