"use client";

import { DatePickerField } from "@/components/form/date-picker-field";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import { datedBlocks, datedLabels } from "@/lib/trainers/dossier/expiry/vocabulary";
import type { ExtensionInput } from "@/lib/trainers/dossier/expiry/schemas";
import { extendPiecesAction, previewExtensionAction } from "../actions";

const previewSchema = () => import("@/lib/trainers/dossier/expiry/schemas").then((module) => module.extensionInput);
const extendSchema = () => import("@/lib/trainers/dossier/expiry/schemas").then((module) => module.extendPiecesInput);

/** Which pieces, and until when: nothing is done yet. */
export function ChooseForm({ chosen }: { readonly chosen: ExtensionInput | null }) {
  return (
    <Form
      label="Choisir les pièces"
      action={previewExtensionAction}
      schema={previewSchema}
      submitLabel="Voir les pièces concernées"
      {...(chosen !== null && { initialValues: chosen })}
    >
      <SelectField
        name="block"
        label="Sorte de pièce"
        required
        options={datedBlocks.map((block) => ({ value: block, label: datedLabels[block] }))}
      />
      <div className="flex flex-wrap gap-x-8 gap-y-6">
        <DatePickerField name="endsFrom" label="Qui finissent à partir du" required />
        <DatePickerField name="endsTo" label="Et jusqu’au" required />
      </div>
      <DatePickerField
        name="newEndsOn"
        label="Nouveau dernier jour de validité"
        required
        hint="Compris tout entier, pour chacune de ces pièces."
      />
    </Form>
  );
}

interface GrantProps {
  readonly chosen: ExtensionInput;
  readonly label: string;
}

/** Says why, and grants it. */
export function GrantForm({ chosen, label }: GrantProps) {
  return (
    <Form
      label="Accorder la prolongation"
      action={extendPiecesAction}
      schema={extendSchema}
      submitLabel={label}
      requiredNote={false}
      secondary={
        <LinkButton href={paths.manage.extensions()} variant="quiet">
          Annuler
        </LinkButton>
      }
    >
      {Object.entries(chosen).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextAreaField name="reason" label="Motif" required rows={3} hint="Les personnes le liront dans le courriel qui les prévient." />
    </Form>
  );
}
