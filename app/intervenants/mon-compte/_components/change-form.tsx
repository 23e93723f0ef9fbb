"use client";

import { DateField } from "@/components/form/date-field";
import { FileField } from "@/components/form/file-field";
import type { FileRules } from "@/components/form/file-rules";
import { Form } from "@/components/form/form";
import { PhoneField } from "@/components/form/phone-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useHydrated } from "@/components/form/use-hydrated";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import { uploadFile } from "@/lib/files/upload-client";
import type { FieldKind } from "@/lib/trainers/profile/field-spec";
import { askChangeAction } from "../actions";

const schema = () => import("@/lib/trainers/change-requests/schemas").then((module) => module.askChangeInput);

interface Props {
  readonly field: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly max?: number;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly rules: FileRules;
}

/** The value that is asked for, why, and what proves it. */
export function ChangeForm({ field, rules, ...asked }: Props) {
  const alive = useHydrated();
  return (
    <Form
      action={askChangeAction}
      schema={schema}
      submitLabel="Transmettre la demande"
      secondary={
        <LinkButton href={paths.trainers.myInformation()} variant="quiet">
          Annuler
        </LinkButton>
      }
      requiredNote={false}
      warnBeforeLeaving
    >
      <input type="hidden" name="field" value={field} />
      <Wanted {...asked} />
      <TextAreaField name="explanation" label="Explication" limit={1000} rows={3} hint="Ce qui a changé, et depuis quand." />
      {alive && (
        <FileField
          name="fileId"
          label="Justificatif"
          rules={rules}
          upload={(file, { signal, onProgress }) => uploadFile("change_proof", file, { signal, onProgress })}
        />
      )}
    </Form>
  );
}

function Wanted({ label, kind, max, choices }: Pick<Props, "label" | "kind" | "max" | "choices">) {
  const common = { name: "value", label: `${label} (nouvelle valeur)` };
  if (kind === "box")
    return (
      <SelectField
        {...common}
        emptyLabel={null}
        options={[
          { value: "on", label: "Oui" },
          { value: "", label: "Non" },
        ]}
      />
    );
  if (choices.length > 0) return <SelectField {...common} options={choices} />;
  if (kind === "date") return <DateField {...common} autoComplete="off" />;
  if (kind === "phone") return <PhoneField {...common} autoComplete="off" />;
  return <TextField {...common} autoComplete="off" {...(max !== undefined && { maxLength: max })} />;
}
