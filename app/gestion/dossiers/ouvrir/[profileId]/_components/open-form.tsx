"use client";

import { Form } from "@/components/form/form";
import { RadioGroupField } from "@/components/form/radio-group-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { plural } from "@/lib/core/format";
import { reasonLimit } from "@/lib/trainers/dossier/study/fields.data";
import { openDossierAction } from "../../../actions";

const schema = () => import("@/lib/trainers/dossier/study/schemas").then((module) => module.openDossierInput);

interface Props {
  readonly profileId: string;
  /** How long the opening lasts (setting). */
  readonly hours: number;
  /** What one came for. */
  readonly bloc: string;
  readonly planned: readonly { readonly id: string; readonly words: string }[];
  /** Those that one manages. */
  readonly structures: readonly { readonly id: string; readonly name: string }[];
}

/** A planned intervention of the trainer, or a reason in words. */
export function OpenForm({ profileId, hours, bloc, planned, structures }: Props) {
  return (
    <Form label="Ouvrir le dossier" action={openDossierAction} schema={schema} submitLabel="Ouvrir le dossier" requiredNote={false}>
      <input type="hidden" name="profileId" value={profileId} />
      <input type="hidden" name="bloc" value={bloc} />
      <p>
        La personne lira qui a ouvert son dossier, quand, et pour quelle raison. L’accès se referme de lui-même au bout de{" "}
        {plural(hours, "heure")}.
      </p>
      {planned.length > 0 && (
        <RadioGroupField
          name="interventionId"
          label="Pour quelle intervention ?"
          defaultValue={planned[0]?.id ?? ""}
          choices={[
            ...planned.map(({ id, words }) => ({ value: id, label: words.replace("Intervention prévue : ", "") })),
            { value: "", label: "Pour une autre raison" },
          ]}
        />
      )}
      <TextAreaField
        name="reason"
        label={planned.length > 0 ? "Raison, ou précision" : "Pourquoi ouvrez-vous ce dossier ?"}
        hint="Ex. : vérifier les pièces avant la paie de décembre. N’y mettez rien de confidentiel."
        required={planned.length === 0}
        limit={reasonLimit}
        rows={3}
      />
      {structures.length > 1 && (
        <SelectField
          name="structureId"
          label="Pour la structure"
          defaultValue={structures[0]?.id ?? ""}
          options={structures.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Form>
  );
}
