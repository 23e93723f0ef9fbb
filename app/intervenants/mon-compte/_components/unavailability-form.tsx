"use client";

import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import { addUnavailabilityAction, changeUnavailabilityAction } from "../actions";
import { DayField } from "./day-field";

const addSchema = () => import("@/lib/trainers/account/schemas").then((module) => module.addUnavailabilityInput);
const changeSchema = () => import("@/lib/trainers/account/schemas").then((module) => module.changeUnavailabilityInput);

interface Props {
  /** The period that is moved; absent for a new one. */
  readonly period?: { readonly id: string; readonly startsOn: string; readonly endsOn: string; readonly note: string };
}

/** Days when one cannot come: native date fields, so a keyboard, a phone and a page without JavaScript do alike (EI-52). */
export function UnavailabilityForm({ period }: Props) {
  return (
    <Form
      label={period === undefined ? "Ajouter une indisponibilité" : "Modifier l’indisponibilité"}
      action={period === undefined ? addUnavailabilityAction : changeUnavailabilityAction}
      schema={period === undefined ? addSchema : changeSchema}
      submitLabel={period === undefined ? "Ajouter" : "Enregistrer"}
      secondary={
        period !== undefined && (
          <LinkButton href={paths.trainers.unavailabilities({ mois: period.startsOn.slice(0, 7) })} variant="quiet">
            Annuler
          </LinkButton>
        )
      }
    >
      {period !== undefined && <input type="hidden" name="id" value={period.id} />}
      <div className="flex flex-wrap gap-x-8 gap-y-6">
        <DayField name="startsOn" label="Premier jour" required defaultValue={period?.startsOn} />
        <DayField name="endsOn" label="Dernier jour" hint="Vide : un seul jour." defaultValue={period?.endsOn} />
      </div>
      <TextField
        name="note"
        label="Note"
        autoComplete="off"
        maxLength={200}
        hint="Pour vous seul : personne d’autre ne la lit."
        defaultValue={period?.note}
      />
    </Form>
  );
}
