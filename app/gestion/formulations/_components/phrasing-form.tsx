"use client";

import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import { phrasingPurposeLabels, phrasingPurposes } from "@/lib/trainers/review/vocabulary";
import { savePhrasingAction } from "../actions";

const schema = () => import("@/lib/trainers/review/schemas").then((module) => module.savePhrasingInput);

interface Props {
  /** The one that is changed; whom it is for does not change. */
  readonly editing?: { readonly id: string; readonly purpose: string; readonly title: string; readonly body: string };
  /** Whom a new one may be written for; "" is every structure. */
  readonly audiences: readonly { readonly value: string; readonly label: string }[];
}

export function PhrasingForm({ editing, audiences }: Props) {
  return (
    <Form
      action={savePhrasingAction}
      schema={schema}
      warnBeforeLeaving
      secondary={
        <LinkButton href={paths.manage.phrasings()} variant="quiet">
          Annuler
        </LinkButton>
      }
    >
      <input type="hidden" name="phrasingId" value={editing?.id ?? ""} />
      {editing === undefined && audiences.length > 1 ? (
        <SelectField name="structureId" label="Pour" emptyLabel={null} options={audiences} />
      ) : (
        <input type="hidden" name="structureId" value={editing === undefined ? (audiences[0]?.value ?? "") : ""} />
      )}
      <SelectField
        name="purpose"
        label="Sert à"
        required
        defaultValue={editing?.purpose}
        options={phrasingPurposes.map((value) => ({ value, label: phrasingPurposeLabels[value] }))}
      />
      <TextField
        name="title"
        label="Nom"
        required
        autoComplete="off"
        defaultValue={editing?.title}
        hint="Pour la retrouver dans la liste. Ex. : Préciser les dates"
      />
      <TextAreaField name="body" label="Texte" required rows={6} limit={2000} defaultValue={editing?.body} />
    </Form>
  );
}
