"use client";

import { Form } from "@/components/form/form";
import { TextAreaField } from "@/components/form/text-area-field";
import { reasonLimit } from "@/lib/trainers/dossier/study/fields.data";
import { decideSeveralAction } from "../../actions";
import { Outcomes } from "./outcomes";

const schema = () => import("@/lib/trainers/dossier/study/schemas").then((module) => module.decideSeveralInput);

interface Props {
  /** Joined by dots. */
  readonly ids: string;
  readonly count: number;
}

/** One reason opens the dossiers that are not open; the answer comes block by block. */
export function ValidateForm({ ids, count }: Props) {
  return (
    <Form
      id="valider-tout"
      label="Valider la sélection"
      action={decideSeveralAction}
      schema={schema}
      submitLabel={count === 1 ? "Valider ce bloc" : `Valider ces ${count} blocs`}
      requiredNote={false}
      doneContent={(outcomes, message) => <Outcomes outcomes={outcomes} message={message} />}
    >
      <input type="hidden" name="ids" value={ids} />
      <TextAreaField
        name="reason"
        label="Pourquoi ouvrez-vous ces dossiers ?"
        hint="La même raison pour tous ceux que vous n’avez pas encore ouverts ; chaque personne la lira. Laissez vide pour ne valider que ceux que vous avez ouverts."
        limit={reasonLimit}
        rows={3}
      />
    </Form>
  );
}
