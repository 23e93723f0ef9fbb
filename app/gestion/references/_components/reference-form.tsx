"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { CheckboxGroupField } from "@/components/form/checkbox-group-field";
import { EmailField } from "@/components/form/email-field";
import { Form } from "@/components/form/form";
import { PhoneField } from "@/components/form/phone-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/link-button";
import { fieldsOf, keyFieldOf, type ReferenceField } from "@/lib/references/manage/fields.data";
import type { ReferenceList } from "@/lib/references/manage/vocabulary";
import { saveReferenceAction } from "../actions";

const schema = () => import("@/lib/references/manage/schemas").then((module) => module.saveReferenceInput);

interface Props {
  readonly list: ReferenceList;
  /** What the fields show first. */
  readonly values: Readonly<Record<string, string>>;
  /** Print of the line that is edited; absent for a new one. */
  readonly seen?: string;
  readonly regions: readonly { readonly value: string; readonly label: string }[];
  readonly cancelHref: string;
}

/** One line of a list; its key is typed once (AD-09). */
export function ReferenceForm({ list, values, seen, regions, cancelHref }: Props) {
  const key = keyFieldOf(list).name;
  const editing = seen !== undefined;
  return (
    <Form
      action={saveReferenceAction}
      schema={schema}
      submitLabel={editing ? "Enregistrer" : "Ajouter"}
      secondary={
        <LinkButton href={cancelHref} variant="quiet">
          Annuler
        </LinkButton>
      }
      warnBeforeLeaving
    >
      <input type="hidden" name="list" value={list} />
      {editing && (
        <>
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name={key} value={values[key] ?? ""} />
        </>
      )}
      {fieldsOf(list)
        .filter(({ name }) => !editing || name !== key)
        .map((field) => (
          <OneField key={field.name} field={field} value={values[field.name] ?? ""} regions={regions} />
        ))}
    </Form>
  );
}

function OneField({
  field,
  value,
  regions,
}: {
  readonly field: ReferenceField;
  readonly value: string;
  readonly regions: Props["regions"];
}) {
  const { name, label, kind, hint, choices = [] } = field;
  const common = { name, label, required: field.required === true, ...(hint !== undefined && { hint }) };
  switch (kind) {
    case "area":
      return <TextAreaField {...common} defaultValue={value} limit={2000} rows={4} />;
    case "phone":
      return <PhoneField {...common} defaultValue={value} autoComplete="off" />;
    case "mail":
      return <EmailField {...common} defaultValue={value} autoComplete="off" />;
    case "choice":
      return <SelectField {...common} defaultValue={value} options={choices} />;
    case "box":
      return <CheckboxField {...common} required={false} defaultChecked={value === "oui"} />;
    case "regions":
      return <CheckboxGroupField {...common} choices={regions} defaultValues={value.split(", ").filter((code) => code !== "")} inline />;
    case "line":
      return <TextField {...common} defaultValue={value} autoComplete="off" />;
  }
}
