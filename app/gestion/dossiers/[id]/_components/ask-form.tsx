"use client";

import { CheckboxGroupField } from "@/components/form/checkbox-group-field";
import { Form } from "@/components/form/form";
import { TextAreaField } from "@/components/form/text-area-field";
import { toast } from "@/components/ui/announce";
import { type DossierBlock, blockLabels } from "@/lib/trainers/dossier/vocabulary";
import { askBlocksAction } from "../../actions";

const schema = () => import("@/lib/trainers/dossier/schemas").then((module) => module.askBlocksInput);

interface Props {
  readonly dossierId: string;
  /** Those that are not asked already. */
  readonly blocks: readonly DossierBlock[];
  /** What is missing: ticked first. */
  readonly missing: readonly DossierBlock[];
}

/** Chosen blocks, asked in one mail (EI-64). */
export function AskForm({ dossierId, blocks, missing }: Props) {
  return (
    <Form
      id="demande"
      label="Demander des pièces"
      action={askBlocksAction}
      schema={schema}
      submitLabel="Envoyer la demande"
      requiredNote={false}
      // The form is made anew with what can still be asked: what was done is told elsewhere.
      onDone={(_data, message) => toast(message)}
    >
      <input type="hidden" name="dossierId" value={dossierId} />
      <CheckboxGroupField
        name="blocks"
        label="Blocs à demander"
        columns
        choices={blocks.map((value) => ({ value, label: blockLabels[value] }))}
        defaultValues={missing}
      />
      <TextAreaField
        name="message"
        label="Message"
        hint="Facultatif. La personne le lira dans le courriel et dans son formulaire."
        limit={1000}
        rows={3}
      />
    </Form>
  );
}
